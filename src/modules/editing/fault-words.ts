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
];

/** The rarest faults stay in the words of the checker, which are English. */
export function siteWordsOf(reason: string): SiteWords {
  for (const [pattern, key, ...names] of patterns) {
    const found = pattern.exec(reason);
    if (found) return { key, values: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) };
  }
  return { key: undefined, reason };
}
