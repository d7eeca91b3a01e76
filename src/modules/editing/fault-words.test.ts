import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkOneAnswer, type Known } from '#modules/packs/index.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { siteWordsOf } from './fault-words.ts';

/*
 * The checker of packs speaks to those who keep files; the site says the same in words of its own, found by its sentences. Here
 * the checker itself says each of them: a sentence that changes, one that is new, and words that nothing calls for all fail.
 */

type KnownCondition = Known['conditions'] extends ReadonlyMap<string, infer One> ? One : never;
const here = { line: 1 };
const condition = (slug: string, claims: [string, Record<string, unknown>][], languages = ['en']): KnownCondition => ({
  located: {
    file: `conditions/${slug}/condition.yaml`,
    value: {
      kind: 'disorder',
      group: 'g',
      parent: null,
      names: Object.fromEntries(languages.map((each) => [each, {}])),
    },
    placeOf: () => here,
    placeOfWords: () => here,
  },
  claims: new Map(claims.map(([id, claim]) => [id, { source: 's2000', unit: 'percent', ...claim } as never])),
});
const world = { place: { en: 'Worldwide' }, counted: { who: 'all-ages' } };
const known: Known = {
  languages: new Set(['en', 'es']),
  groups: undefined,
  features: undefined,
  sources: new Set(['s2000']),
  questions: new Set(['what-is-it']),
  axes: new Map([['age', new Set(['young'])]]),
  terms: new Map([['quiet', new Set(['en'])]]),
  conditions: new Map([
    [
      'stillness',
      condition('stillness', [
        ['rate', { measure: 'incidence', value: 1, ...world }],
        ['sex', { measure: 'sex-ratio', low: 1, high: 2 }],
      ]),
    ],
    ['restlessness', condition('restlessness', [])],
  ]),
  paired: new Set(),
  comparisons: new Set(),
};

/** The sentences that the checker says of a text. */
function reasonsOf(body: string, { short = 'It waits.', language = 'en' } = {}): string[] {
  const address = { condition: 'stillness', language, question: 'what-is-it', today: '2026-11-30' };
  return checkOneAnswer({ ...address, short, body }, known).faults.map(({ reason }) => reason);
}

const hard = `${'Considerable heterogeneity characterises epidemiological investigations and '.repeat(5)}so on.`;
const mechanism = (presets: string, about = '{preset=healthy}') => `:::mechanism${about}\n${presets}\n:::`;
const preset = (attributes: string) => mechanism(`::preset{${attributes}}`);
const words = 'name="A" says="It moves."';

/** Texts with something wrong in them: bodies, and short answers. */
const bodies: string[] = [
  '',
  'It waits [@nobody1999].',
  'It takes 3 weeks.',
  '## In 3 weeks\n\nIt waits.',
  'It is :claim[nothing].',
  'It is :claim[sex]{show=value}.',
  'It is :claim[rate]{show=value} in all.',
  'It is :claim[nowhere/rate].',
  'It is :claim{show=value}.',
  'It is :claim[rate]{show=much}.',
  'It is :claim[rate]{big=yes}.',
  'It is :term[calm]{#nothing}.',
  'It is :term[calm].',
  'It is :other[calm].',
  'This was reviewed.',
  'Call 12345 now [@s2000].',
  'It <b>waits</b>.',
  '![It](a.png)',
  '[@s2000; nothing',
  '    It waits.',
  'It `waits`.',
  'It waits.\n\n---\n\nIt waits.',
  'It ~~waits~~.',
  'It [waits][a].\n\n[a]: https://example.org',
  'It waits[^1].\n\n[^1]: A note.',
  '- ## It\n\n  waits',
  '# It\n\nIt waits.',
  '## It\n\n#### It\n\nIt waits.',
  '## It\n\nIt waits.\n\n## It\n\nIt waits.',
  '## It',
  '## \n\nIt waits.',
  '## It [@s2000]\n\nIt waits.',
  '[](https://example.org)',
  '[it](mailto:a@example.org)',
  '[it](/conditions/nowhere)',
  '[it](/conditions/stillness/questions/nothing)',
  '[it](/conditions/stillness/compare/restlessness)',
  '- ::look-alikes',
  '::look-alikes',
  '::nothing',
  '::axis{#nothing}',
  '::axis{#age big=yes}',
  '::claims{measure=nothing}',
  '::claims{measure=incidence ids="sex"}',
  '::claims{measure=duration}',
  ':::box\nIt waits.\n:::',
  '- :::note\n  It waits.\n  :::',
  ':::note\n:::',
  'It is :rank{measure=incidence}.',
  'It is :rank{measure=duration}.',
  'It is :rank{measure=birth-prevalence}.',
  'It is :rank[much]{measure=incidence}.',
  '- ::mechanism{preset=healthy}',
  '::mechanism{preset=healthy}\n\n::mechanism{preset=healthy}',
  '::mechanism',
  '::mechanism{preset=nothing}',
  '::mechanism{preset=healthy big=yes}',
  mechanism('It waits.'),
  mechanism(Array.from('abcdefg', (id) => `::preset{#${id} dopamine=0.1 ${words}}`).join('\n')),
  mechanism(`::preset{#a dopamine=0.1 ${words}}\n::preset{#a dopamine=0.1 ${words}}`),
  preset(`#A dopamine=0.1 ${words}`),
  preset(`#healthy dopamine=0.1 ${words}`),
  preset('#a dopamine=0.1 name="A"'),
  preset(`#a dopamine=0.1 name="${'a'.repeat(50)}" says="It moves."`),
  preset(`#a base=nothing ${words}`),
  preset(`#a colour=1 ${words}`),
  preset(`#a dopamine=much ${words}`),
  preset(`#a dopamine=9 ${words}`),
  preset(`#a ${words}`),
  preset('#a dopamine=0.1 name="A" says="It moves [@s2000]."'),
  'It wai\u200Bts.',
  `It waits. ${hard}`,
  'It waits. '.repeat(4000),
  `${'> '.repeat(120)}It waits.`,
];
const shorts: string[] = [
  '',
  hard,
  'It waits. '.repeat(40),
  'It waits. '.repeat(250),
  'It takes 3 weeks.',
  'It waits [@s2000].',
  'It waits.\n\nIt rests.',
  '- It waits.',
  'It is :rank{measure=incidence}.',
];
const heard = [
  ...bodies.flatMap((body) => reasonsOf(body)),
  ...shorts.flatMap((short) => reasonsOf('It waits.', { short })),
  ...reasonsOf('Espera. :term[calma]{#quiet}.', { language: 'es', short: 'Espera.' }),
];

/** Where sentences of the checker stand that a text of the site can meet. */
const files = [
  'packs/check-answer.ts',
  'packs/check-text.ts',
  'packs/check-nodes.ts',
  'packs/check-rank.ts',
  'packs/check-mechanism.ts',
  'packs/check-claim-use.ts',
  'packs/check-numbers.ts',
  'packs/check-letters.ts',
  'packs/check-words.ts',
  'packs/check-shown-sources.ts',
  'mechanism/figure.ts',
];

/** Sentences that only files of a pack can call for. */
const ofFilesAlone = [
  'An answer begins with a line of ---', // the site writes these lines
  '`updated` lies after today', // and the day
  'Cairn does not speak', // the address of a page names a language that there is
  'pack.yaml does not name',
  'questions.yaml has no question', // and a question
  'The file begins with a byte order mark',
  'This cites no source. Add one', // of cells of look-alikes
  'Say whose claim this is', // of cells, too
];

/** The sentences in a file's code, as what they can become. */
function sentencesIn(file: string): { text: string; pattern: RegExp }[] {
  const code = readFileSync(join(import.meta.dirname, '..', file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gmu, '');
  const literals = code.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|\$\{[^{}]*\}|[^`\\])*)`/gu);
  return [...literals].flatMap(([, plain, template]) => {
    const text = (plain ?? template!).replace(/\\([`'])/gu, '$1');
    if (!/^[\p{Lu}“`].* .*[.!]$/u.test(text) && !/^\$\{.*\.$/u.test(text)) return [];
    const pieces = text.split(/\$\{[^{}]*\}/u).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
    return [{ text, pattern: new RegExp(`^${pieces.join('[^]*')}$`, 'u') }];
  });
}

describe('a fault that an editor on the site can meet', () => {
  test.each([...new Set(heard)])('has words of the site: %s', (reason) => {
    expect(siteWordsOf(reason).key).toBeDefined();
  });

  test.each(files)('is tried here, whatever sentence %s says', (file) => {
    const sentences = sentencesIn(file);
    expect(sentences.length).toBeGreaterThan(0);
    const untried = sentences.filter(
      ({ text, pattern }) =>
        !heard.some((reason) => pattern.test(reason)) && !ofFilesAlone.some((start) => text.startsWith(start)),
    );
    expect(untried.map(({ text }) => text)).toEqual([]);
  });

  test('is one for which there is a reason: no words of the site wait for a sentence that nobody says', () => {
    const keys = Object.keys(
      JSON.parse(readFileSync(join(import.meta.dirname, '../../../messages/en.json'), 'utf8')) as object,
    );
    const used = new Set<string | undefined>(heard.map((reason) => siteWordsOf(reason).key));
    expect(keys.filter((key) => key.startsWith('editing.fault.') && !used.has(key))).toEqual([]);
  });

  test('reads whole in both languages, without a gap', () => {
    const languages = createLanguages();
    for (const language of ['en', 'es'] as const)
      for (const reason of heard) {
        const said = siteWordsOf(reason);
        if (said.key)
          expect(createI18n(languages, language).t(said.key, said.values)).not.toMatch(/undefined|\{\w*\}(?!.)/u);
      }
  });
});

test('what only files can call for is not said of a text of the site', () => {
  for (const start of ofFilesAlone) expect(heard.some((reason) => reason.startsWith(start))).toBe(false);
});
