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
  const placed = discs.map((disc) => ({ ...disc }));
  const near = pairsNear(placed);
  for (let round = 0; round < 24; round++) {
    let moved = false;
    for (const [one, other] of near) moved = part(one, other) || moved;
    placed.forEach((disc, index) => hold(disc, discs[index]!));
    if (!moved) break;
  }
  return placed.map((disc) => ({ ...disc, x: Math.round(disc.x), y: Math.round(disc.y) }));
}

/** Only those can ever meet: a map of the world has thirty thousand pairs, and some hundreds of these. */
function pairsNear<T extends Disc>(discs: readonly T[]): [T, T][] {
  const pairs: [T, T][] = [];
  discs.forEach((one, index) => {
    for (let next = index + 1; next < discs.length; next++) {
      const other = discs[next]!;
      const reach = one.radius + other.radius + gap + 2 * farthest;
      if (Math.abs(one.x - other.x) < reach && Math.abs(one.y - other.y) < reach) pairs.push([one, other]);
    }
  });
  return pairs;
}

function part(one: Disc, other: Disc): boolean {
  const wanted = one.radius + other.radius + gap;
  // two in one place part sideways
  const same = one.x === other.x && one.y === other.y;
  const dx = same ? 1 : other.x - one.x;
  const dy = same ? 0 : other.y - one.y;
  if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return false;
  // not `hypot`, which is ten times as slow and takes care of numbers that no map has
  const apart = Math.sqrt(dx * dx + dy * dy);
  if (apart >= wanted) return false;
  const push = (wanted - apart) / apart / 2;
  const share = other.radius / (one.radius + other.radius);
  one.x -= dx * push * share;
  one.y -= dy * push * share;
  other.x += dx * push * (1 - share);
  other.y += dy * push * (1 - share);
  return true;
}

function hold(disc: Disc, home: Disc): void {
  const [dx, dy] = [disc.x - home.x, disc.y - home.y];
  const far = Math.hypot(dx, dy);
  if (far <= farthest) return;
  disc.x = home.x + (dx / far) * farthest;
  disc.y = home.y + (dy / far) * farthest;
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
