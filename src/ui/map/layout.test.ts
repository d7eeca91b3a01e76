import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, spread, type Disc } from './layout.ts';

const apart = (a: Disc, b: Disc) => Math.hypot(a.x - b.x, a.y - b.y);

test('neighbours that cover each other step aside until both are seen whole, the small one further', () => {
  const [large, small] = spread([
    { x: 500, y: 500, radius: 50 },
    { x: 520, y: 500, radius: 10 },
  ]) as [Disc, Disc];
  expect(apart(large, small)).toBeGreaterThanOrEqual(60);
  expect(Math.abs(small.x - 520)).toBeGreaterThan(Math.abs(large.x - 500));
});

test('circles that do not touch stay where they are', () => {
  const discs = [
    { x: 100, y: 100, radius: 20 },
    { x: 300, y: 100, radius: 60 },
  ];
  expect(spread(discs)).toEqual(discs);
});

test('however crowded it is, no circle leaves its place by more than a little, and none is lost', () => {
  const disc = fc.record({
    x: fc.integer({ min: 900, max: 1100 }),
    y: fc.integer({ min: 100, max: 250 }),
    radius: fc.integer({ min: 6, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(disc, { maxLength: 40 }), (discs) => {
      const placed = spread(discs);
      expect(placed).toHaveLength(discs.length);
      placed.forEach((each, index) => expect(apart(each, discs[index]!)).toBeLessThan(38));
    }),
    { numRuns: 60 },
  );
});

const sheet = { width: 2000, height: 1000 };

test('a name is written where it covers no circle and no name before it', () => {
  const names = [
    { text: 'Spain', x: 500, y: 500 },
    { text: 'Andorra', x: 510, y: 505 },
    { text: 'France', x: 700, y: 300 },
    { text: 'Germany', x: 900, y: 300 },
  ];
  const discs = [{ x: 700, y: 300, radius: 30 }];
  expect(placeLabels(names, discs, sheet).map(({ text }) => text)).toEqual(['Spain', 'Germany']);
});

test('a name that would be cut off at the edge is not written', () => {
  expect(placeLabels([{ text: 'United States', x: 40, y: 500 }], [], sheet)).toEqual([]);
});
