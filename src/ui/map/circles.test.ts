import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCircles, roundBelow } from './circles.ts';

test('four times as many people make a circle of twice the width', () => {
  const { radius } = createCircles([25, 400, 1600], 80, 4);
  expect(radius(1600)).toBe(80);
  expect(radius(400)).toBe(40);
});

test('a circle never gets too small to see, and the legend says up to how many people that goes', () => {
  const { radius, smallestUpTo } = createCircles([10, 160_000], 80, 8);
  expect(radius(10)).toBe(8);
  expect(radius(5)).toBe(8);
  expect(smallestUpTo).toBe(1000);
  expect(createCircles([50, 100], 80, 8).smallestUpTo).toBeUndefined();
});

test('a handful of people do not get the circle of a crowd', () => {
  expect(createCircles([15], 80, 4).radius(15)).toBeLessThan(40);
});

test.each([
  [805, 500],
  [160, 100],
  [49, 25],
  [25, 25],
  [12, 10],
  [5, 5],
])('%d is explained by a circle of %d', (number, round) => {
  expect(roundBelow(number)).toBe(round);
});

test('the legend shows one to three different numbers, none larger than the largest on the map', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 200_000 }), { minLength: 1, maxLength: 40 }), (fives) => {
      const numbers = fives.map((each) => each * 5);
      const { samples } = createCircles(numbers, 80, 7);
      expect(samples.length).toBeGreaterThan(0);
      expect(samples.length).toBeLessThanOrEqual(3);
      expect(new Set(samples.map(({ people }) => people)).size).toBe(samples.length);
      for (const { people } of samples) expect(people).toBeLessThanOrEqual(Math.max(...numbers));
    }),
  );
});

test('where nothing is shown the legend has no circle', () => {
  expect(createCircles([], 80, 7).samples).toEqual([]);
});
