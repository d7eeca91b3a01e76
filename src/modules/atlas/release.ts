/** Below this many people nothing is told; 0 and 1 to 10 look the same (CMS's rule for small cells). */
export const threshold = 11;
/** Counts are rounded down to a multiple of this. */
export const step = 5;

/** A count that may be shown: "at least" so many people, or too few to say. */
export type ReleasedCount = { kind: 'hidden' } | { kind: 'at-least'; people: number };

/**
 * The one function through which a count of people leaves the atlas.
 * @param people exact number, a whole number of 0 or more; anything else throws a RangeError.
 */
export function releaseCount(people: number): ReleasedCount {
  if (!Number.isInteger(people) || people < 0) throw new RangeError(`not a number of people: ${people}`);
  return people < threshold ? { kind: 'hidden' } : { kind: 'at-least', people: Math.floor(people / step) * step };
}
