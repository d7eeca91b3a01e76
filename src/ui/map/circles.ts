/** How large the circles of a map are: the area tells the number, from the largest down to what a finger and an eye still find. */
export interface Circles {
  /** The radius for so many people, in units of the drawing. */
  radius(people: number): number;
  /** What the legend shows: a few round numbers, the smallest first. */
  samples: { people: number; radius: number }[];
  /** Circles do not get smaller below this many people; undefined where all are true to scale. */
  smallestUpTo: number | undefined;
}

/** Fewer than this never make a full circle: a map of 15 people should not shout. */
const leastForLargest = 100;

/** 1, 2.5 or 5 times a power of ten, the largest that is not more than the number. */
export function roundBelow(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  return [5, 2.5, 1].map((step) => step * power).find((each) => each <= number && Number.isInteger(each)) ?? power;
}

/**
 * @param numbers the numbers that are shown, of one map
 * @param largest and `smallest`: radius in units of the drawing
 */
export function createCircles(numbers: readonly number[], largest: number, smallest: number): Circles {
  const most = Math.max(0, ...numbers);
  const full = Math.max(leastForLargest, most);
  const exact = (people: number) => largest * Math.sqrt(people / full);
  const radius = (people: number) => Math.round(Math.max(smallest, exact(people)) * 10) / 10;
  const truest = full * (smallest / largest) ** 2;
  const samples = most > 0 ? sampled(most) : [];
  return {
    radius,
    samples: samples
      .map((people) => ({ people, radius: radius(people) }))
      .filter(({ people }, index) => index === samples.length - 1 || people > truest),
    smallestUpTo: numbers.some((people) => exact(people) < smallest) ? roundBelow(truest) : undefined,
  };
}

function sampled(most: number): number[] {
  const large = roundBelow(most);
  return [...new Set([roundBelow(large / 12), roundBelow(large / 3), large])].filter((people) => people >= 10);
}
