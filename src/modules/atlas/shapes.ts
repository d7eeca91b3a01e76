import { parentOf, world, type RegionCode } from '#modules/regions/index.ts';

/** How wide every drawing is, in its own units; scripts/shapes/view.ts draws them so. */
export const drawingWidth = 2000;

export interface DrawnRegion {
  code: RegionCode;
  /** Where a circle or a name stands. */
  x: number;
  y: number;
  /** From there to the nearest border; 0 for what is drawn as a dot. */
  room: number;
  /** Path data; empty for a dot. */
  d: string;
}

/** A region with what it consists of, drawn once and for all by scripts/draw-shapes.ts. */
export interface Drawing {
  height: number;
  /** The outline of the globe; empty where the drawing fills its frame. */
  edge: string;
  graticule: string;
  /** Other countries, to know the place by. */
  around: string;
  /** What lies too far away has a frame of its own. */
  frames: { x: number; y: number; width: number; height: number }[];
  parts: DrawnRegion[];
}

type Written = Readonly<Record<string, string>>;
type Module = Promise<{ default: Written }>;

/** One file for what is shown often, and one for the countries of each continent: read when first asked for, then kept. */
const files: Record<string, () => Module> = {
  [world]: () => import('./shapes/world.json', { with: { type: 'json' } }),
  '002': () => import('./shapes/002.json', { with: { type: 'json' } }),
  '003': () => import('./shapes/003.json', { with: { type: 'json' } }),
  '005': () => import('./shapes/005.json', { with: { type: 'json' } }),
  '009': () => import('./shapes/009.json', { with: { type: 'json' } }),
  '010': () => import('./shapes/010.json', { with: { type: 'json' } }),
  '142': () => import('./shapes/142.json', { with: { type: 'json' } }),
  '150': () => import('./shapes/150.json', { with: { type: 'json' } }),
};

const drawings = new Map<RegionCode, Drawing>();

/** The drawing of the world, a continent or a country; undefined for what is drawn on its country's alone. */
export async function findDrawing(code: RegionCode): Promise<Drawing | undefined> {
  const known = drawings.get(code);
  if (known) return known;
  const parent = parentOf(code);
  const file = files[parent === undefined || parent === world ? world : parent];
  const written = (await file?.())?.default[code];
  if (written === undefined) return undefined;
  const drawing = read(written);
  drawings.set(code, drawing);
  return drawing;
}

/** Four lines and the frames, then a line a region: code, x, y, room, path. */
function read(written: string): Drawing {
  const [height, edge = '', graticule = '', around = '', frames = '', ...parts] = written.split('\n');
  return {
    height: Number(height),
    edge,
    graticule,
    around,
    frames: frames.split(',').flatMap((frame) => {
      if (frame === '') return [];
      const [x = 0, y = 0, width = 0, height = 0] = frame.split(' ').map(Number);
      return { x, y, width, height };
    }),
    parts: parts.map((line) => {
      const [code = '', x, y, room, ...d] = line.split(' ');
      return { code, x: Number(x), y: Number(y), room: Number(room), d: d.join(' ') };
    }),
  };
}
