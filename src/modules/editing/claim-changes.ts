import type { Proposal } from './proposal.ts';

/** Numbers that somebody else changed since they were changed here. `known` are those of the condition as they are now. */
export const outdatedClaims = ({ claims }: Pick<Proposal, 'claims'>, known: readonly { id: string }[]): string[] =>
  Object.entries(claims)
    .filter(([id, { before, now }]) => {
      const current = known.find((claim) => claim.id === id) ?? null;
      return !sameValue(current, before) && !sameValue(current, now);
    })
    .map(([id]) => id);

const sameValue = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);

/** A value as a text, the same whatever order keys came in. */
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
