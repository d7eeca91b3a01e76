import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedAxes, shippedRule } from '#support/axes.ts';
import { bandOf, sourcesOfAxis } from './axis.ts';

const ages = shippedRule('age-at-onset', 'bands');
const ratios = shippedRule('parkinson-motor-subtype', 'bands');

test.each([
  [0, 'infancy'],
  [2.99, 'infancy'],
  [3, 'childhood'],
  [12.9, 'childhood'],
  [13, 'adolescence'],
  [20.5, 'adolescence'],
  [21, 'early-adulthood'],
  [40.99, 'early-adulthood'],
  [41, 'late-adulthood'],
  [103, 'late-adulthood'],
])('an age of %d at the start is %s: years are whole', (age, value) => {
  expect(bandOf(age, ages)).toBe(value);
});

test.each([
  [0, 'gait-dominant'],
  [0.9, 'gait-dominant'],
  [0.901, 'mixed'],
  [1.1499, 'mixed'],
  [1.15, 'tremor-dominant'],
])('a ratio of %d is %s: it is not rounded', (ratio, value) => {
  expect(bandOf(ratio, ratios)).toBe(value);
});

test.each([-1, NaN, Infinity])('%d leads to no band', (number) => {
  expect(bandOf(number, ages)).toBeUndefined();
});

test('every number has one band', () => {
  for (const rule of [ages, ratios])
    fc.assert(
      fc.property(fc.double({ min: 0, max: 130, noNaN: true }), (number) => {
        const matching = rule.bands.filter((band) => bandOf(number, { ...rule, bands: [band] }) !== undefined);
        expect(matching).toHaveLength(1);
      }),
    );
});

test('an axis knows every source that it rests on', () => {
  expect(sourcesOfAxis(shippedAxes.find(({ id }) => id === 'cramp-trigger')!).sort()).toEqual([
    'allen2012',
    'dijkstra2023',
    'maughan2019',
    'rabbitt2016',
    'zhou2015',
  ]);
});
