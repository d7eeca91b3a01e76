import { geoCentroid, geoGraticule, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { countryOf, type Land, type Shape, type Unit } from './land.ts';
import { findRegion, parentOf } from '#modules/regions/index.ts';
import { anchorOf, areaOf, pathOf, Pen } from './path.ts';

/** How wide every view is, in its own units: half a pixel on a wide screen. */
export const width = 2000;
/** What is smaller is drawn as a dot, so that it can be seen and pressed. */
const smallestShape = 18;
/** So is what is wide, but of islands too small to be seen. */
const smallestLand = 60;
/** Islands smaller than this many square units are left out, but for the largest of a region. */
const smallestIsland = 14;
/** Other countries are there to know the place by: their small islands are left out altogether. */
const smallestAround = 200;
/** The smallest triangle that can be seen, in square units. */
const smallestTriangle = 9;

/** How much may be left out for a projection of this scale: areas on the sphere and on paper are the same but for it. */
export const detailOf = (projection: GeoProjection): number => smallestTriangle / projection.scale() ** 2;

export interface DrawnPart {
  code: string;
  x: number;
  y: number;
  /** How far it is from there to the nearest border; 0 for a dot. */
  room: number;
  /** Empty for a dot. */
  d: string;
}

export interface DrawnView {
  height: number;
  /** The outline of the globe; empty where a view is filled to its edges. */
  edge: string;
  /** Lines of longitude and latitude. */
  graticule: string;
  /** The other countries. */
  around: string;
  /** What is too far away, in a frame of its own. */
  frames: { x: number; y: number; width: number; height: number }[];
  parts: DrawnPart[];
}

/** Draws shapes on one projection. */
export function createDraughtsman(projection: GeoProjection) {
  const pen = new Pen();
  const draw = geoPath(projection, pen);
  const trace = (shape: GeoPermissibleObjects): Pen => {
    pen.beginPath();
    draw(shape);
    return pen;
  };
  const box = (): [w: number, h: number] => {
    const points = pen.lines.flatMap(({ points }) => points);
    const spread = (of: 0 | 1) => Math.max(...points.map((at) => at[of])) - Math.min(...points.map((at) => at[of]));
    return points.length > 0 ? [spread(0), spread(1)] : [0, 0];
  };

  return {
    path: (shape: GeoPermissibleObjects, smallest = 0): string => pathOf(trace(shape), smallest),
    part(code: string, shape: Shape): DrawnPart | undefined {
      if (shape.coordinates.length === 0) return undefined;
      const traced = trace(shape);
      const d = pathOf(traced, smallestIsland, true);
      const anchor = anchorOf(traced);
      const largest = Math.max(0, ...traced.lines.map(({ points }) => Math.abs(areaOf(points))));
      if (d && anchor && largest >= smallestLand && Math.max(...box()) >= smallestShape) return { code, ...anchor, d };
      const at = projection(geoCentroid(shape)) ?? [0, 0];
      return { code, x: Math.round(at[0]), y: Math.round(at[1]), room: 0, d: '' };
    },
  };
}

export const graticule = (step: number) => geoGraticule().step([step, step])();

/** A view without frames: some regions, and the other land around them. */
export function drawView({
  projection,
  land,
  codes,
  codeOf,
  height,
  step,
}: {
  projection: GeoProjection;
  land: Land;
  codes: readonly string[];
  codeOf: (unit: Unit) => string | undefined;
  height: number;
  /** Degrees between the lines of the graticule. */
  step: number;
}): DrawnView {
  const draughtsman = createDraughtsman(projection);
  const countries = land.countries();
  const shapeOf = (code: string) =>
    codeOf === countryOf ? countries.get(code) : land.together((unit) => codeOf(unit) === code);
  const own = new Set(codes.map((code) => (findRegion(code)?.kind === 'subdivision' ? parentOf(code)! : code)));
  return {
    height,
    edge: '',
    graticule: draughtsman.path(graticule(step)),
    around: [...countries]
      .filter(([code]) => !own.has(code))
      .map(([, shape]) => draughtsman.path(shape, smallestAround))
      .join(''),
    frames: [],
    parts: codes.flatMap((code) => {
      const shape = shapeOf(code);
      return (shape && draughtsman.part(code, shape)) ?? [];
    }),
  };
}
