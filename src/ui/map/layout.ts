/** A circle on the map, by its middle. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** How far a circle may leave its place to make room, in units of the drawing: still on or beside its country. */
const farthest = 36;
const gap = 3;

/**
 * Circles that cover each other step aside, the small ones more than the large, as little as it takes; in a crowd that has no
 * room for all some still overlap. The same input gives the same map.
 */
export function spread<T extends Disc>(discs: readonly T[]): T[] {
  // plain numbers side by side: the loops below run some ten thousand times for a map of the world
  const x = Float64Array.from(discs, (disc) => disc.x);
  const y = Float64Array.from(discs, (disc) => disc.y);
  const radius = Float64Array.from(discs, (disc) => disc.radius);
  const near = pairsNear(x, y, radius);
  for (let round = 0; round < 24; round++) {
    let moved = false;
    for (let pair = 0; pair < near.length; pair += 2) moved = part(near[pair]!, near[pair + 1]!, x, y, radius) || moved;
    discs.forEach((home, index) => hold(home, index, x, y));
    if (!moved) break;
  }
  return discs.map((disc, index) => ({ ...disc, x: Math.round(x[index]!), y: Math.round(y[index]!) }));
}

type Numbers = Float64Array;

/** The indices, two and two, of those that can ever meet: of thirty thousand pairs, some hundreds. */
function pairsNear(x: Numbers, y: Numbers, radius: Numbers): number[] {
  const pairs: number[] = [];
  for (let one = 0; one < x.length; one++)
    for (let other = one + 1; other < x.length; other++) {
      const reach = radius[one]! + radius[other]! + gap + 2 * farthest;
      if (Math.abs(x[one]! - x[other]!) < reach && Math.abs(y[one]! - y[other]!) < reach) pairs.push(one, other);
    }
  return pairs;
}

/** Moves two that cover each other apart. Returns whether they did. */
function part(one: number, other: number, x: Numbers, y: Numbers, radius: Numbers): boolean {
  const wanted = radius[one]! + radius[other]! + gap;
  let dx = x[other]! - x[one]!;
  const dy = y[other]! - y[one]!;
  // two in one place part sideways
  if (dx === 0 && dy === 0) dx = 1;
  if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return false;
  // not `hypot`, which is ten times as slow and takes care of numbers that no map has
  const apart = Math.sqrt(dx * dx + dy * dy);
  if (apart >= wanted) return false;
  const push = (wanted - apart) / apart / 2;
  const share = radius[other]! / (radius[one]! + radius[other]!);
  x[one]! -= dx * push * share;
  y[one]! -= dy * push * share;
  x[other]! += dx * push * (1 - share);
  y[other]! += dy * push * (1 - share);
  return true;
}

/** Brings one back that has gone too far from its place. */
function hold(home: Disc, index: number, x: Numbers, y: Numbers): void {
  const dx = x[index]! - home.x;
  const dy = y[index]! - home.y;
  const far = Math.sqrt(dx * dx + dy * dy);
  if (far <= farthest) return;
  x[index] = home.x + (dx / far) * farthest;
  y[index] = home.y + (dy / far) * farthest;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Label {
  text: string;
  /** Its middle. */
  x: number;
  y: number;
}

/** The width of a letter and the height of a line of the names, in units of the drawing. */
export const letter = 13.5;
const line = 30;

const boxOf = ({ text, x, y }: Label): Box => {
  const half = (text.length * letter) / 2;
  return { left: x - half, right: x + half, top: y - line / 2, bottom: y + line / 2 };
};
const meet = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The names that can be read: in the order given, each that covers no circle, no name before it, and no edge. */
export function placeLabels<T extends Label>(
  labels: readonly T[],
  discs: readonly Disc[],
  sheet: { width: number; height: number },
): T[] {
  const taken = discs.map(({ x, y, radius: r }): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  return labels.filter((label) => {
    const box = boxOf(label);
    const fits = box.left > 8 && box.right < sheet.width - 8 && box.top > 8 && box.bottom < sheet.height - 8;
    if (!fits || taken.some((other) => meet(box, other))) return false;
    taken.push(box);
    return true;
  });
}
