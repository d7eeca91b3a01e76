import { chanceOf } from './attack.fixtures.ts';
import {
  holdScope,
  lowestThreshold,
  nothingHeld,
  roundDown,
  tellScope,
  type Cell,
  type Held,
  type Hierarchy,
  type Place,
  type Rule,
} from './release.ts';

/** A world of two places and those who named neither: small enough to go through everything that can have happened. */
const places = ['a', 'b', 'world'] as const;
const hierarchy: Hierarchy = { root: 'world', parentOf: (place) => (place === 'world' ? undefined : 'world') };
const rule: Rule = { threshold: lowestThreshold, hierarchy };

/** People, and all who have come or gone, by place. */
type Cells = readonly [Cell, Cell, Cell];

/** One release from exact numbers, as `Held` remembers; what is told is written so that it can be compared. */
export type Publish = (cells: Cells, held: Held) => { held: Held; told: string };

const asMap = (cells: Cells) => new Map<Place, Cell>(places.map((place, index) => [place, cells[index]!]));
const written = (counts: Iterable<readonly [Place, number]>) =>
  [...counts]
    .map(([place, people]) => `${place}=${people}`)
    .sort()
    .join(' ');

const byTheRule =
  (adjust: (held: Held) => Held): Publish =>
  (cells, before) => {
    const held = holdScope(asMap(cells), adjust(before), rule);
    return { held, told: written(tellScope(held, {}, rule).counts) };
  };

export const exactly: Publish = byTheRule((held) => held);

/** Without one of the rules each: what the exact attacker must find out. */
export const exactlyWeakened: Record<string, Publish> = {
  'live updates': byTheRule(() => nothingHeld),
  'five in a place are enough, however few have come in all': byTheRule((held) => ({ ...held, turn: -rule.threshold })),
  'no complementary suppression': (cells, held) => {
    const [a, b, rest] = cells.map(({ people }) => people) as [number, number, number];
    const all = [
      ['a', a],
      ['b', b],
      ['world', a + b + rest],
    ] as const;
    const told = all.filter(([, people]) => people >= rule.threshold);
    return { held, told: written(told.map(([place, people]) => [place, roundDown(people)])) };
  },
};

/** Every way to deal so many people out to three places. */
function* deals(count: number): Generator<readonly [number, number, number]> {
  for (let a = 0; a <= count; a++) for (let b = 0; a + b <= count; b++) yield [a, b, count - a - b];
}

function changed(cells: Cells, came: readonly number[], left: readonly number[]): Cells | undefined {
  const next = cells.map(({ people, changes }, index) => ({
    people: people + came[index]! - left[index]!,
    changes: changes + came[index]! + left[index]!,
  }));
  return next.some(({ people }, index) => people < 0 || cells[index]!.people < left[index]!)
    ? undefined
    : (next as unknown as Cells);
}

/** A set of places whose people the attacker is after, as a mask. */
const sets = [1, 2, 3, 4, 5, 6];
const sizeOfSet = (cells: Cells, set: number) =>
  cells.reduce((sum, { people }, index) => sum + (set & (1 << index) ? people : 0), 0);

interface Range {
  low: number;
  high: number;
}

/** What could have happened so far, for all that the attacker knows: how things may stand now, and how they may have been. */
interface Possible {
  cells: Cells;
  held: Held;
  /** Sizes of each set at each release, and how many of those who came together went to each place. */
  ranges: Map<string, Range>;
}

const widen = (ranges: Map<string, Range>, other: ReadonlyMap<string, Range>) => {
  for (const [what, { low, high }] of other) {
    const known = ranges.get(what);
    ranges.set(what, known ? { low: Math.min(known.low, low), high: Math.max(known.high, high) } : { low, high });
  }
};

const keyOf = (cells: Cells, held: Held) =>
  JSON.stringify([
    cells.map(({ people, changes }) => [people, changes]),
    [...held.parts],
    held.loans,
    [...held.ever],
    held.turn,
  ]);

/** Keeps what fits what was told; histories that came to the same are one. */
function fitting(
  next: Iterable<{ cells: Cells; before: Held; ranges: Map<string, Range> }>,
  told: string,
  publish: Publish,
  time: number,
): Possible[] {
  const possible = new Map<string, Possible>();
  for (const { cells, before, ranges } of next) {
    const release = publish(cells, before);
    if (release.told !== told) continue;
    for (const set of sets) {
      const size = sizeOfSet(cells, set);
      ranges.set(`${time} people of ${set}`, { low: size, high: size });
    }
    const key = keyOf(cells, release.held);
    const known = possible.get(key);
    if (known) widen(known.ranges, ranges);
    else possible.set(key, { cells, held: release.held, ranges });
  }
  return [...possible.values()];
}

export interface Story {
  /** How many came and left before each release: known. */
  came: number[];
  left: number[];
  /** What each release told: known. */
  told: string[];
}

/** Who comes to and leaves each of the three places before a release. */
export interface Round {
  came: readonly [number, number, number];
  left: readonly [number, number, number];
}

/** What everybody can know of a history. */
export function publishStory(publish: Publish, rounds: readonly Round[]): Story {
  let cells = places.map(() => ({ people: 0, changes: 0 })) as unknown as Cells;
  let held = nothingHeld;
  const told = rounds.map(({ came, left }) => {
    cells = changed(cells, came, left)!;
    const release = publish(cells, held);
    held = release.held;
    return release.told;
  });
  const sum = ([a, b, c]: readonly [number, number, number]) => a + b + c;
  return { came: rounds.map(({ came }) => sum(came)), left: rounds.map(({ left }) => sum(left)), told };
}

function inventRounds(chance: () => number): Round[] {
  const lean = [chance() ** 2, chance() ** 2, chance() ** 3];
  const total = lean[0]! + lean[1]! + lean[2]!;
  const oneOf = (numbers: readonly number[]) => numbers[Math.floor(chance() * numbers.length)]!;
  const somewhere = () => {
    let at = chance() * total;
    return Math.max(
      0,
      lean.findIndex((weight) => (at -= weight) <= 0),
    );
  };
  const people = [0, 0, 0];
  return Array.from({ length: 2 + Math.floor(chance() * 2) }, (_, round) => {
    const came: [number, number, number] = [0, 0, 0];
    const left: [number, number, number] = [0, 0, 0];
    for (let leaves = round === 0 ? 0 : oneOf([0, 0, 0, 1, 2, 3]); leaves > 0; leaves--) {
      const place = somewhere();
      if (people[place]! > left[place]!) left[place]!++;
    }
    const joins = round === 0 ? 10 + Math.floor(chance() * 16) : oneOf([0, 1, 1, 2, 4, 5]);
    for (let index = 0; index < joins; index++) came[somewhere()]!++;
    for (const place of people.keys()) people[place]! += came[place]! - left[place]!;
    return { came, left };
  });
}

/**
 * An attacker who goes through everything that can have happened: they know the rules, everything that was told, and how
 * many came and left before each release; not where. Returns what is true in every history that fits: a set of places with
 * at least one person and fewer than the threshold, at any time; or that people, fewer than the threshold, came to one place.
 */
export function attackExactly({ came, left, told }: Story, publish: Publish): string[] {
  const empty = places.map(() => ({ people: 0, changes: 0 })) as unknown as Cells;
  let possible: Possible[] = [{ cells: empty, held: nothingHeld, ranges: new Map() }];
  for (const time of told.keys()) {
    const next = function* () {
      for (const { cells, held, ranges } of possible)
        for (const joins of deals(came[time]!))
          for (const leaves of deals(left[time]!)) {
            const now = changed(cells, joins, leaves);
            if (!now) continue;
            const known = new Map(ranges);
            for (const [index, place] of places.entries())
              known.set(`${time} came to ${place}`, { low: joins[index]!, high: joins[index]! });
            yield { cells: now, before: held, ranges: known };
          }
    };
    possible = fitting(next(), told[time]!, publish, time);
  }
  const ranges = new Map<string, Range>();
  for (const each of possible) widen(ranges, each.ranges);
  const found = [...ranges].filter(([what, { low, high }]) => {
    const [time, kind] = what.split(' ') as [string, string];
    const joined = came[Number(time)]!;
    return kind === 'people' ? low >= 1 && high < rule.threshold : joined > 0 && low === joined;
  });
  // a group of people of whom all are known to have come to one place is large enough, or it is a find
  const placed = (place: string) =>
    found.reduce((sum, [what]) => sum + (what.endsWith(`came to ${place}`) ? came[Number(what.split(' ')[0])]! : 0), 0);
  return found
    .map(([what]) => what)
    .filter((what) => !what.includes('came to') || placed(what.split(' ').at(-1)!) < rule.threshold);
}

export function attackManyExactly(publish: Publish, cases: number, seed = 1) {
  const attacked = { cases, successes: 0, told: 0, first: undefined as string | undefined };
  for (let index = 0; index < cases; index++) {
    const story = publishStory(publish, inventRounds(chanceOf(seed + index)));
    const found = attackExactly(story, publish);
    if (found.length > 0) attacked.successes++;
    if (story.told.some((each) => each.includes(' '))) attacked.told++;
    attacked.first ??= found[0] && `case ${seed + index}: ${found[0]} ${JSON.stringify(story)}`;
  }
  return attacked;
}
