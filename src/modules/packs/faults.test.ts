import { expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import { changed, samplePack, withSamplePack, type Changes } from './pack.fixtures.ts';
import { readPack } from './read-pack.usecases.ts';

const clock = fixedClock('2026-11-22T10:00:00Z');

const stillness = 'conditions/stillness/condition.yaml';
const restlessness = 'conditions/restlessness/condition.yaml';
const english = 'conditions/stillness/answers/en/what-is-it.md';
const spanish = 'conditions/stillness/answers/es/what-is-it.md';
const both = (...all: Changes[]): Changes => Object.assign({}, ...all) as Changes;
const bytes = (text: string) => Uint8Array.from([...new TextEncoder().encode(text), 0xff]);
const longSentence = `${'Considerable heterogeneity characterises epidemiological investigations and '.repeat(5)}so on.`;

const mechanism = (preset: string): Changes =>
  changed(english, '::look-alikes', `:::mechanism{preset=ours}\n::preset{#ours ${preset}}\n:::`);

/** What is broken in the sample, and the one fault that it must give: file, line and the beginning of the reason. */
const faults: [what: string, changes: Changes, file: string, line: number, reason: string][] = [
  // The folder
  ['a missing file', { 'pack.yaml': undefined }, 'pack.yaml', 1, 'This file is missing or cannot be read.'],
  ['an unknown file', { 'glossary.yml': '' }, 'glossary.yml', 1, 'Nothing reads this file.'],
  ['an unknown folder', { 'images/a.png': '' }, 'images', 1, 'Nothing reads this folder.'],
  [
    'a condition without its file',
    {
      'conditions/rest/answers/en/what-is-it.md': samplePack[spanish]!.replace(/La .*\./u, 'It rests.').replace(
        'La mano espera',
        'It waits',
      ),
    },
    'conditions/rest/condition.yaml',
    1,
    'This file is missing or cannot be read.',
  ],
  [
    'a folder with a bad name',
    { 'conditions/Big Rest/condition.yaml': samplePack[restlessness]!.replaceAll('estlessness', 'est') },
    'conditions/Big Rest',
    1,
    'The name of a condition’s folder must be small letters',
  ],
  ['no UTF-8', { 'glossary.yaml': bytes(samplePack['glossary.yaml']!) }, 'glossary.yaml', 6, 'This line is not UTF-8.'],
  [
    'a byte order mark',
    { 'pack.yaml': `\uFEFF${samplePack['pack.yaml']}` },
    'pack.yaml',
    1,
    'The file begins with a byte order mark',
  ],
  [
    'a letter that turns the line',
    changed('pack.yaml', 'Examples', 'Exa\u202Emples'),
    'pack.yaml',
    2,
    'There is a hidden character here (U+202E).',
  ],
  [
    'a control character',
    changed(english, 'The hand', 'The\u0007 hand'),
    english,
    11,
    'There is a hidden character here (U+0007).',
  ],
  [
    'a huge file',
    { [spanish]: `${samplePack[spanish]}${'a '.repeat(40_000)}` },
    spanish,
    1,
    'This file has 79 kB; at most 64 kB are read.',
  ],

  // YAML and JSON
  [
    'broken YAML',
    changed('axes.yaml', 'name: { en: Weight }', 'name: { en: Weight'),
    'axes.yaml',
    3,
    'This is not valid YAML: ',
  ],
  [
    'a key twice',
    changed(stillness, 'kind: disorder', 'kind: disorder\nkind: symptom'),
    stillness,
    3,
    'This is not valid YAML: Map keys must be unique.',
  ],
  [
    'an alias',
    changed('pack.yaml', 'title: { en: Examples, es: Ejemplos }', 'title: { en: &a Examples, es: *a }'),
    'pack.yaml',
    2,
    'Anchors (&), aliases (*) and tags (!) are not used',
  ],
  [
    'broken JSON',
    changed('sources.json', '"type": "webpage",', '"type": "webpage"'),
    'sources.json',
    15,
    'This is not valid JSON: ',
  ],
  ['a list that is none', { 'questions.yaml': 'id: what-is-it\n' }, 'questions.yaml', 1, 'The file must be a list'],
  [
    'deep nesting',
    { 'glossary.yaml': `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
    'glossary.yaml',
    1,
    'This is nested too deeply',
  ],

  // pack.yaml
  [
    'an unknown key',
    changed('pack.yaml', 'licence:', 'license:'),
    'pack.yaml',
    3,
    'Nothing reads the key `license` here.',
  ],
  ['a missing key', changed('pack.yaml', 'licence: CC-BY-4.0\n', ''), 'pack.yaml', 1, '`licence` is missing.'],
  [
    'a sentence without quotes',
    changed('pack.yaml', '{ en: Examples, es: Ejemplos }', '{ en: Examples, and more, es: Ejemplos }'),
    'pack.yaml',
    2,
    'Nothing reads “and more” here. Between braces',
  ],
  [
    'no English',
    changed('pack.yaml', '{ en: Examples, es: Ejemplos }', '{ es: Ejemplos }'),
    'pack.yaml',
    2,
    'English is missing here.',
  ],
  [
    'a wrong type',
    changed('pack.yaml', '{ en: Examples, es: Ejemplos }', 'Examples'),
    'pack.yaml',
    2,
    '`title` must be a map of keys and values; here is text.',
  ],
  [
    'a number for text',
    changed('pack.yaml', 'en: Examples', 'en: 2026'),
    'pack.yaml',
    2,
    '`en` must be text: put the number in quotes.',
  ],
  ['languages without English', changed('pack.yaml', '[en, es]', '[es]'), 'pack.yaml', 4, '`languages` must name en'],
  [
    'a language that Cairn does not speak',
    changed('pack.yaml', '[en, es]', '[en, es, xx]'),
    'pack.yaml',
    4,
    'This entry of `languages` must be one of en, es.',
  ],
  [
    'a group twice',
    changed(
      'pack.yaml',
      '  - { id: stones, name: { en: Stones } }',
      '  - { id: stones, name: { en: Stones } }\n  - { id: stones, name: { en: More } }',
    ),
    'pack.yaml',
    9,
    'The group `stones` is here twice.',
  ],
  [
    'a phone number',
    changed('pack.yaml', 'call your local emergency number', 'call 112'),
    'pack.yaml',
    10,
    'A pack holds no phone numbers',
  ],
  [
    '"reviewed"',
    changed('pack.yaml', 'en: Examples', 'en: Medically reviewed examples'),
    'pack.yaml',
    2,
    '“reviewed” cannot be said in a pack',
  ],

  // sources.json
  [
    'a source twice',
    changed('sources.json', '"id": "pebble2020"', '"id": "rock2012"'),
    'sources.json',
    13,
    'The source `rock2012` is here twice.',
  ],
  [
    'a DOI twice',
    changed('sources.json', '"URL":', '"DOI": "10.1000/EXAMPLE.2012",\n    "URL":'),
    'sources.json',
    16,
    'The DOI `10.1000/EXAMPLE.2012` is here twice.',
  ],
  [
    'a DOI with its address',
    changed('sources.json', '"10.1000/', '"https://doi.org/10.1000/'),
    'sources.json',
    9,
    '`DOI` is no DOI',
  ],
  [
    'a PMID that is a number',
    changed('sources.json', '"1000001"', '1000001'),
    'sources.json',
    10,
    '`PMID` must be text: put the number in quotes.',
  ],
  [
    'an unknown field',
    changed('sources.json', '"PMID"', '"pubmed"'),
    'sources.json',
    10,
    'Nothing reads the key `pubmed` here.',
  ],
  [
    'an impossible date',
    changed('sources.json', '[[2012]]', '[[2012, 13]]'),
    'sources.json',
    8,
    'This entry of `date-parts` is no date',
  ],
  [
    'a kind of source that there is not',
    changed('sources.json', '"article-journal"', '"paper"'),
    'sources.json',
    4,
    '`type` must be one of article, article-journal',
  ],
  [
    'a source without a title',
    changed('sources.json', '"title": "Pebbles",', ''),
    'sources.json',
    12,
    '`title` is missing.',
  ],

  // questions.yaml, axes.yaml, glossary.yaml
  [
    'a question without its condition',
    changed('questions.yaml', 'exactly is {condition}?', 'exactly is it?'),
    'questions.yaml',
    2,
    '`en` must hold {condition}',
  ],
  [
    'a question twice',
    {
      'questions.yaml': `${samplePack['questions.yaml']}${samplePack['questions.yaml']!.split('\n').slice(4).join('\n')}`,
    },
    'questions.yaml',
    9,
    'The question `urgent-help` is here twice.',
  ],
  [
    'a review that is never due',
    changed('questions.yaml', 'review-months: 36', 'review-months: 0'),
    'questions.yaml',
    4,
    '`review-months` must be 1 or more.',
  ],
  [
    'an axis with a source that there is not',
    changed('axes.yaml', 'source: rock2012', 'source: rock2013'),
    'axes.yaml',
    4,
    'sources.json has no source `rock2013`.',
  ],
  ['a value twice', changed('axes.yaml', 'id: heavy', 'id: light'), 'axes.yaml', 7, 'The value `light` is here twice.'],
  [
    'a glossary entry with a number',
    changed('glossary.yaml', 'from one part', 'from 1 part'),
    'glossary.yaml',
    4,
    'A glossary entry cites nothing, so it holds no numbers.',
  ],
  [
    'a long glossary entry',
    changed('glossary.yaml', 'into the next.', 'into the next. It does. It may.'),
    'glossary.yaml',
    4,
    'A glossary entry is one or two sentences.',
  ],
  [
    'a hard glossary',
    changed('glossary.yaml', 'It spills from one part into the next.', longSentence),
    'glossary.yaml',
    1,
    'The glossary is too hard: grade ',
  ],
  [
    'markup where none is read',
    changed('glossary.yaml', 'It spills', 'It [@rock2012] spills'),
    'glossary.yaml',
    4,
    'Markup has no meaning here and would be seen',
  ],

  // look-alikes.yaml
  [
    'a cell without a source',
    changed('look-alikes.yaml', 'All moves. [@pebble2020]', 'All moves.'),
    'look-alikes.yaml',
    9,
    'This cites no source.',
  ],
  [
    'a cell with a source that there is not',
    changed('look-alikes.yaml', 'Nothing moves. [@rock2012]', 'Nothing moves. [@rock1912]'),
    'look-alikes.yaml',
    8,
    'sources.json has no source `rock1912`.',
  ],
  [
    'a missing cell',
    changed('look-alikes.yaml', "        restlessness: { en: 'All moves. [@pebble2020]' }\n", ''),
    'look-alikes.yaml',
    7,
    '`restlessness` is missing.',
  ],
  [
    'a cell of a third condition',
    changed(
      'look-alikes.yaml',
      '        restlessness: {',
      "        weariness: { en: 'It sags. [@rock2012]' }\n        restlessness: {",
    ),
    'look-alikes.yaml',
    9,
    'Nothing reads the key `weariness` here.',
  ],
  [
    'a pair with a condition that there is not',
    changed(
      'look-alikes.yaml',
      /(\[stillness, )restlessness\]([^]*)restlessness: /u,
      "[stillness, unrest]\n    rows:\n      - feature: what-you-notice\n        stillness: { en: 'Nothing moves. [@rock2012]' }\n        unrest: ",
    ),
    'look-alikes.yaml',
    4,
    'This pack has no condition `unrest`.',
  ],
  [
    'a pair twice',
    {
      'look-alikes.yaml': `${samplePack['look-alikes.yaml']}  - conditions: [restlessness, stillness]\n${samplePack['look-alikes.yaml']!.split('\n').slice(4).join('\n')}`,
    },
    'look-alikes.yaml',
    11,
    'The pair restlessness and stillness is here twice.',
  ],
  [
    'a condition beside itself',
    changed('look-alikes.yaml', '[stillness, restlessness]', '[stillness, stillness]'),
    'look-alikes.yaml',
    4,
    '`conditions` names one condition twice.',
  ],
  [
    'a feature that there is not',
    changed('look-alikes.yaml', 'feature: what-you-notice', 'feature: what-helps'),
    'look-alikes.yaml',
    7,
    'There is no feature `what-helps` above.',
  ],

  // condition.yaml
  [
    'slug and folder that disagree',
    changed(restlessness, 'slug: restlessness', 'slug: unrest'),
    restlessness,
    1,
    'The slug `unrest` and the folder `restlessness` disagree.',
  ],
  [
    'a slug with capitals',
    changed(restlessness, 'slug: restlessness', 'slug: Restlessness'),
    restlessness,
    1,
    '`slug` must be small letters and digits',
  ],
  [
    'a group that there is not',
    changed(stillness, 'group: stones', 'group: plants'),
    stillness,
    3,
    'pack.yaml has no group `plants`.',
  ],
  [
    'a parent that there is not',
    changed(stillness, 'parent: null', 'parent: rest'),
    stillness,
    4,
    'This pack has no condition `rest`.',
  ],
  [
    'a name twice',
    changed(stillness, '[Example disease]', '[Example disease, stillness]'),
    stillness,
    9,
    'The name `stillness` is here twice.',
  ],
  [
    'a summary with a number',
    changed(stillness, 'movement that waits', 'movement that waits 5 years'),
    stillness,
    14,
    'A summary cites nothing',
  ],
  [
    'a title for a question that there is not',
    changed(stillness, 'urgent-help: {', 'what-helps: {'),
    stillness,
    16,
    'questions.yaml has no question `what-helps`.',
  ],
  [
    'an axis that there is not',
    changed(stillness, 'axis: weight', 'axis: colour'),
    stillness,
    20,
    'axes.yaml has no axis `colour`.',
  ],
  [
    'a value that there is not',
    changed(stillness, '[light, heavy]', '[light, feather]'),
    stillness,
    20,
    'The axis has no value `feather`.',
  ],
  [
    'a code of another system',
    changed(stillness, 'system: MONDO', 'system: SNOMED'),
    stillness,
    18,
    '`system` must be one of MONDO, ORPHA, OMIM, ICD-10, ICD-11, MeSH, HPO.',
  ],
  ...(
    [
      ['MONDO', 'MONDO:123'],
      ['ORPHA', '123'],
      ['OMIM', '12345'],
      ['ICD-10', 'G2.41'],
      ['ICD-11', '8O02'],
      ['MeSH', 'X020821'],
      ['HPO', 'HP:1332'],
    ] as const
  ).map(([system, code]): (typeof faults)[number] => [
    `a ${system} code of the wrong form`,
    changed(stillness, "system: MONDO, code: 'MONDO:0000001'", `system: ${system}, code: '${code}'`),
    stillness,
    18,
    `\`code\` is no code of ${system}: it must be `,
  ]),
  [
    'a code twice',
    changed(stillness, 'codes:\n', "codes:\n  - { system: MONDO, code: 'MONDO:0000001', relation: narrow }\n"),
    stillness,
    19,
    'The code `MONDO:0000001` is here twice.',
  ],
  [
    'a code with a source that there is not',
    changed(stillness, 'relation: exact, source: rock2012', 'relation: exact, source: mondo'),
    stillness,
    18,
    'sources.json has no source `mondo`.',
  ],

  // Claims
  [
    'a claim twice',
    changed(stillness, 'id: onset', 'id: prevalence-rock'),
    stillness,
    34,
    'The claim `prevalence-rock` is here twice.',
  ],
  [
    'a claim without a number',
    changed(stillness, /    low: 20\n    high: 40\n    interval: range\n/u, ''),
    stillness,
    34,
    '`id` has no number',
  ],
  ['low above high', changed(stillness, 'low: 20', 'low: 50'), stillness, 37, '`low` is greater than high.'],
  [
    'a value outside its interval',
    changed(stillness, 'value: 16.43', 'value: 26.43'),
    stillness,
    25,
    '`value` does not lie between low and high.',
  ],
  ['low alone', changed(stillness, '    high: 22.32\n', ''), stillness, 26, '`low` stands alone'],
  [
    'no kind of interval',
    changed(stillness, '    interval: ci95\n', ''),
    stillness,
    26,
    '`low` needs interval beside it',
  ],
  [
    'a unit that does not fit',
    changed(stillness, 'unit: per-100000', 'unit: years'),
    stillness,
    29,
    '`unit` does not fit: point-prevalence is told in per-100000 or percent.',
  ],
  [
    'more than can be',
    changed(stillness, /value: 16.43[^]*unit: per-100000/u, 'value: 116\n    unit: percent'),
    stillness,
    25,
    '`value` is more than there can be in percent: at most 100.',
  ],
  ['a year to come', changed(stillness, 'year: 2012', 'year: 2027'), stillness, 31, '`year` lies after today'],
  [
    'a measure that cannot say whom it counted',
    changed(stillness, '    source: pebble2020\n', '    source: pebble2020\n    counted: { who: adults }\n'),
    stillness,
    44,
    '`counted` fits only counts of how many people have a condition, not age-at-onset.',
  ],
  [
    'people who cannot be counted',
    changed(stillness, '{ who: all-ages }', '{ who: everybody }'),
    stillness,
    32,
    '`who` must be one of all-ages, adults, children, older-people, men, women.',
  ],
  [
    'a rank with nothing to rank it against',
    changed(english, '## In a table', 'It is :rank{measure=point-prevalence}.\n\n## In a table'),
    english,
    29,
    'No other condition beside `stillness` has a point-prevalence that can be ranked.',
  ],
  [
    'a rank by a count that cannot be compared',
    both(
      changed(english, '## In a table', 'It is :rank{measure=point-prevalence}.\n\n## In a table'),
      changed(stillness, '{ who: all-ages }', '{ who: all-ages, form: quiet-hand }'),
    ),
    english,
    29,
    '`stillness` has no point-prevalence that can be ranked',
  ],
  [
    'a rank by something that is no count',
    changed(english, '## In a table', 'It is :rank{measure=age-at-onset}.\n\n## In a table'),
    english,
    29,
    '`measure` of a rank must be one of point-prevalence, lifetime-prevalence, incidence, birth-prevalence.',
  ],
  [
    'a rank without a measure',
    changed(english, '## In a table', 'It is :rank.\n\n## In a table'),
    english,
    29,
    '“:rank.” could not be read as markup.',
  ],
  [
    'a rank in a short answer',
    changed(english, 'Stillness is a rest', 'Stillness is :rank{measure=point-prevalence}, a rest'),
    english,
    3,
    'A rank can stand only in the body of an answer.',
  ],
  [
    'a link to a comparison in the order that leads elsewhere',
    changed(
      english,
      '(/conditions/restlessness/questions/urgent-help)',
      '(/conditions/stillness/compare/restlessness)',
    ),
    english,
    24,
    'This link leads to a comparison that is not there.',
  ],
  [
    'a claim of a source that there is not',
    changed(stillness, '    source: pebble2020', '    source: pebble'),
    stillness,
    43,
    'sources.json has no source `pebble`.',
  ],

  // Answers
  ['no front matter', { [spanish]: '## Qué pasa\n\nNada.\n' }, spanish, 1, 'An answer begins with a line of ---'],
  [
    'a key that front matter does not have',
    changed(spanish, 'updated:', 'title: Hola\nupdated:'),
    spanish,
    3,
    'Nothing reads the key `title` here.',
  ],
  ['no day', changed(spanish, '2026-11-01', '2026-11-31'), spanish, 3, '`updated` is no day of the calendar.'],
  ['a day to come', changed(spanish, '2026-11-01', '2026-12-24'), spanish, 3, '`updated` lies after today'],
  [
    'a translation made by nobody we know',
    changed(spanish, 'made-by: person', 'made-by: magic'),
    spanish,
    4,
    '`made-by` must be one of machine, person.',
  ],
  ['a translation of no day', changed(spanish, ', of: 2026-11-01', ''), spanish, 4, '`of` is missing.'],
  [
    'a translation that says in its own words that it was checked',
    changed(spanish, 'made-by: person', 'checked: yes, made-by: person'),
    spanish,
    4,
    'Nothing reads the key `checked` here.',
  ],
  [
    'a translation of a day to come',
    changed(spanish, 'of: 2026-11-01', 'of: 2026-12-24'),
    spanish,
    4,
    '`translation.of` lies after today',
  ],
  [
    'a translation of an English text that there is not yet',
    changed(spanish, 'of: 2026-11-01', 'of: 2026-11-02'),
    spanish,
    4,
    '`translation.of` is later than the English text, which is of 2026-11-01.',
  ],
  [
    'English that says it is a translation',
    changed(english, 'updated: 2026-11-01', 'updated: 2026-11-01\ntranslation: { made-by: person, of: 2026-11-01 }'),
    english,
    6,
    'English is the language of reference',
  ],
  [
    'a translation of no English text',
    {
      'conditions/stillness/answers/es/urgent-help.md': samplePack[spanish],
    },
    'conditions/stillness/answers/es/urgent-help.md',
    4,
    'There is no English answer that this could render.',
  ],
  [
    'a question that is not in the catalogue',
    {
      'conditions/stillness/answers/en/why.md': samplePack[spanish]!.replace(/La .*\./u, 'It waits.').replace(
        'La mano espera',
        'It waits',
      ),
    },
    'conditions/stillness/answers/en/why.md',
    1,
    'questions.yaml has no question `why`.',
  ],
  [
    'a language that Cairn does not know',
    { 'conditions/stillness/answers/fr/what-is-it.md': samplePack[spanish] },
    'conditions/stillness/answers/fr/what-is-it.md',
    1,
    'Cairn does not speak `fr`',
  ],
  [
    'a language that the pack does not name',
    changed('pack.yaml', '[en, es]', '[en]'),
    spanish,
    1,
    'pack.yaml does not name `es` among its languages.',
  ],
  [
    'an answer in a language without names',
    { 'conditions/restlessness/answers/es/what-is-it.md': samplePack[spanish] },
    'conditions/restlessness/answers/es/what-is-it.md',
    1,
    'conditions/restlessness/condition.yaml has no names in `es`.',
  ],
  [
    'a long short answer',
    changed(english, 'Stillness is a rest that you did not choose.', 'It is a rest. '.repeat(14)),
    english,
    2,
    'The short answer has 63 words. Shorten it to 60.',
  ],
  [
    'a hard short answer',
    changed(english, 'Stillness is a rest that you did not choose.', longSentence),
    english,
    2,
    'The short answer is too hard: grade ',
  ],
  [
    'a hard Spanish short answer',
    changed(spanish, 'un descanso que no eliges', 'una caracterización epidemiológica extraordinariamente heterogénea'),
    spanish,
    2,
    'The short answer is too hard: grade ',
  ],
  [
    'a hard body',
    changed(
      spanish,
      'La mano espera',
      'Consideraciones epidemiológicas extraordinariamente heterogéneas caracterizan investigaciones internacionales',
    ),
    spanish,
    6,
    'The body is too hard: grade ',
  ],
  [
    'a number in the short answer',
    changed(english, ':claim[prevalence-rock]{show=value}', '16'),
    english,
    4,
    'The number “16” is not a claim.',
  ],
  [
    'a citation in the short answer',
    changed(english, 'did not choose.', 'did not choose [@rock2012].'),
    english,
    3,
    'A short answer holds no citation.',
  ],
  [
    'a list in the short answer',
    changed(spanish, 'short: La quietud es un descanso que no eliges.', 'short: "- Descanso"'),
    spanish,
    2,
    'Only words in a line can stand here',
  ],
  [
    'two paragraphs in the short answer',
    changed(spanish, 'short: La quietud es un descanso que no eliges.', 'short: "Descanso.\\n\\nMás."'),
    spanish,
    2,
    'Only one paragraph can stand here.',
  ],
  [
    'a number without a source',
    changed(english, 'The hand waits.', 'The hand waits for\n10 years.'),
    english,
    12,
    'The sentence with “10” has no source.',
  ],
  [
    'a number in a heading',
    changed(english, '## What happens', '## What 3 hands do'),
    english,
    9,
    'A heading holds no number (“3”).',
  ],
  [
    'a number in a row of a table',
    changed(english, '2 [@rock2012] |', '2 |'),
    english,
    35,
    'The sentence with “2” has no source.',
  ],
  [
    'a citation of nothing',
    changed(english, '[@rock2012].\n', '[@rock2012; @sand1999].\n'),
    english,
    7,
    'sources.json has no source `sand1999`.',
  ],
  [
    'a citation that cannot be read',
    changed(english, 'goes [@rock2012]', 'goes [@rock2012, p. 3]'),
    english,
    7,
    '“[@rock2012, p. 3]” could not be read as markup.',
  ],
  [
    'a term that is not in the glossary',
    changed(english, '{#overflow}', '{#spill}'),
    english,
    11,
    'glossary.yaml has no entry `spill`.',
  ],
  [
    'a term without an id',
    changed(english, '{#overflow}', ''),
    english,
    11,
    'Write a term as :term[words in the text]{#glossary-id}.',
  ],
  [
    'a claim that there is not',
    changed(english, 'find :claim[prevalence-rock]', 'find :claim[prevalence-sand]'),
    english,
    12,
    `${stillness} has no claim \`prevalence-sand\`.`,
  ],
  [
    'a claim of a condition that there is not',
    changed('conditions/restlessness/answers/en/urgent-help.md', 'stillness/', 'silence/'),
    'conditions/restlessness/answers/en/urgent-help.md',
    7,
    'This pack has no condition `silence`.',
  ],
  [
    'a range of a claim that has none',
    both(
      changed(english, 'find :claim[prevalence-rock]', 'find :claim[prevalence-rock]{show=range}'),
      changed(stillness, /    low: 12.09\n    high: 22.32\n    interval: ci95\n/u, ''),
    ),
    english,
    12,
    'The claim `prevalence-rock` has no low and high.',
  ],
  [
    'a show that there is not',
    changed(english, '{show=range}', '{show=both}'),
    english,
    12,
    '`show=both` is not known.',
  ],
  [
    'a directive that there is not',
    changed(english, ':term[overflow]', ':word[overflow]'),
    english,
    11,
    'There is no `:word[…]`.',
  ],
  [
    'a note that is not closed and not a note',
    changed(english, ':::note', ':::warning'),
    english,
    14,
    'There is no `:::warning`.',
  ],
  ['an empty note', changed(english, 'Older pages say more [@pebble2020].\n', ''), english, 14, 'This note is empty.'],
  [
    'a figure that there is not',
    changed(english, '::look-alikes', '::lookalikes'),
    english,
    27,
    '`::lookalikes` cannot be read.',
  ],
  [
    'a figure inside a list',
    changed(english, '- A rest', '- ::look-alikes\n- A rest'),
    english,
    24,
    '`::look-alikes` cannot stand here.',
  ],
  [
    'a mechanism figure inside a list',
    changed(english, '- A rest', '- ::mechanism{preset=healthy}\n- A rest'),
    english,
    24,
    'A mechanism figure cannot stand here.',
  ],
  [
    'a preset that there is not',
    changed(english, '::look-alikes', '::mechanism{preset=dystonai}'),
    english,
    27,
    'There is no preset `dystonai`. Write one of healthy, dystonia,',
  ],
  [
    'a mechanism figure about nothing',
    changed(english, '::look-alikes', '::mechanism'),
    english,
    27,
    'Say what the figure is about',
  ],
  [
    'a preset with a number that is none',
    mechanism('surround=NaN name="Ours" says="It moves."'),
    english,
    28,
    '`surround` must be a number; here is “NaN”.',
  ],
  [
    'a preset with a number that no knob has',
    mechanism('surround=7 name="Ours" says="It moves."'),
    english,
    28,
    '`surround` must be from 0 to 1.08; here is 7.',
  ],
  ['a preset without words', mechanism('surround=0.7 name="Ours"'), english, 28, 'A preset says its `says` in words.'],
  [
    'a preset whose words claim a review',
    mechanism('surround=0.7 name="Ours" says="A reviewed text."'),
    english,
    28,
    '“reviewed” cannot be said in a pack',
  ],
  [
    'two mechanism figures',
    changed(english, '::look-alikes', '::mechanism{preset=cramp}\n\n::mechanism{preset=dystonia}'),
    english,
    29,
    'One mechanism figure is enough for an answer.',
  ],
  [
    'words between the presets',
    changed(
      english,
      '::look-alikes',
      ':::mechanism{preset=ours}\n::preset{#ours surround=0.7 name="Ours" says="It moves."}\n\nHere.\n:::',
    ),
    english,
    30,
    'Only ::preset{…}s stand in a :::mechanism',
  ],
  [
    'an axis that there is not in a figure',
    changed(english, '::axis{#weight}', '::axis{#colour}'),
    english,
    20,
    'axes.yaml has no axis `colour`.',
  ],
  [
    'a measure that there is not',
    changed(english, 'measure=point-prevalence', 'measure=prevalence'),
    english,
    18,
    '`measure` must be one of point-prevalence',
  ],
  [
    'a measure without a claim',
    changed(english, 'measure=point-prevalence', 'measure=incidence'),
    english,
    18,
    'condition.yaml has no claim of incidence.',
  ],
  [
    'look-alikes of a condition without any',
    { 'look-alikes.yaml': 'features: []\npairs: []\n' },
    english,
    27,
    'look-alikes.yaml has no pair with `stillness`.',
  ],
  [
    'a figure with an attribute that it does not have',
    changed(english, '{#weight}', '{#weight show=all}'),
    english,
    20,
    '`::axis` knows nothing of `show`.',
  ],
  [
    'a number whose source its part does not name',
    changed(english, /years \[@pebble2020\]\.[^]*::axis/u, 'years [@rock2012].\n\n::axis'),
    english,
    12,
    'This part does not name the source of `onset`. Add `[@pebble2020]` to the sentence.',
  ],
  ['HTML', changed(english, 'The hand waits.', 'The <b>hand</b> waits.'), english, 11, 'HTML is not used in packs.'],
  [
    'a script',
    changed(english, 'The hand waits.', '<script>alert()</script>'),
    english,
    11,
    'HTML is not used in packs.',
  ],
  [
    'an image',
    changed(english, 'The hand waits.', '![A hand](https://example.org/hand.png)'),
    english,
    11,
    'Images are not used in packs.',
  ],
  [
    'a dangerous link',
    changed(english, 'https://example.org/rest', 'javascript:alert()'),
    english,
    25,
    'A link begins with https://',
  ],
  [
    'a link to a condition that there is not',
    changed(english, '/conditions/restlessness', '/conditions/unrest'),
    english,
    24,
    'This link leads to a condition that is not in the pack',
  ],
  [
    'a footnote',
    changed(english, 'The hand waits.', 'The hand waits[^1].\n\n[^1]: It does.'),
    english,
    11,
    'Footnotes are not used.',
  ],
  [
    'a heading of the first level',
    changed(english, '## What happens', '# What happens'),
    english,
    9,
    'Headings begin at ##.',
  ],
  [
    'a heading that skips a level',
    changed(english, '### Looks', '#### Looks'),
    english,
    22,
    'This heading skips a level. Use ###.',
  ],
  [
    'a heading with a citation',
    changed(english, '## What happens', '## What happens [@rock2012]'),
    english,
    9,
    'A heading holds plain words only.',
  ],
  [
    'a heading twice',
    changed(english, '## In a table', '## What happens'),
    english,
    29,
    'Two parts are called “What happens”.',
  ],
  [
    'an empty part',
    changed(english, '## In a table', '## Nothing\n\n## In a table'),
    english,
    29,
    'Nothing stands under “Nothing”.',
  ],
  ['an empty body', changed(spanish, /## Qué pasa[^]*$/u, ''), spanish, 6, 'The body is empty.'],
  [
    '"reviewed" in a text',
    changed(english, 'The hand waits.', 'The hand was\nreviewed by us.'),
    english,
    12,
    '“reviewed” cannot be said in a pack',
  ],
  [
    '«revisado» in a text',
    changed(spanish, 'La mano espera', 'Texto revisado'),
    spanish,
    8,
    '“revisado” cannot be said in a pack',
  ],
  [
    'a phone number in a text',
    changed(english, 'The hand waits.', 'Ring +44 20 7946 0018 [@rock2012].'),
    english,
    11,
    'A pack holds no phone numbers',
  ],
  [
    'quotes in quotes without end',
    changed(english, 'The hand waits.', `${'> '.repeat(40)}The hand waits.`),
    english,
    7,
    'Lists, quotes or emphasis are nested too deeply.',
  ],
];

test.for(faults)('%s is named at its line', async ([, changes, file, line, reason]) => {
  const { pack, faults } = await withSamplePack(changes, (folder) => readPack(folder, { clock }));
  expect(pack).toBeUndefined();
  const told = faults
    .filter(({ severity }) => severity === 'fault')
    .map((fault) => `${fault.file}:${fault.line}: ${fault.reason}`);
  expect(told.find((each) => each.startsWith(`${file}:${line}: ${reason}`)) ?? told).toEqual(expect.any(String));
});

test('Parents that go round in a circle are named', async () => {
  const { faults } = await withSamplePack(
    both(
      changed(stillness, 'parent: null', 'parent: restlessness'),
      changed(restlessness, 'group: stones', 'group: stones\nparent: stillness'),
    ),
    (folder) => readPack(folder, { clock }),
  );
  expect(faults).toMatchObject([
    { file: restlessness, line: 4, reason: expect.stringContaining('is above itself') },
    { file: stillness, line: 4, reason: expect.stringContaining('is above itself') },
  ]);
});

test('A form in another group than its wider condition is named', async () => {
  const { faults } = await withSamplePack(
    both(
      changed(restlessness, 'group: stones', 'group: pebbles\nparent: stillness'),
      changed(
        'pack.yaml',
        '- { id: stones',
        '- { id: pebbles, name: { en: Pebbles, es: Guijarros } }\n  - { id: stones',
      ),
    ),
    (folder) => readPack(folder, { clock }),
  );
  expect(faults).toMatchObject([
    { file: restlessness, line: 3, reason: expect.stringContaining('Give both one group') },
  ]);
});

test('A name and an exact code belong to one condition', async () => {
  const { faults } = await withSamplePack(
    changed(
      restlessness,
      'in-sentence: restlessness }',
      "in-sentence: restlessness, synonyms: [Éxample disease] }\ncodes: [{ system: MONDO, code: 'MONDO:0000001', relation: exact }]",
    ),
    (folder) => readPack(folder, { clock }),
  );
  expect(faults).toMatchObject([
    { file: stillness, line: 9, reason: expect.stringContaining('is a name of `restlessness` too') },
    { file: stillness, line: 18, reason: expect.stringContaining('is an exact code of `restlessness` too') },
  ]);
});

test('A count that says nothing of whom it counted, or names the world in another word, gets a warning', async () => {
  const { pack, faults } = await withSamplePack(
    changed(stillness, /counted: \{ who: all-ages \}\n/u, 'method: { en: One count }\n'),
    (folder) => readPack(folder, { clock }),
  );
  expect(pack).toBeDefined();
  expect(faults).toMatchObject([
    { file: stillness, line: 22, severity: 'warning', reason: expect.stringContaining('whom it counted') },
  ]);
  const { faults: named } = await withSamplePack(
    changed(stillness, 'place: { en: Worldwide }', 'place: { en: Global }'),
    (folder) => readPack(folder, { clock }),
  );
  expect(named).toMatchObject([
    { line: 30, severity: 'warning', reason: expect.stringContaining('Write `Worldwide`') },
  ]);
});

test('A translation that does not say how it was made gets a warning, and is imported', async () => {
  const { pack, faults } = await withSamplePack(changed(spanish, /translation: .*\n/u, ''), (folder) =>
    readPack(folder, { clock }),
  );
  expect(pack).toBeDefined();
  expect(faults).toMatchObject([
    {
      file: spanish,
      line: 3,
      severity: 'warning',
      reason: expect.stringContaining('does not say how it was translated'),
    },
  ]);
});
