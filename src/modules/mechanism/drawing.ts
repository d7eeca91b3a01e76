import { selectionThreshold } from './selection.ts';
import { frames, frameSeconds, plan, type Trial } from './trial.ts';

/* The geometry of the figure, in units of the drawings: used by the still on the server and by the island alike. */

/** To a tenth: finer is not seen, and would only be longer. */
const round = (value: number): number => Math.round(value * 10) / 10;

/** An arm from the side: the upper arm lies, the forearm turns at the elbow. */
export const armBox = { width: 236, height: 172 } as const;
export const elbow = { x: 122, y: 128 } as const;
export const forearm = { length: 78, wrist: 10, elbow: 15 } as const;

const shoulder = { x: 26, y: 128 };
/** Degrees: hanging straight, and as far as it goes. */
const straightest = 8;
const reach = 112;
/** The difference of pulls that bends the arm all the way. */
const fullPull = 0.62;

/** How far the forearm is raised, in degrees, for the pull of both muscles. */
export const bendOf = (bend: number, straighten: number): number =>
  straightest + reach * Math.min(1, Math.max(0, (bend - straighten) / fullPull));

/** 0: the hand lies as it should; 1: both muscles pull, and it is turned over. */
export const twistOf = (bend: number, straighten: number): number =>
  Math.min(1, Math.max(0, (Math.min(bend, straighten) - 0.1) / 0.14));

/** The muscle that bends runs above the bone, from the shoulder to a little beyond the elbow. */
export const bendMuscle = (pull: number, degrees: number): Muscle => {
  const turned = (-degrees * Math.PI) / 180;
  const end = { x: elbow.x + 20 * Math.cos(turned), y: elbow.y + 20 * Math.sin(turned) - 6 };
  return muscle({ x: shoulder.x + 10, y: shoulder.y - 12 }, end, -1, pull);
};

/** The muscle that straightens runs below it, to the tip of the elbow. */
export const straightenMuscle = (pull: number): Muscle =>
  muscle({ x: shoulder.x + 10, y: shoulder.y + 12 }, { x: elbow.x + 6, y: elbow.y + 13 }, 1, pull);

export interface Muscle {
  outline: string;
  /** Lines of height, as on a map: the harder it pulls, the more of them. */
  contours: string;
}

interface Point {
  x: number;
  y: number;
}

function muscle(from: Point, to: Point, side: 1 | -1, pull: number): Muscle {
  const belly = 7 + 19 * pull;
  const lines = Math.round(pull * 5);
  return {
    outline: spindle(from, to, side * belly, 5),
    contours: Array.from({ length: lines }, (_, i) => {
      const share = 1 - (i + 1) / (lines + 1);
      const inset = (1 - share) * 0.42;
      return spindle(between(from, to, inset), between(from, to, 1 - inset), side * belly * share, 4 * share);
    }).join(''),
  };
}

/** A shape pointed at both ends that bulges to one side. */
function spindle(from: Point, to: Point, bulge: number, other: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const at = (along: number, away: number) =>
    `${round(from.x + dx * along - (dy / length) * away)} ${round(from.y + dy * along + (dx / length) * away)}`;
  const back = bulge > 0 ? -other : other;
  return `M${at(0, 0)}C${at(0.28, bulge * 1.25)} ${at(0.66, bulge * 1.25)} ${at(1, 0)}C${at(0.7, back)} ${at(0.3, back)} ${at(0, 0)}Z`;
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

const longestBar = 0.6;

/** The brake on a channel as a share of the longest bar, in percent. */
export const barOf = (brake: number): number => round(Math.min(1, brake / longestBar) * 100);
export const thresholdBar = barOf(selectionThreshold);

/** Pull over time; drawn in a box that is stretched to its place. */
export const traceBox = { width: 400, height: 100 } as const;

export const traceX = (seconds: number): number => round((seconds / plan.end) * traceBox.width);
const traceY = (value: number) => Math.round(traceBox.height - 3 - value * (traceBox.height - 6));

/** A point for each frame in which something can be seen to change; between them the line runs level. */
export function traceOf(series: Trial['bendPull']): string {
  let level = traceY(series[0]!);
  let path = `M0 ${level}`;
  for (let frame = 1; frame < frames; frame++) {
    const y = traceY(series[frame]!);
    if (y === level) continue;
    path += `H${traceX(frame * frameSeconds)}L${traceX((frame + 1) * frameSeconds)} ${y}`;
    level = y;
  }
  return `${path}H${traceBox.width}`;
}

export const wishArea = {
  x: traceX(plan.wishFrom),
  width: traceX(plan.wishTo - plan.wishFrom),
} as const;
