import { describe, expect, test } from 'vitest';
import {
  holdScope,
  nothingHeld,
  shownFrom,
  sizeOf,
  tellScope,
  type Cell,
  type Held,
  type Hierarchy,
  type Rule,
} from './release.ts';

const parents: Record<string, string> = {
  europe: 'world',
  asia: 'world',
  spain: 'europe',
  france: 'europe',
  malta: 'europe',
  madrid: 'spain',
  galicia: 'spain',
};
const hierarchy: Hierarchy = { root: 'world', parentOf: (place) => parents[place] };
const rule: Rule = { threshold: 11, hierarchy };

const cellsOf = (people: Record<string, number>, changes: Record<string, number> = people): Map<string, Cell> =>
  new Map(Object.keys(changes).map((place) => [place, { people: people[place] ?? 0, changes: changes[place]! }]));
const tell = (held: Held) => Object.fromEntries(tellScope(held, {}, rule).counts);
const first = (people: Record<string, number>) => holdScope(cellsOf(people), nothingHeld, rule);

describe('What is told at first', () => {
  test('nobody and fourteen people look the same, fifteen are told', () => {
    expect(tell(first({}))).toEqual({});
    expect(tell(first({ world: 14 }))).toEqual({});
    expect(tell(first({ world: 15 }))).toEqual({ world: 15 });
  });

  test('numbers are rounded down to five', () => {
    expect(tell(first({ world: 809 }))).toEqual({ world: 805 });
  });

  test('a place is told where enough people are left beside it', () => {
    expect(tell(first({ spain: 40, asia: 20, france: 3, world: 30 }))).toEqual({
      world: 90,
      europe: 40,
      spain: 25,
      asia: 20,
    });
    expect(tell(first({ spain: 40, france: 16, malta: 17, world: 30 }))).toEqual({
      world: 100,
      europe: 70,
      spain: 40,
      malta: 15,
    });
  });

  test('where few are left beside a large place, some of its people are counted with them', () => {
    const told = tell(first({ spain: 800, france: 3 }));
    // 803 in Europe, none elsewhere: fifteen are counted with "elsewhere in the world" and fifteen with "elsewhere in Europe"
    expect(told).toEqual({ world: 800, europe: 785, spain: 770 });
  });

  test('the number of a larger place is never within ten of what its parts come to', () => {
    for (let rest = 0; rest < 40; rest++) {
      const told = tell(first({ spain: 60, france: 45, malta: rest, world: 25 }));
      expect(told.europe! - (told.spain ?? 0) - (told.france ?? 0) - (told.malta ?? 0)).toBeGreaterThanOrEqual(15);
    }
  });
});

describe('What moves', () => {
  test('nothing, before eleven people have come or gone', () => {
    const held = first({ spain: 100, world: 50 });
    expect(holdScope(cellsOf({ spain: 110, world: 50 }), held, rule)).toBe(held);
    expect(tell(holdScope(cellsOf({ spain: 111, world: 50 }), held, rule)).spain).toBeGreaterThan(tell(held).spain!);
  });

  test('no part in which fewer than five have come or gone', () => {
    const held = first({ spain: 104, asia: 100, world: 50, europe: 30 });
    expect(tell(held)).toEqual({ world: 280, europe: 130, spain: 100, asia: 100 });
    const next = holdScope(cellsOf({ spain: 108, asia: 120, world: 50, europe: 30 }), held, rule);
    expect(tell(next)).toEqual({ world: 300, europe: 130, spain: 100, asia: 120 });
    const later = holdScope(cellsOf({ spain: 109, asia: 131, world: 50, europe: 30 }), next, rule);
    expect(tell(later)).toMatchObject({ spain: 105, asia: 130 });
  });

  test('a number that has become too small goes, and its people stay in the larger one', () => {
    const held = first({ asia: 30, europe: 60, world: 40 });
    const next = holdScope(
      cellsOf({ asia: 12, europe: 60, world: 40 }, { asia: 48, europe: 60, world: 40 }),
      held,
      rule,
    );
    expect(tell(next)).toEqual({ world: 110, europe: 60 });
  });
});

describe('A form within a wider condition', () => {
  /** What is told of a condition and of one form of it. */
  function both(wide: Record<string, number>, form: Record<string, number>) {
    const [around, inside] = [first(wide), first(form)];
    const told = tellScope(inside, { atMost: sizeOf(around) - 15 }, rule);
    return {
      form: Object.fromEntries(told.counts),
      wide: Object.fromEntries(tellScope(around, { forms: [told] }, rule).counts),
    };
  }

  test('is told beside it where enough people have another form', () => {
    expect(both({ spain: 60, europe: 40, asia: 60, world: 40 }, { spain: 30, europe: 20, world: 20 })).toEqual({
      wide: { world: 200, europe: 100, spain: 60, asia: 60 },
      form: { world: 70, europe: 50, spain: 30 },
    });
  });

  test('stands for it where nearly everybody has it', () => {
    expect(both({ spain: 60, europe: 40, world: 100 }, { spain: 57, europe: 38, world: 80 })).toEqual({
      wide: { world: 200, europe: 95, spain: 55 },
      form: { world: 175, europe: 95, spain: 55 },
    });
  });

  test('leaves at least fifteen people to it, and is not told where it cannot', () => {
    expect(both({ world: 100 }, { world: 99 })).toEqual({ wide: { world: 100 }, form: { world: 85 } });
    expect(both({ world: 20 }, { world: 16 })).toEqual({ wide: { world: 20 }, form: {} });
  });

  test('is never within ten of it at any place', () => {
    for (let more = 0; more < 40; more++) {
      const told = both({ spain: 60 + more, europe: 60, world: 60 }, { spain: 60, europe: 50, world: 40 });
      for (const [place, people] of Object.entries(told.form)) {
        const between = told.wide[place]! - people;
        expect([place, between === 0 || between >= 15]).toEqual([place, true]);
      }
    }
  });
});

test('a threshold may be higher, and is told from higher on; below five there is none', () => {
  expect([5, 6, 11, 20].map(shownFrom)).toEqual([10, 10, 15, 25]);
  expect(tell(holdScope(cellsOf({ world: 24 }), nothingHeld, { ...rule, threshold: 20 }))).toEqual({});
  for (const wrong of [4, 0, 5.5, Number.NaN])
    expect(() => holdScope(new Map(), nothingHeld, { ...rule, threshold: wrong })).toThrow(RangeError);
});

test('a threshold that is raised hides at once what was told under the lower one', () => {
  const held = first({ asia: 16, world: 60 });
  expect(Object.fromEntries(tellScope(held, {}, { ...rule, threshold: 20 }).counts)).toEqual({ world: 75 });
});
