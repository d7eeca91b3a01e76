/**
 * The release: from exact numbers of people to numbers that may be told. docs/domain/privacy-of-counts.md says in words
 * what is promised, docs/decisions/023 why by these rules.
 *
 * A scope (all conditions together, or one with its forms) is divided into **parts**: disjoint sets of people by where they
 * live. Each part has enough people to be told, every number that is told is a sum of parts, and so is every difference of
 * such numbers. A part's number stands still until enough people have come or gone.
 */

/** Below this many people a group could give somebody away (CMS's rule for small cells). An atlas may ask for more. */
export const threshold = 11;
/** No setting leads below this. */
export const lowestThreshold = 5;
/** Numbers are rounded down to a multiple of this. */
export const step = 5;
/** A number moves only after this many people have come or gone. */
export const fewestChanges = 5;

/**
 * From how many people on a number is told: enough above the threshold that a number which appears, or is gone, does not
 * tell that there were fewer than that just before.
 */
export const shownFrom = (smallest: number): number => Math.ceil((smallest + step - 1) / step) * step;

export const roundDown = (people: number): number => Math.floor(people / step) * step;

export type Place = string;

/** People of a scope who chose exactly this place, and how many have come or gone since counting began. */
export interface Cell {
  people: number;
  changes: number;
}

export interface Hierarchy {
  /** The place that all others are part of. */
  root: Place;
  parentOf(place: Place): Place | undefined;
}

export interface Rule {
  /** At least `lowestThreshold`; a RangeError otherwise. */
  threshold: number;
  hierarchy: Hierarchy;
  /** Whether a place may have a number of its own: of rare conditions, countries may not. */
  mayShow?: (place: Place) => boolean;
}

/** The people of a place who are in none of the places inside it that are told for themselves. */
export interface Part {
  /** How many there were when the part last moved. */
  people: number;
  /** How many had come or gone by then. */
  changes: number;
}

/** What is remembered of a scope from one release to the next. It is exact, and never shown. */
export interface Held {
  parts: ReadonlyMap<Place, Part>;
  /** Parts that fill up others, which are too small for themselves: they move together. */
  loans: readonly (readonly [from: Place, to: Place])[];
  /** Places that have ever been told. */
  ever: ReadonlySet<Place>;
  /** How many had come or gone anywhere in the scope when its parts were last looked at. */
  turn: number;
}

export const nothingHeld: Held = { parts: new Map(), loans: [], ever: new Set(), turn: 0 };

function checkRule({ threshold: smallest }: Rule): number {
  if (!Number.isInteger(smallest) || smallest < lowestThreshold)
    throw new RangeError(`a threshold is a whole number of at least ${lowestThreshold}, not ${smallest}`);
  return shownFrom(smallest);
}

/** Exact numbers of each place with all that is inside it. */
interface Counted {
  people: Map<Place, number>;
  inside: Map<Place, Place[]>;
}

function countUp(cells: ReadonlyMap<Place, Cell>, { parentOf }: Hierarchy): Counted {
  const people = new Map<Place, number>();
  const inside = new Map<Place, Place[]>();
  for (const [place, cell] of cells)
    for (let at: Place | undefined = place; at !== undefined; at = parentOf(at)) {
      const before = people.get(at);
      people.set(at, (before ?? 0) + cell.people);
      const parent = parentOf(at);
      if (before !== undefined || parent === undefined) continue;
      const among = inside.get(parent);
      if (among) among.push(at);
      else inside.set(parent, [at]);
    }
  return { people, inside };
}

/** The nearest place that is told, from this one upward. */
function nearest(
  place: Place | undefined,
  told: { has(place: Place): boolean },
  { parentOf }: Hierarchy,
): Place | undefined {
  let at = place;
  while (at !== undefined && !told.has(at)) at = parentOf(at);
  return at;
}

/** How the scope would be divided today: the people of each part, and which fills up which. */
interface Division {
  people: Map<Place, number>;
  loans: [from: Place, to: Place][];
}

function divide(counted: Counted, held: Held, rule: Rule, fewest: number): Division {
  const division: Division = { people: new Map(), loans: [] };
  const { people, inside } = counted;
  const sizeOf = (place: Place) => people.get(place) ?? 0;
  const bySize = (a: Place, b: Place) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1);

  /** The largest part within a place: the one that can best spare some of its people. */
  function largestPart(place: Place): Place {
    let best = place;
    const look = (at: Place) => {
      if (!division.people.has(at)) return;
      if (division.people.get(at)! > division.people.get(best)!) best = at;
      for (const child of inside.get(at) ?? []) look(child);
    };
    look(place);
    return best;
  }

  function forget(place: Place) {
    for (const child of inside.get(place) ?? []) if (division.people.has(child)) forget(child);
    division.people.delete(place);
    division.loans = division.loans.filter(([, to]) => to !== place);
  }

  /** Counts some people of `from` with `to`; false if it has too few. */
  function lend(from: Place, to: Place, missing: number): boolean {
    const lender = largestPart(from);
    const left = division.people.get(lender)! - missing;
    if (left < fewest) return false;
    division.people.set(lender, left);
    division.people.set(to, (division.people.get(to) ?? 0) + missing);
    division.loans.push([lender, to]);
    return true;
  }

  function divideAt(place: Place): void {
    const large = (inside.get(place) ?? []).filter(
      (child) => sizeOf(child) >= fewest && (rule.mayShow?.(child) ?? true),
    );
    const kept = large.filter((child) => held.parts.has(child)).sort(bySize);
    for (const child of kept) divideAt(child);
    let rest = sizeOf(place) - kept.reduce((sum, child) => sum + sizeOf(child), 0);
    division.people.set(place, rest);
    while (kept.length > 0 && rest < fewest) {
      if (lend(kept[0]!, place, fewest - rest)) break;
      const smallest = kept.pop()!;
      forget(smallest);
      rest += sizeOf(smallest);
      division.people.set(place, rest);
    }
    // A place that was told once stays apart in thought: what was left beside it then must not be found by subtraction now.
    const apart = new Set([...(inside.get(place) ?? []).filter((child) => held.ever.has(child)), ...kept]);
    let others = sizeOf(place) - [...apart].reduce((sum, child) => sum + sizeOf(child), 0);
    for (const child of large.filter((each) => !held.parts.has(each)).sort(bySize)) {
      const left = apart.has(child) ? others : others - sizeOf(child);
      const missing = Math.max(0, fewest - left);
      divideAt(child);
      division.people.set(place, division.people.get(place)! - sizeOf(child));
      if (missing > 0 && !lend(child, place, missing)) {
        forget(child);
        division.people.set(place, division.people.get(place)! + sizeOf(child));
        continue;
      }
      apart.add(child);
      others = left;
      if (missing > 0) break;
    }
  }

  const { root } = rule.hierarchy;
  if (sizeOf(root) >= fewest) divideAt(root);
  return division;
}

/**
 * What is held of a scope after this release. Parts move together where they overlap: the old ones and the new ones that
 * the same people may be in; each such group of parts moves only after enough changes in it.
 */
export function holdScope(cells: ReadonlyMap<Place, Cell>, held: Held, rule: Rule): Held {
  const fewest = checkRule(rule);
  const { hierarchy } = rule;
  const turn = [...cells.values()].reduce((sum, { changes }) => sum + changes, 0);
  // Whoever knows that only a few have come must not see where: then nothing moves, anywhere in the scope.
  if (turn - held.turn < rule.threshold) return held;

  const division = divide(countUp(cells, hierarchy), held, rule, fewest);
  const groups = joinOverlapping(held, division, hierarchy);
  const changesIn = (parts: { has(place: Place): boolean }) => {
    const sums = new Map<Place, number>();
    for (const [place, { changes }] of cells) {
      const part = nearest(place, parts, hierarchy);
      if (part !== undefined) sums.set(part, (sums.get(part) ?? 0) + changes);
    }
    return sums;
  };
  const changedOld = changesIn(held.parts);
  const changes = new Map<string, number>();
  for (const [place, part] of held.parts) {
    const group = groups.of(`old ${place}`);
    changes.set(group, (changes.get(group) ?? 0) + (changedOld.get(place) ?? 0) - part.changes);
  }
  const moves = (node: string) => (changes.get(groups.of(node)) ?? Infinity) >= fewestChanges;

  const parts = new Map<Place, Part>();
  for (const [place, part] of held.parts) if (!moves(`old ${place}`)) parts.set(place, part);
  const changedNew = changesIn(division.people);
  for (const [place, people] of division.people)
    if (moves(`new ${place}`)) parts.set(place, { people, changes: changedNew.get(place) ?? 0 });
  return {
    parts,
    loans: [
      ...held.loans.filter(([from]) => !moves(`old ${from}`)),
      ...division.loans.filter(([from]) => moves(`new ${from}`)),
    ],
    ever: new Set([...held.ever, ...parts.keys()]),
    turn,
  };
}

/** Old and new parts that may have people in common, or lend each other some: union-find over their names. */
function joinOverlapping(held: Held, division: Division, hierarchy: Hierarchy): { of(node: string): string } {
  const above = new Map<string, string>();
  const of = (node: string): string => {
    let at = node;
    while (above.has(at)) at = above.get(at)!;
    return at;
  };
  const join = (a: string, b: string) => {
    const [one, other] = [of(a), of(b)];
    if (one !== other) above.set(one, other);
  };
  for (const place of new Set([...held.parts.keys(), ...division.people.keys()])) {
    const old = nearest(place, held.parts, hierarchy);
    const now = nearest(place, division.people, hierarchy);
    // A scope that is told no more: its parts go together.
    if (old !== undefined) join(`old ${old}`, now === undefined ? 'hidden' : `new ${now}`);
    else if (held.parts.size > 0) join('hidden', `new ${now}`);
  }
  for (const [from, to] of held.loans) join(`old ${from}`, `old ${to}`);
  for (const [from, to] of division.loans) join(`new ${from}`, `new ${to}`);
  return { of };
}

/** What is told of a scope. */
export interface Told {
  /** Rounded numbers of the places that have one; the scope's total is that of the root. Empty where nothing is told. */
  counts: ReadonlyMap<Place, number>;
  /** Its own numbers before rounding, part by part. Never shown. */
  parts: ReadonlyMap<Place, number>;
}

/** How many people the parts of a scope stand for together. */
export const sizeOf = ({ parts }: Held): number => [...parts.values()].reduce((sum, { people }) => sum + people, 0);

export interface Around {
  /** So many at most: a form leaves enough people to those who have another form. */
  atMost?: number;
  /** The forms of this condition, as they are told. */
  forms?: readonly Told[];
}

/**
 * What may be told of what is held. Whoever subtracts a form from its wider condition, at the same place, must not find a
 * few people with another form: where they would, the wider condition is not told by itself, but as at least as many as
 * the largest of its forms.
 */
export function tellScope({ parts, loans }: Held, { atMost = Infinity, forms = [] }: Around, rule: Rule): Told {
  const fewest = checkRule(rule);
  const { hierarchy } = rule;
  const exact = lower(new Map([...parts].map(([place, { people }]) => [place, people])), atMost, fewest);
  const allowed = (place: Place) => rule.mayShow?.(place) ?? true;
  const told = new Set([...exact.keys()].filter(allowed));
  yieldUntil(told, exact, hierarchy, (own, place) => own.get(place)! >= fewest);
  // A part that had to be filled up stands for anything from nobody to fifteen people: nothing can be found from it.
  const filledUp = new Set(loans.map(([, to]) => to));
  for (const form of forms) {
    const both = () => new Set([...told].filter((place) => form.parts.has(place)));
    for (let shared = both(), before = 0; shared.size !== before;) {
      before = shared.size;
      const theirs = sumInto(shared, form.parts, hierarchy);
      const leavesEnough = (own: ReadonlyMap<Place, number>, place: Place) =>
        own.get(place)! - (theirs.get(place) ?? 0) >= fewest ||
        (filledUp.has(place) && own.get(place) === exact.get(place));
      yieldUntil(shared, exact, hierarchy, leavesEnough, told);
      shared = both();
    }
  }
  const own = sumInto(told, exact, hierarchy);
  const counts = roundUpwards(own, hierarchy);
  for (const form of forms)
    for (const [place, people] of form.counts)
      if (!told.has(place)) counts.set(place, Math.max(people, counts.get(place) ?? 0));
  return { counts, parts: own };
}

/** Takes what is too much from the largest part; nothing is left where that cannot spare it. */
function lower(parts: Map<Place, number>, atMost: number, fewest: number): Map<Place, number> {
  const tooMany = [...parts.values()].reduce((sum, people) => sum + people, 0) - atMost;
  if (tooMany <= 0) return parts;
  const [largest, people] = [...parts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  if (people - tooMany < fewest) return new Map();
  return parts.set(largest, people - tooMany);
}

/** The numbers of parts, put together to the places that are told. */
function sumInto(
  told: ReadonlySet<Place>,
  numbers: ReadonlyMap<Place, number>,
  hierarchy: Hierarchy,
): Map<Place, number> {
  const sums = new Map<Place, number>([...told].map((place) => [place, 0]));
  for (const [place, people] of numbers) {
    const part = nearest(place, told, hierarchy);
    if (part !== undefined) sums.set(part, sums.get(part)! + people);
  }
  return sums;
}

/**
 * Takes places away until every part that is left is large enough: a part that is not takes in the smallest place inside
 * it, or goes itself. `from` loses the same places.
 */
function yieldUntil(
  places: Set<Place>,
  numbers: ReadonlyMap<Place, number>,
  hierarchy: Hierarchy,
  isEnough: (own: ReadonlyMap<Place, number>, place: Place) => boolean,
  from: Set<Place> = places,
): void {
  for (;;) {
    const own = sumInto(places, numbers, hierarchy);
    const small = [...places].find((place) => !isEnough(own, place));
    if (small === undefined) return;
    const whole = (place: Place) =>
      [...own].reduce((sum, [other, people]) => sum + (isInside(other, place, hierarchy) ? people : 0), 0);
    const [goes = small] = [...places]
      .filter((place) => place !== small && nearest(hierarchy.parentOf(place), places, hierarchy) === small)
      .map((place) => [place, whole(place)] as const)
      .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
      .map(([place]) => place);
    for (const set of [places, from])
      for (const place of [...set]) if (isInside(place, goes, hierarchy)) set.delete(place);
  }
}

const isInside = (place: Place, of: Place, { parentOf }: Hierarchy): boolean => {
  let at: Place | undefined = place;
  while (at !== undefined && at !== of) at = parentOf(at);
  return at === of;
};

/** Each place with all that is inside it, rounded down. */
function roundUpwards(parts: ReadonlyMap<Place, number>, { parentOf }: Hierarchy): Map<Place, number> {
  const sums = new Map<Place, number>();
  for (const [place, people] of parts)
    for (let at: Place | undefined = place; at !== undefined; at = parentOf(at))
      if (parts.has(at)) sums.set(at, (sums.get(at) ?? 0) + people);
  return new Map([...sums].map(([place, people]) => [place, roundDown(people)]));
}
