import type { MessageKey } from '#platform/i18n/languages.ts';

/** A sentence of the checker of packs in the words of the site: it speaks of files, which editors on the site never see. */
export type SiteWords = { key: MessageKey; values: Record<string, string> } | { key: undefined; reason: string };

const patterns: [RegExp, MessageKey, ...string[]][] = [
  [/^sources\.json has no source `(.+?)`/u, 'editing.fault.no-source', 'key'],
  [/^The short answer has (\d+) words/u, 'editing.fault.too-many-words', 'words'],
  [/^The short answer is too hard/u, 'editing.fault.short-too-hard'],
  [/^The body is too hard/u, 'editing.fault.body-too-hard'],
  [/^The sentence with “(.+?)” has no source/u, 'editing.fault.number-without-source', 'words'],
  [/^The number “(.+?)” is not a claim/u, 'editing.fault.number-in-short', 'words'],
  [/^A short answer holds no citation/u, 'editing.fault.cites-in-short'],
  [/has no claim `(.+?)`/u, 'editing.fault.no-claim', 'id'],
  [/^The claim `(.+?)` has no (?:value|low)/u, 'editing.fault.claim-has-none', 'id'],
  [/^glossary\.yaml has no entry `(.+?)`/u, 'editing.fault.no-term', 'id'],
  [/^This part does not name the source of `(.+?)`\. Add `(.+?)`/u, 'editing.fault.source-not-named', 'id', 'cite'],
  [/^“(.+?)” cannot be said in a pack: only/u, 'editing.fault.says-reviewed', 'words'],
  [/holds no phone numbers/u, 'editing.fault.phone'],
  [/^HTML is not used/u, 'editing.fault.html'],
  [/^Images are not used/u, 'editing.fault.image'],
  [/^“(.+?)” could not be read as markup/u, 'editing.fault.markup', 'words'],
  [/^A heading holds no number \(“(.+?)”\)/u, 'editing.fault.number-in-heading', 'words'],
  [/^Nothing stands under “(.+?)”/u, 'editing.fault.empty-part', 'title'],
  [/^Headings begin at ##/u, 'editing.fault.heading-one'],
  [/^This heading skips a level/u, 'editing.fault.heading-skips'],
  [/^Two parts are called “(.+?)”/u, 'editing.fault.two-parts', 'title'],
  [/^The body is empty/u, 'editing.fault.body-empty'],
  [/^`short` is empty/u, 'editing.fault.short-empty'],
  [/^This link leads to a condition that is not in the pack, `(.+?)`/u, 'editing.fault.link-condition', 'slug'],
  [/^This link leads to a question that is not in the catalogue, `(.+?)`/u, 'editing.fault.link-question', 'question'],
  [/^A link begins with https/u, 'editing.fault.link'],
  [/^There is a hidden character here \((.+?)\)/u, 'editing.fault.hidden-letter', 'code'],
  [/has no names in `(.+?)`/u, 'editing.fault.no-names', 'language'],
  [/^`short` is too long/u, 'editing.fault.short-too-long'],
  [/^Lists, quotes or emphasis are nested/u, 'editing.fault.too-deep'],
  [/^The text is too long/u, 'editing.fault.too-long'],
  [/^This is read as program code/u, 'editing.fault.code-block'],
  [/^Program code is not used/u, 'editing.fault.inline-code'],
  [/^Lines across the page/u, 'editing.fault.line-across'],
  [/^Struck-through words/u, 'editing.fault.struck'],
  [/^Addresses at the end/u, 'editing.fault.addresses'],
  [/^Footnotes are not used/u, 'editing.fault.footnotes'],
  [/^A heading cannot stand here/u, 'editing.fault.heading-place'],
  [/^`::(.+?)` cannot stand here/u, 'editing.fault.figure-place', 'name'],
  [/^Only words in a line/u, 'editing.fault.only-words'],
  [/^One mechanism figure is enough/u, 'editing.fault.one-mechanism'],
  [/^Only one paragraph/u, 'editing.fault.one-paragraph'],
  [/^This link has no words/u, 'editing.fault.link-empty'],
  [/^This link leads to a comparison/u, 'editing.fault.link-comparison'],
  [/^This heading is empty/u, 'editing.fault.heading-empty'],
  [/^A heading holds plain words only/u, 'editing.fault.heading-plain'],
  [/^There is no `:(\w+)\[…\]`/u, 'editing.fault.no-such-mark', 'name'],
  [/^Write a term as/u, 'editing.fault.term-form'],
  [/^Write a claim as/u, 'editing.fault.claim-form'],
  [/^`(:{0,2}\w+)` knows nothing of `(.+?)`/u, 'editing.fault.not-known-here', 'name', 'key'],
  [/^`show=(.+?)` is not known/u, 'editing.fault.show', 'show'],
  [/^`::(.+?)` cannot be read/u, 'editing.fault.figure-form', 'name'],
  [/^axes\.yaml has no axis `(.+?)`/u, 'editing.fault.no-axis', 'id'],
  [/^look-alikes\.yaml has no pair/u, 'editing.fault.no-pair'],
  [/^`measure` must be one of (.+)\.$/u, 'editing.fault.measure', 'list'],
  [/^`ids` must name claims of (.+?) in/u, 'editing.fault.ids', 'measure'],
  [/^condition\.yaml has no claim of (.+?)\. /u, 'editing.fault.no-number-of', 'measure'],
  [/^There is no `:::(.+?)`/u, 'editing.fault.no-such-block', 'name'],
  [/^A :::note cannot stand here/u, 'editing.fault.note-place'],
  [/^This note is empty/u, 'editing.fault.note-empty'],
  [/^This pack has no condition `(.+?)`/u, 'editing.fault.claim-condition', 'slug'],
  [/^The glossary entry `(.+?)` has no `(.+?)`/u, 'editing.fault.term-language', 'id', 'language'],
  [/^A rank can stand only/u, 'editing.fault.rank-place'],
  [/^Write a rank as/u, 'editing.fault.rank-form'],
  [/^`measure` of a rank must be one of (.+)\.$/u, 'editing.fault.rank-measure', 'list'],
  [/^`.+?` has no (.+?) that can be ranked/u, 'editing.fault.rank-nothing', 'measure'],
  [/^No other condition beside .+? has a (.+?) that can be ranked/u, 'editing.fault.rank-alone', 'measure'],
  [/^A mechanism figure cannot stand here/u, 'editing.fault.mechanism-place'],
  [/^Only ::preset/u, 'editing.fault.mechanism-stray'],
  [/^A figure takes (\d+) presets at most/u, 'editing.fault.presets-many', 'most'],
  [/^Two presets are called `(.+?)`/u, 'editing.fault.presets-same', 'id'],
  [/^Say what the figure is about: .+?, one of (.+)\.$/u, 'editing.fault.figure-about', 'list'],
  [/^There is no preset `(.+?)`\. Write one of (.+)\.$/u, 'editing.fault.no-preset', 'id', 'list'],
  [/^Give the preset an id/u, 'editing.fault.preset-id'],
  [/^`(.+?)` is a preset of the model/u, 'editing.fault.preset-of-model', 'id'],
  [/^A preset says its `(.+?)` in words/u, 'editing.fault.preset-words', 'key'],
  [/^`(name|says)` is too long: at most (\d+)/u, 'editing.fault.preset-long', 'key', 'most'],
  [/^There is no preset `(.+?)` to begin with\. `base` is one of (.+)\.$/u, 'editing.fault.preset-base', 'id', 'list'],
  [/^A preset knows nothing of `(.+?)`\. What can be set: (.+)\.$/u, 'editing.fault.preset-knob', 'key', 'list'],
  [/^`(.+?)` must be a number; here is “(.*?)”/u, 'editing.fault.preset-number', 'key', 'value'],
  [
    /^`(.+?)` must be from (.+?) to (.+?); here is (.+)\.$/u,
    'editing.fault.preset-range',
    'key',
    'least',
    'most',
    'value',
  ],
  [/^This preset turns nothing/u, 'editing.fault.preset-nothing'],
  [/^Markup has no meaning here and would be seen \(“(.+?)”\)/u, 'editing.fault.markup-in-words', 'words'],
];

/** How something is written, braces and all, which in a message would be a value. */
const written = {
  term: '{#glossary-id}',
  rank: ':rank{measure=point-prevalence}',
  figures: '::claims{measure=…}, ::look-alikes, ::axis{#id}, ::mechanism{preset=…}',
};

/** Every fault that an editor can meet has words; one that is new in the checker stays in its English until it has. */
export function siteWordsOf(reason: string): SiteWords {
  for (const [pattern, key, ...names] of patterns) {
    const found = pattern.exec(reason);
    if (found)
      return {
        key,
        values: { ...written, ...Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) },
      };
  }
  return { key: undefined, reason };
}
