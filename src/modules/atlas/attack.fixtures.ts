import { allConditions, changesOf, fromWideToNarrow, type CountedAs, type Forms } from './counting.ts';
import {
  holdScope,
  nothingHeld,
  roundDown,
  type Cell,
  type Held,
  type Hierarchy,
  type Place,
  type Rule,
} from './release.ts';
import { createTelling } from './telling.ts';

/** Numbers by scope and place: what everybody can read. */
export type Published = Map<string, ReadonlyMap<Place, number>>;
/** Exact cells by scope. */
export type Exact = Map<string, Map<Place, Cell>>;

/** A way to publish; `state` is what it remembers. */
export interface Publisher {
  publish(exact: Exact, state: Map<string, Held>, world: Pick<World, 'forms' | 'rule'>): Published;
  /** What a number may stand for, at the time at which it was made, and what no number may. */
  reads: { low(told: number): number; high(told: number, depth: number): number; untold: number };
  /** Whether a number may be older than the release that it stands in. */
  holds: boolean;
  /** Whether a form leaves room in the wider condition, and stands in for it. */
  minds: boolean;
}

export interface World {
  hierarchy: Hierarchy;
  places: Place[];
  forms: Forms;
  rule: Rule;
}

const order = (forms: Forms) => fromWideToNarrow(forms);

/** Every place with all that is inside it. */
export function sumUp(cells: ReadonlyMap<Place, Cell>, { parentOf }: Hierarchy): Map<Place, number> {
  const sums = new Map<Place, number>();
  for (const [place, { people }] of cells)
    for (let at: Place | undefined = place; at !== undefined; at = parentOf(at))
      sums.set(at, (sums.get(at) ?? 0) + people);
  return sums;
}

function tellHeld(held: ReadonlyMap<string, Held>, { forms, rule }: Pick<World, 'forms' | 'rule'>): Published {
  const published: Published = new Map();
  const telling = createTelling((scope, { counts }) => void published.set(scope, counts));
  for (const { scope, depth } of order(forms)) telling.enter(scope, depth, held.get(scope) ?? nothingHeld, rule);
  telling.finish();
  return published;
}

function holdAll(exact: Exact, state: Map<string, Held>, { forms, rule }: Pick<World, 'forms' | 'rule'>) {
  for (const { scope } of order(forms))
    state.set(scope, holdScope(exact.get(scope) ?? new Map<Place, Cell>(), state.get(scope) ?? nothingHeld, rule));
}

const loanAtMost = 15;

/** The release, as it is. */
export const theRelease: Publisher = {
  publish(exact, state, world) {
    holdAll(exact, state, world);
    return tellHeld(state, world);
  },
  // a part may lend up to fifteen people on each level above it
  reads: { low: (told) => told, high: (told, depth) => told + 4 + loanAtMost * depth, untold: Infinity },
  holds: true,
  minds: true,
};

const each = (shown: (people: number, rule: Rule) => number | undefined): Publisher['publish'] =>
  function publish(exact, _, { rule }) {
    return new Map(
      [...exact].map(([scope, cells]) => [
        scope,
        new Map(
          [...sumUp(cells, rule.hierarchy)].flatMap(([place, people]) => {
            const number = shown(people, rule);
            return number === undefined ? [] : [[place, number] as const];
          }),
        ),
      ]),
    );
  };

/** What the release would be without one of its rules. Each must be found out. */
export const weakened: Record<string, Publisher> = {
  'no complementary suppression': {
    publish: each((people, { threshold }) => (people < threshold ? undefined : roundDown(people))),
    reads: { low: (told) => told, high: (told) => told + 4, untold: 10 },
    holds: false,
    minds: false,
  },
  'rounding to the nearest five': {
    publish: each((people, { threshold }) => {
      const nearest = Math.round(people / 5) * 5;
      return nearest < threshold - 1 ? undefined : nearest;
    }),
    reads: { low: (told) => told - 2, high: (told) => told + 2, untold: 7 },
    holds: false,
    minds: false,
  },
  'live updates': {
    publish(exact, _, world) {
      const state = new Map<string, Held>();
      holdAll(exact, state, world);
      return tellHeld(state, world);
    },
    reads: theRelease.reads,
    holds: false,
    minds: true,
  },
  'forms subtracted from nothing': {
    publish(exact, state, world) {
      holdAll(exact, state, world);
      return new Map(
        order(world.forms).map(({ scope }) => {
          const alone = tellHeld(new Map([[allConditions, state.get(scope)!]]), { ...world, forms: new Map() });
          return [scope, alone.get(allConditions)!];
        }),
      );
    },
    reads: theRelease.reads,
    holds: true,
    minds: false,
  },
};

/** Numbers that are the same every time: mulberry32. */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const parentsOf = (parents: ReadonlyMap<Place, Place>): Hierarchy => ({
  root: 'world',
  parentOf: (place) => parents.get(place),
});

/** A random hierarchy of two or three levels, and a condition with two forms beside another one. */
export function inventWorld(chance: () => number): World {
  const parents = new Map<Place, Place>();
  const places: Place[] = ['world'];
  const grow = (place: Place, level: number) => {
    const count = 1 + Math.floor(chance() * 4);
    for (let index = 0; index < count; index++) {
      const inside = `${place}.${index}`;
      parents.set(inside, place);
      places.push(inside);
      if (level < 2 && chance() < 0.5) grow(inside, level + 1);
    }
  };
  grow('world', 0);
  const hierarchy = parentsOf(parents);
  const forms: Forms = new Map([
    ['wide', null],
    ['form', 'wide'],
    ['other form', 'wide'],
    ['beside', null],
  ]);
  return { hierarchy, places, forms, rule: { threshold: 11, hierarchy } };
}

/** One release: who came and who went before it is known to the attacker, where they live is not. */
export interface Snapshot {
  published: Published;
  exact: Exact;
  /** How many people are in each scope, and how many have come to or left it since the release before. */
  known: Map<string, { people: number; came: number; left: number; moved: number }>;
}

/** People who join, leave, move and add conditions, and a release after each while. */
export function inventHistory(world: World, publisher: Publisher, chance: () => number): Snapshot[] {
  const { places, forms } = world;
  // some places are popular, most are not, as in the world
  const weights = places.map(() => chance() ** 4);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const somewhere = () => {
    let at = chance() * total;
    return places[weights.findIndex((weight) => (at -= weight) <= 0)] ?? places[0]!;
  };
  const conditions = (): string[] => {
    const roll = chance();
    if (roll < 0.35) return ['form'];
    if (roll < 0.5) return ['wide'];
    if (roll < 0.65) return ['other form'];
    if (roll < 0.75) return ['form', 'other form'];
    return roll < 0.8 ? ['wide', 'beside'] : ['beside'];
  };
  const newcomer = (): CountedAs => ({ region: somewhere(), conditions: conditions() });
  const nobody: CountedAs = { region: null, conditions: [] };

  let members: CountedAs[] = [];
  const exact: Exact = new Map([allConditions, ...forms.keys()].map((scope) => [scope, new Map<Place, Cell>()]));
  const state = new Map<string, Held>();
  const snapshots: Snapshot[] = [];
  const rounds = 2 + Math.floor(chance() * 3);
  for (let round = 0; round < rounds; round++) {
    const events: { before: CountedAs; now: CountedAs }[] = [];
    const joins = round === 0 ? 10 + Math.floor(chance() * 150) : Math.floor(chance() ** 2 * 25);
    for (let index = 0; index < joins; index++) events.push({ before: nobody, now: newcomer() });
    const leaving = round === 0 ? 0 : chance() ** 2 * 0.3;
    members = members.flatMap((before) => {
      const roll = chance();
      if (roll < leaving) {
        events.push({ before, now: nobody });
        return [];
      }
      const now: CountedAs =
        roll > 0.99
          ? { ...before, region: somewhere() }
          : roll > 0.98
            ? { ...before, conditions: [...new Set([...before.conditions, 'form'])] }
            : before;
      if (now !== before) events.push({ before, now });
      return [now];
    });
    members.push(...events.flatMap(({ before, now }) => (before === nobody ? [now] : [])));
    apply(events, exact, forms);
    snapshots.push({
      published: publisher.publish(exact, state, world),
      exact: new Map(
        [...exact].map(([scope, cells]) => [scope, new Map([...cells].map(([at, cell]) => [at, { ...cell }]))]),
      ),
      known: knownOf(events, exact, forms),
    });
  }
  return snapshots;
}

function apply(events: { before: CountedAs; now: CountedAs }[], exact: Exact, forms: Forms): void {
  for (const { scope, region, people, changes } of changesOf(events, forms)) {
    const cells = exact.get(scope)!;
    const cell = cells.get(region) ?? { people: 0, changes: 0 };
    cells.set(region, { people: cell.people + people, changes: cell.changes + changes });
  }
}

function knownOf(events: { before: CountedAs; now: CountedAs }[], exact: Exact, forms: Forms): Snapshot['known'] {
  const known: Snapshot['known'] = new Map(
    [...exact].map(([scope, cells]) => [
      scope,
      { people: [...cells.values()].reduce((sum, { people }) => sum + people, 0), came: 0, left: 0, moved: 0 },
    ]),
  );
  for (const event of events)
    for (const { scope, changes, people } of changesOf([event], forms)) {
      const of = known.get(scope)!;
      if (changes === 0 && people > 0) of.moved++;
      if (changes > 0 && people > 0) of.came++;
      if (changes > 0 && people < 0) of.left++;
    }
  return known;
}

interface Bounds {
  low: number;
  high: number;
}

/**
 * An attacker who reads every release, knows the rules, how many people the atlas has on each day, and how many have come
 * to each condition and left it, and when. They work out from how many to how many people each hidden set can have:
 * people of a place without a number, people of a place who are in none of its places with a number, people of a condition
 * without one of its forms. Returns what they have found out: a set that has somebody in it, and at most ten; or a number
 * that moved although fewer than eleven people can have moved it.
 */
export function attack({ hierarchy, places, forms }: World, snapshots: readonly Snapshot[], by: Publisher): string[] {
  const found: string[] = [];
  const small = ({ low, high }: Bounds) => low >= 1 && high <= 10;
  const depthOf = (place: Place) => {
    let depth = 0;
    for (let at = hierarchy.parentOf(place); at !== undefined; at = hierarchy.parentOf(at)) depth++;
    return depth;
  };
  const inside = Map.groupBy(places, (place) => hierarchy.parentOf(place));
  const scopes = [allConditions, ...forms.keys()];
  const slack = new Map(scopes.map((scope) => [scope, { came: 0, left: 0 }]));
  const sinceTurn = new Map(scopes.map((scope) => [scope, 0]));
  let before: Published = new Map();
  for (const [time, { published, known }] of snapshots.entries()) {
    const bounds = new Map<string, Map<Place, Bounds>>();
    for (const scope of scopes) {
      const moves = slack.get(scope)!;
      const { came, left, moved } = known.get(scope)!;
      if (time > 0 && by.holds) {
        moves.came += came + moved;
        moves.left += left + moved;
      }
      const numbers = published.get(scope) ?? new Map<Place, number>();
      // where a form may have been told lower to leave room, or stands in, a number is only the least that there are
      const around = forms.has(scope) ? published.get(forms.get(scope) ?? allConditions)?.get('world') : undefined;
      const isLowered = around !== undefined && around - (numbers.get('world') ?? 0) < 20;
      const isAtLeast = (place: Place, told: number) =>
        isLowered ||
        [...forms].some(
          ([form, wider]) => (wider ?? allConditions) === scope && published.get(form)?.get(place) === told,
        );
      const of = new Map(
        places.map((place): [Place, Bounds] => {
          const told = numbers.get(place);
          if (told === undefined) return [place, { low: 0, high: by.reads.untold }];
          const high = by.reads.high(told, depthOf(place)) + moves.came;
          return [
            place,
            {
              low: Math.max(0, by.reads.low(told) - moves.left),
              high: by.minds && isAtLeast(place, told) ? Infinity : high,
            },
          ];
        }),
      );
      if (scope === allConditions) of.set('world', { low: known.get(scope)!.people, high: known.get(scope)!.people });
      propagate(of, inside);
      bounds.set(scope, of);
      for (const place of places) {
        // how many people there are in all, the attacker knew before
        const isKnown = scope === allConditions && place === 'world';
        if (!isKnown && !numbers.has(place) && small(of.get(place)!)) found.push(`${time} ${scope} ${place}`);
        const within = inside.get(place) ?? [];
        if (within.length === 0 || !numbers.has(place)) continue;
        const shown = within.filter((child) => numbers.has(child));
        const rest = {
          low: of.get(place)!.low - shown.reduce((sum, child) => sum + of.get(child)!.high, 0),
          high: of.get(place)!.high - shown.reduce((sum, child) => sum + of.get(child)!.low, 0),
        };
        if (shown.length > 0 && small(rest)) found.push(`${time} ${scope} rest of ${place}`);
      }
    }
    for (const [form, wider] of forms)
      for (const place of places) {
        const [wide, narrow] = [wider ?? allConditions, form].map((scope) => bounds.get(scope)!.get(place)!);
        if (published.get(form)?.has(place) && small({ low: wide!.low - narrow!.high, high: wide!.high - narrow!.low }))
          found.push(`${time} ${place} without ${form}`);
      }
    const changed = scopes.filter((scope) => !isSame(before.get(scope), published.get(scope)));
    for (const scope of scopes) {
      const { came, left } = known.get(scope)!;
      sinceTurn.set(scope, sinceTurn.get(scope)! + came + left);
    }
    // a condition and its forms leave room for each other: what moves one may move the other
    const related = (a: string, b: string) => isWithin(a, b, forms) || isWithin(b, a, forms);
    const movers = scopes.filter((scope) => changed.some((each) => related(each, scope)));
    if (changed.length > 0 && movers.every((scope) => sinceTurn.get(scope)! < 11))
      found.push(`${time} ${changed.join(', ')} moved by few`);
    for (const [scope, count] of sinceTurn) if (count >= 11) sinceTurn.set(scope, 0);
    before = published;
  }
  return found;
}

function isWithin(scope: string, around: string, forms: Forms): boolean {
  let at: string | null = scope;
  while (at !== null && at !== around) at = forms.get(at) ?? null;
  return at === around || around === allConditions;
}

function isSame(a: ReadonlyMap<Place, number> = new Map(), b: ReadonlyMap<Place, number> = new Map()): boolean {
  return a.size === b.size && [...a].every(([place, people]) => b.get(place) === people);
}

/** A place has at least as many people as its parts, and a part at most as many as its place leaves it. */
function propagate(of: Map<Place, Bounds>, inside: ReadonlyMap<Place | undefined, readonly Place[]>): void {
  for (let moved = true; moved;) {
    moved = false;
    for (const [place, bounds] of of) {
      const within = inside.get(place) ?? [];
      const low = within.reduce((sum, child) => sum + of.get(child)!.low, 0);
      if (low > bounds.low) [bounds.low, moved] = [low, true];
      for (const child of within) {
        const part = of.get(child)!;
        const most = bounds.high - (low - part.low);
        if (most < part.high) [part.high, moved] = [most, true];
      }
    }
  }
}

export interface Attacked {
  cases: number;
  successes: number;
  /** Numbers that were told, all releases together: an attack on nothing proves nothing. */
  told: number;
  /** The first thing that was found out. */
  first: string | undefined;
}

/** Invents worlds and histories, and attacks each. */
export function attackMany(publisher: Publisher, cases: number, seed = 1): Attacked {
  const attacked: Attacked = { cases, successes: 0, told: 0, first: undefined };
  for (let index = 0; index < cases; index++) {
    const chance = chanceOf(seed + index);
    const world = inventWorld(chance);
    const snapshots = inventHistory(world, publisher, chance);
    const found = attack(world, snapshots, publisher);
    if (found.length > 0) attacked.successes++;
    attacked.first ??= found[0] && `case ${seed + index}: ${found[0]}`;
    for (const { published } of snapshots) for (const numbers of published.values()) attacked.told += numbers.size;
  }
  return attacked;
}
