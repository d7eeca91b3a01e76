import { shapes, stoneNames, type Point, type StoneName } from './shapes.ts';

/** Numbers of a path, as short as SVG allows: ".5-1.2 3". */
function join(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    const word = String(number).replace(/^(-?)0\./, '$1.');
    const touching = text === '' || word.startsWith('-') || (word.startsWith('.') && /\.\d+$/.test(text));
    text += touching ? word : ` ${word}`;
  }
  return text;
}

/** A closed curve through the points (centripetal Catmull-Rom, so that tight corners do not overshoot) as SVG path data. */
export function closedCurve(points: readonly Point[], decimals = 1): string {
  const unit = 10 ** decimals;
  const at = (index: number) => points[(index + points.length) % points.length]!;
  const step = (a: Point, b: Point) => Math.max(1e-3, Math.hypot(a[0] - b[0], a[1] - b[1]) ** 0.5);
  const whole = (point: Point): Point => [Math.round(point[0] * unit), Math.round(point[1] * unit)];
  let from = whole(at(0));
  let path = `M${join(from.map((n) => n / unit))}c`;
  const steps: number[] = [];
  for (let i = 0; i < points.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const [a, b, c] = [step(p0, p1), step(p1, p2), step(p2, p3)];
    const first = (k: 0 | 1) =>
      (a * a * p2[k] - b * b * p0[k] + (2 * a * a + 3 * a * b + b * b) * p1[k]) / (3 * a * (a + b));
    const second = (k: 0 | 1) =>
      (c * c * p1[k] - b * b * p3[k] + (2 * c * c + 3 * c * b + b * b) * p2[k]) / (3 * c * (c + b));
    // relative to the rounded start of the segment: shorter, and rounding never adds up
    const ends = [whole([first(0), first(1)]), whole([second(0), second(1)]), whole(p2)] as const;
    for (const end of ends) steps.push((end[0] - from[0]) / unit, (end[1] - from[1]) / unit);
    from = ends[2];
  }
  path += join(steps.map((n) => Number(n.toFixed(decimals))));
  return `${path}z`;
}

export interface StoneOptions {
  /** Each ring is the outline drawn in towards the summit by a share of 0 to 1. */
  rings?: readonly number[];
  dx?: number;
  dy?: number;
  scale?: number;
  flip?: boolean;
}
export interface StoneDrawing {
  outline: string;
  rings: string[];
  width: number;
  height: number;
}

/** How much room a stone takes: its shape stands on the ground and begins at the left edge. */
export function sizeOfStone(name: StoneName): { width: number; height: number } {
  const { outline } = shapes[name];
  return { width: Math.max(...outline.map(([x]) => x)), height: -Math.min(...outline.map(([, y]) => y)) };
}

/** The outline and the contour lines of one stone, as path data. */
export function drawStone(name: StoneName, options: StoneOptions = {}): StoneDrawing {
  const { rings = [0.8, 0.6, 0.4], dx = 0, dy = 0, scale = 1, flip = false } = options;
  const { summit, outline } = shapes[name];
  const { width, height } = sizeOfStone(name);
  const place = ([x, y]: Point): Point => [dx + (flip ? width - x : x) * scale, dy + y * scale];
  const ring = (share: number) =>
    outline.map(([x, y], i): Point => {
      const k = share + 0.014 * Math.sin(i * 1.9 + share * 9); // no contour line is a copy of another
      return [summit[0] * (1 - k) + x * k, summit[1] * (1 - k) + y * k];
    });
  return {
    outline: closedCurve(outline.map(place)),
    rings: rings.map((share) => closedCurve(ring(share).map(place))),
    width: width * scale,
    height: height * scale,
  };
}

/** The stone of one experience: the same every time for the same id, so that readers know it again. */
export function stoneOf(id: string): { name: StoneName; flip: boolean } {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
  return { name: stoneNames[hash % stoneNames.length]!, flip: (hash >>> 8) % 2 === 1 };
}

/** The cairn of a page, from the ground up: five stones of knowledge, and on them the first stone of people. */
export const pile: readonly [StoneName, StoneOptions][] = [
  ['g', { scale: 1.18, rings: [0.8, 0.62, 0.44, 0.26] }],
  ['h', { dx: 121, scale: 0.9, flip: true, rings: [0.78, 0.56, 0.33] }],
  ['a', { dx: 26, dy: -26.5, scale: 1.17, flip: true, rings: [0.82, 0.65, 0.48, 0.31] }],
  ['c', { dx: 38, dy: -64.5, scale: 0.92, rings: [0.8, 0.6, 0.4] }],
  ['e', { dx: 103, dy: -63, scale: 0.72, flip: true, rings: [0.76, 0.5] }],
  ['d', { dx: 41, dy: -98.5, scale: 0.98, rings: [0.76, 0.5] }],
];
/** The stone still to come: the reader's. */
export const lastPlace: [StoneName, StoneOptions] = ['f', { dx: 52, dy: -123.5 }];
/** How high the cairn is with 1 to 6 stones; 7 is with the free place on top. */
export const pileHeights = [27, 32, 65, 100, 100, 124, 145] as const;
export const pileWidth = 181;

/** Five, or the next rounder number of people to a pebble: a mound is never more than 200 pebbles. */
export function peoplePerPebble(people: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [5, 10, 25]) if (people / (step * power) <= 200) return step * power;
}

export interface Mound {
  width: number;
  height: number;
  pebbles: { shape: 1 | 2 | 3; x: number; y: number }[];
}

/** A heap of pebbles, always the same for the same number of them. */
export function drawMound(count: number): Mound {
  const layers = count < 6 ? 1 : Math.max(2, Math.round(Math.sqrt(count) / 1.6));
  let seed = 11;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const slope = Array.from({ length: layers }, (_, i) => (1 - i / layers) ** 0.9);
  const sum = slope.reduce((a, b) => a + b);
  let left = count;
  const rows = slope.map((share) => {
    const row = Math.min(left, Math.round((count * share) / sum));
    left -= row;
    return row;
  });
  rows[0]! += left;
  const width = rows[0]! * 13 + 10;
  const tenth = (n: number) => Math.round(n * 10) / 10;
  const pebbles = rows.flatMap((row, layer) => {
    const start = (width - row * 12.8) / 2 + (chance() - 0.5) * 9;
    return Array.from({ length: row }, (_, i) => ({
      shape: (1 + Math.floor(chance() * 3)) as 1 | 2 | 3,
      x: tenth(start + i * 12.8 + (chance() - 0.5) * 2),
      y: tenth(-layer * 7.6 + (layer ? (chance() - 0.5) * 2 : 0)),
    }));
  });
  return { width, height: Math.ceil(layers * 7.6 + 4), pebbles };
}

/** The hill around the search: one large stone seen from above. Every fifth line is heavier, as on maps. */
export function drawHill({ width = 1600, lines = 15, corners = 36 } = {}): { path: string; heavy: boolean }[] {
  const wave = (t: number, s: number) =>
    Math.sin(t * 2 + s) * 0.5 +
    Math.sin(t * 3 - s * 1.7) * 0.28 +
    Math.sin(t * 5 + s * 2.3) * 0.13 +
    Math.sin(t * 7 - s * 0.9) * 0.06;
  const line = (k: number) =>
    Array.from({ length: corners }, (_, i): Point => {
      const t = (i / corners) * Math.PI * 2;
      const square = (Math.abs(Math.cos(t)) ** 2.6 + Math.abs(Math.sin(t)) ** 2.6) ** (-1 / 2.6);
      const far = square * (1 + (0.045 + k * 0.008) * wave(t, 1.1 + k * 0.11));
      return [
        width / 2 - k * 11 + Math.cos(t) * far * (470 + k * 44 + k * k * 1.2),
        360 + k * 7 + Math.sin(t) * far * (190 + k * 31 + k * k * 0.8),
      ];
    });
  return Array.from({ length: lines }, (_, k) => ({ path: closedCurve(line(k), 0), heavy: k % 5 === 4 }));
}
