import { parseAnswer } from '#modules/answers/index.ts';
import { claimsOf, type Claim, type Measure } from '#modules/knowledge/index.ts';

/** Where staff see a source and mark it. */
export const sourceRoomPath = (key: string): string => `/review/sources/${key}`;

/** A DOI, a PMID, or a whole reference: a line, as packs have it. */
export const mostNote = 300;

/** A number that rests on a source, with the condition that it belongs to. */
export interface RestingClaim {
  conditionId: string;
  slug: string;
  claim: Claim;
}

/** Whether a text rests on a source: it cites it, or names or draws a number that does. */
export function restsOn(
  text: { conditionId: string; short: string; body: string },
  key: string,
  claims: readonly RestingClaim[],
): boolean {
  const own = claims.filter(({ conditionId }) => conditionId === text.conditionId).map(({ claim }) => claim);
  const names = new Set([...own.map(({ id }) => id), ...claims.map(({ slug, claim }) => `${slug}/${claim.id}`)]);
  return [text.short, text.body].some((words) => {
    const { citations, claims: named, parts } = parseAnswer(words);
    if (citations.some(({ id }) => id === key) || named.some(({ id }) => names.has(id))) return true;
    return parts.some(({ blocks }) =>
      blocks.some(
        (block) =>
          block.kind === 'claims' &&
          claimsOf(own, block.measure as Measure).some(({ id }) => block.ids?.includes(id) ?? true),
      ),
    );
  });
}

/** Words of one line, without letters that nobody sees: some no database takes. */
export const inOneLine = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** Words to search sources by; of a DOI or PMID that was pasted with its address, the identifier alone. */
export const wordsToFind = (typed: string): string[] =>
  inOneLine(typed)
    .replace(/https?:\/\/(?:dx\.)?doi\.org\//giu, '')
    .replace(/https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)\/?/giu, '$1')
    .replace(/\b(?:doi|pmid):\s*/giu, '')
    .trim()
    .split(/\s+/u)
    .filter(Boolean)
    .slice(0, 6);
