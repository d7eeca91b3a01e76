import type { GeoContext } from 'd3-geo';

type Point = readonly [x: number, y: number];

/** Collects what d3 draws, in whole units, so that it can be written down short. */
export class Pen implements GeoContext {
  readonly lines: { points: Point[]; closed: boolean }[] = [];

  beginPath(): void {
    this.lines.length = 0;
  }
  moveTo(x: number, y: number): void {
    this.lines.push({ points: [[Math.round(x), Math.round(y)]], closed: false });
  }
  lineTo(x: number, y: number): void {
    this.lines.at(-1)!.points.push([Math.round(x), Math.round(y)]);
  }
  closePath(): void {
    this.lines.at(-1)!.closed = true;
  }
  arc(): void {
    // points are drawn by the page
  }
}

export const areaOf = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0) / 2;

/** Points that say something: none twice, and none on the way between two others. */
function onlyTurns(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const before = kept.at(-2);
    if (before && last) {
      const [dx, dy] = [last[0] - before[0], last[1] - before[1]];
      const [ex, ey] = [point[0] - last[0], point[1] - last[1]];
      if (dx * ey === dy * ex && dx * ex + dy * ey > 0) kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

/**
 * The drawing as the `d` of a path: relative lines between whole numbers. Rings smaller than `smallest` square units are
 * left out, but one may be kept.
 */
export function pathOf(pen: Pen, smallest = 0, keepOne = false): string {
  const lines = pen.lines
    .map(({ points, closed }) => ({ points: onlyTurns(points), closed }))
    .filter(({ points, closed }) => points.length > (closed ? 2 : 1))
    .map((line) => ({ ...line, area: line.closed ? Math.abs(areaOf(line.points)) : Number.POSITIVE_INFINITY }))
    .sort((a, b) => b.area - a.area);
  return lines
    .filter(({ area }, index) => area >= smallest || (index === 0 && keepOne))
    .map(({ points: [first, ...rest], closed }) => {
      let [x, y] = first!;
      const steps = rest.map(([toX, toY]) => {
        const step = `${toX - x} ${toY - y}`;
        [x, y] = [toX, toY];
        return step;
      });
      return `M${first!.join(' ')}l${steps.join(' ')}${closed ? 'z' : ''}`.replaceAll(' -', '-');
    })
    .join('');
}

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const isInside = ([x, y]: Point, ring: readonly Point[]): boolean =>
  ring.reduce((inside, [ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]!;
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);

/** Where a mark stands: the point of the largest ring that is farthest from its edge, near its middle, and how far that is. */
export function anchorOf(pen: Pen): { x: number; y: number; room: number } | undefined {
  const ring = pen.lines
    .filter(({ closed }) => closed)
    .map(({ points }) => points)
    .sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0];
  if (!ring) return undefined;
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  let [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  const size = Math.hypot(right - left, bottom - top);
  let best = { x: middle[0], y: middle[1], room: 0, score: Number.NEGATIVE_INFINITY };
  // a coarse grid, then finer ones around what it found
  for (let round = 0; round < 4; round++) {
    const cells = 24;
    for (let i = 0; i <= cells; i++)
      for (let j = 0; j <= cells; j++) {
        const at: Point = [left + ((right - left) * i) / cells, top + ((bottom - top) * j) / cells];
        if (!isInside(at, ring)) continue;
        const room = Math.min(
          ...ring.map((point, index) => distanceToLine(at, point, ring[(index + 1) % ring.length]!)),
        );
        const score = room - Math.hypot(at[0] - middle[0], at[1] - middle[1]) * 0.12;
        if (score > best.score) best = { x: at[0], y: at[1], room, score };
      }
    const reach = size / 2 / 8 ** (round + 1);
    [left, right, top, bottom] = [best.x - reach, best.x + reach, best.y - reach, best.y + reach];
  }
  return { x: Math.round(best.x), y: Math.round(best.y), room: Math.round(best.room) };
}
