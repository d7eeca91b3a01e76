import type { Claim } from '#modules/knowledge/index.ts';

/** What a reviewer signs. Two texts are the same if and only if these are. */
export interface SignedText {
  conditionId: string;
  questionId: string;
  language: string;
  short: string;
  /** Markdown. */
  body: string;
  /** The numbers that the text names, by the reference it names them with. */
  claims: ReadonlyMap<string, Claim>;
  /** CSL-JSON of the sources that the text, or one of its numbers, cites, by citation key. */
  sources: ReadonlyMap<string, unknown>;
}

/**
 * The canonical form of what is signed (docs/domain/reviews.md): JSON without white space, keys of every object in the order
 * of their code points, texts in Unicode NFC. Its SHA-256 is the fingerprint.
 */
export const canonicalForm = ({ claims, sources, ...text }: SignedText): string =>
  canonicalJson({
    form: 'cairn-review-1',
    ...text,
    claims: Object.fromEntries(claims),
    sources: Object.fromEntries(sources),
  });

/** JSON that is the same for the same value, whatever order its keys came in. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key.normalize('NFC'))}:${canonicalJson(each)}`).join(',')}}`;
}
