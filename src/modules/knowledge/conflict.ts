import { onOneScale, reachOf, type Claim } from './claim.ts';

/** Two counts of the same people that cannot both be right. */
export interface Conflict {
  /** The lower count first. */
  claims: [Claim, Claim];
  /** How many times the higher is the lower; null where a count has no single value. */
  times: number | null;
  /** `tenfold`: the values are at least ten times apart. `apart`: neither is within the other's interval. */
  kind: 'tenfold' | 'apart';
}

/** From here on two counts are no longer near each other, whatever their intervals say. */
const far = 10;

/** In years. */
const sameTime = 5;

/** The same people by the claims' own account, or else in the same words. */
function countSamePeople(a: Claim, b: Claim): boolean {
  if (a.measure !== b.measure) return false;
  // the world grows, and grows older: numbers of people of different times do not contradict each other
  if (a.measure === 'people' && Math.abs(a.year - b.year) > sameTime) return false;
  if (!a.counted && !b.counted) return a.about.en === b.about.en;
  return a.counted?.who === b.counted?.who && a.counted?.form === b.counted?.form;
}

/**
 * Counts of the same measure and the same people that differ tenfold or more, wherever they were made; or, in one place,
 * whose intervals have nothing in common. The widest apart first.
 */
export function findConflicts(claims: readonly Claim[]): Conflict[] {
  const found = claims.flatMap((one, index) =>
    claims.slice(index + 1).flatMap((other) => (countSamePeople(one, other) ? (conflictOf(one, other) ?? []) : [])),
  );
  return found.sort((a, b) => (b.times ?? 0) - (a.times ?? 0));
}

function conflictOf(one: Claim, other: Claim): Conflict | undefined {
  const [a, b] = [onOneScale(one), onOneScale(other)];
  if (a.unit !== b.unit) return undefined;
  const [lower, higher] = middleOf(a) <= middleOf(b) ? [a, b] : [b, a];
  const times = lower.value && higher.value ? higher.value / lower.value : null;
  const claims: Conflict['claims'] = lower === a ? [one, other] : [other, one];
  if (times !== null && times >= far) return { claims, times, kind: 'tenfold' };
  const samePlace = one.place.en === other.place.en;
  const someInterval = lower.low !== null || higher.low !== null;
  return samePlace && someInterval && reachOf(lower).high < reachOf(higher).low
    ? { claims, times, kind: 'apart' }
    : undefined;
}

const middleOf = (claim: Claim): number => {
  const { low, high } = reachOf(claim);
  return claim.value ?? (low + high) / 2;
};
