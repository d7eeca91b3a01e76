import { closedCurve } from '../stones/draw.ts';
import type { Point } from '../stones/shapes.ts';

/** Parts of the body that a figure can mark. Left and right are the person's own. */
export type BodyRegion =
  'upper-face' | 'lower-face' | 'larynx' | 'neck' | 'trunk' | 'left-arm' | 'right-arm' | 'left-leg' | 'right-leg';

/** One half of a quiet outline, mirrored. */
// prettier-ignore
const half: Point[] = [[50, 2], [57.5, 3.5], [62.5, 10], [63.2, 18], [61.5, 26.5], [57.5, 33.5], [55, 37], [55.2, 43], [58.5, 46.5], [66, 49], [73, 51.5], [78, 57], [81, 68], [84.5, 82], [88.5, 97], [91.5, 109], [94, 117], [93.5, 124], [89.5, 126], [86, 121], [82.5, 110], [78, 97], [74, 84], [71, 73.5], [69.5, 84], [68.8, 94], [70.5, 104], [71.8, 116], [70.6, 132], [68, 146], [66.8, 158], [64.5, 170], [67.5, 176], [66, 179.5], [57.5, 179.5], [56, 173], [56.2, 160], [54.8, 146], [53.6, 132], [51.6, 119], [50, 116]];

export const bodyOutline = closedCurve([
  ...half,
  ...half
    .slice(1, -1)
    .reverse()
    .map(([x, y]): Point => [100 - x, y]),
]);

/** Generous areas, cut to shape by the outline, as countries are by a coast. */
export const regionPaths: Record<BodyRegion, string> = {
  'upper-face': 'M30 0H70V20.5Q50 23 30 20.5Z',
  'lower-face': 'M30 22Q50 24.5 70 22V33L56 37.5H44L30 33Z',
  neck: 'M42 38.5H58V45L64 49Q50 56 36 49L42 45Z',
  larynx: 'M46.4 39.5Q50 38 53.6 39.5L52.6 45.6Q50 47.4 47.4 45.6Z',
  trunk: 'M33 51.5Q50 58.5 67 51.5L71 60V73L76 100L71 113Q50 122 29 113L24 100L29 73V60Z',
  'left-arm': 'M69 51L73 60V73L77 100L75 130H100V50Z',
  'right-arm': 'M31 51L27 60V73L23 100L25 130H0V50Z',
  'left-leg': 'M50.5 118Q62 117 72 113.5V182H50.5Z',
  'right-leg': 'M49.5 118Q38 117 28 113.5V182H49.5Z',
};

export const bodyRegions = Object.keys(regionPaths) as BodyRegion[];

/** Between the parts, dotted as borders on a map are. */
export const regionBorders =
  'M30 21.2Q50 23.7 70 21.2M30 37.8H70M36 49.8Q50 57 64 49.8M32 49.5L28 60V75M68 49.5L72 60V75M27 112.6Q50 122 73 112.6M50 118V122' +
  'M46.4 39.5Q50 38 53.6 39.5L52.6 45.6Q50 47.4 47.4 45.6Z';

/** A face, as little as is needed to see which half is which. */
export const faceLines = {
  'upper-face': 'M40.8 16.6q3-1.9 6 0M53.2 16.6q3-1.9 6 0M40.4 13q3.2-2.2 6.6-.9M59.6 13q-3.2-2.2-6.6-.9',
  'lower-face': 'M45.6 29.8q2.2-.7 4.4 0q2.2-.7 4.4 0M47.6 32.4q2.4 .7 4.8 0',
};

/** Where a tap marks a part: wider than what is drawn, so that a thin arm is as easy to hit as the trunk. */
export const tapAreas: Record<BodyRegion, string> = {
  ...regionPaths,
  'upper-face': 'M26 -1H74V20.5H26Z',
  'lower-face': 'M26 20.5H74V38H26Z',
  neck: 'M30 38H70V51H30Z',
  larynx: 'M43.5 38.5H56.5V49H43.5Z',
  'left-leg': 'M50 118Q62 117 72 113.5L76 131H100V184H50Z',
  'right-leg': 'M50 118Q38 117 28 113.5L24 131H0V184H50Z',
};

/** Whether the figure can mark a part. */
export const hasFigure = (region: string): region is BodyRegion => Object.hasOwn(regionPaths, region);

/** An example of each pattern of the 2013 consensus on dystonia (Albanese and others), by the axis value's id. */
export const bodyPatterns: Readonly<Record<string, readonly BodyRegion[]>> = {
  focal: ['neck'],
  segmental: ['neck', 'right-arm'],
  multifocal: ['upper-face', 'left-leg'],
  hemi: ['left-arm', 'left-leg'],
  generalised: ['trunk', 'right-leg', 'left-leg'],
};
