import type { AnswerPage } from '#modules/answers/index.ts';
import type { Claim } from '#modules/knowledge/index.ts';
import { canonicalJson } from './canonical.ts';
import { signedTextOf } from './signed-text.ts';

/** What a signature signed, read back from its canonical form. */
export interface SignedForm {
  short: string;
  body: string;
  claims: Record<string, Claim>;
  sources: Record<string, unknown>;
}

export const readSignedForm = (canonical: string): SignedForm => JSON.parse(canonical) as SignedForm;

/** What a signature on a page would sign, in the same shape: to compare with. */
export function formOf(page: AnswerPage): SignedForm {
  const { short, body, claims, sources } = signedTextOf(page);
  return { short, body, claims: Object.fromEntries(claims), sources: Object.fromEntries(sources) };
}

export interface SignedChanges {
  /** `before` or `now` is missing where the text named the number only then, or names it only now. */
  claims: { id: string; before?: Claim; now?: Claim }[];
  sources: { key: string; before?: unknown; now?: unknown }[];
}

/** Numbers and sources under a text that are not as they were signed. */
export function changesOf(signed: SignedForm, page: AnswerPage): SignedChanges {
  const { claims, sources } = signedTextOf(page);
  return {
    claims: differences(new Map(Object.entries(signed.claims)), claims).map(({ key, ...each }) => ({
      id: key,
      ...each,
    })),
    sources: differences(new Map(Object.entries(signed.sources)), sources),
  };
}

function differences<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) {
  const keys = [...new Set([...before.keys(), ...now.keys()])].sort();
  return keys
    .map((key) => ({ key, before: before.get(key), now: now.get(key) }))
    .filter((each) => canonicalJson(each.before) !== canonicalJson(each.now));
}
