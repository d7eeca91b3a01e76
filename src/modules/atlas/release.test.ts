import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releaseCount, step, threshold } from './release.ts';

test('nobody and ten people look the same', () => {
  expect(releaseCount(0)).toEqual({ kind: 'hidden' });
  expect(releaseCount(10)).toEqual(releaseCount(0));
});

test('eleven people are shown as at least ten, 806 as at least 805', () => {
  expect(releaseCount(11)).toEqual({ kind: 'at-least', people: 10 });
  expect(releaseCount(806)).toEqual({ kind: 'at-least', people: 805 });
});

test('a released count never says more people than there are, and hides everything under the threshold', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), (people) => {
      const released = releaseCount(people);
      if (released.kind === 'hidden') expect(people).toBeLessThan(threshold);
      else {
        expect(released.people).toBeLessThanOrEqual(people);
        expect(released.people).toBeGreaterThan(people - step);
        expect(released.people % step).toBe(0);
      }
    }),
  );
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is not a number of people', (wrong) => {
  expect(() => releaseCount(wrong)).toThrow(RangeError);
});
