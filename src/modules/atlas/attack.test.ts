import { describe, expect, test } from 'vitest';
import { attackMany, theRelease, weakened } from './attack.fixtures.ts';
import {
  attackExactly,
  attackManyExactly,
  exactly,
  exactlyWeakened,
  publishStory,
  type Round,
} from './exact-attack.fixtures.ts';

// `npm run bench -- attack` runs 100,000 of the first and 2,000 of the second kind (docs/performance.md).

describe('An attacker who works out from how many to how many', () => {
  test('finds nothing in what is released', { timeout: 120_000 }, () => {
    const attacked = attackMany(theRelease, 4000);
    expect(attacked).toMatchObject({ successes: 0, first: undefined });
    expect(attacked.told / attacked.cases).toBeGreaterThan(15);
  });

  test.each(Object.keys(weakened))('finds somebody where there is a weakness: %s', (weakness) => {
    const { successes, cases } = attackMany(weakened[weakness]!, 200);
    expect(successes / cases).toBeGreaterThan(0.05);
  });
});

/** Before each release so many come to each place; nobody leaves. */
const story = (...rounds: Round['came'][]): Round[] => rounds.map((came) => ({ came, left: [0, 0, 0] }));

describe('An attacker who goes through everything that can have happened', () => {
  test('finds nothing in what is released', { timeout: 120_000 }, () => {
    const attacked = attackManyExactly(exactly, 30);
    expect(attacked).toMatchObject({ successes: 0, first: undefined });
    expect(attacked.told).toBeGreaterThan(5);
  });

  test('finds somebody where nothing is held back for the sake of others', () => {
    expect(attackManyExactly(exactlyWeakened['no complementary suppression']!, 20).successes).toBeGreaterThan(0);
  });

  test.each([
    ['live updates', story([14, 0, 14], [1, 0, 0])],
    ['five in a place are enough, however few have come in all', story([14, 0, 14], [4, 4, 0], [1, 0, 0])],
  ] as [string, Round[]][])(
    'finds somebody where there is a weakness, in a history that tells nothing when released: %s',
    (weakness, rounds) => {
      const weak = exactlyWeakened[weakness]!;
      expect(attackExactly(publishStory(weak, rounds), weak)).not.toEqual([]);
      expect(attackExactly(publishStory(exactly, rounds), exactly)).toEqual([]);
    },
  );
});
