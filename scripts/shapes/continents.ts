import { geoAzimuthalEqualArea, geoConicEqualArea, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { childrenOf, listContinents, listCountries, world } from '#modules/regions/index.ts';
import { countryOf, type Land } from './land.ts';
import { createDraughtsman, detailOf, drawView, width, type DrawnView } from './view.ts';

type LandAt = (detail: number) => Land;

/** Equal-area projections all: a circle of so many people stands on land that is no larger than it is. */
interface Frame {
  projection: () => GeoProjection;
  /** Points that must be seen: west, south, east, north … */
  seen: [longitude: number, latitude: number][];
  step: number;
}

const around = (longitude: number, latitude: number) => () => geoAzimuthalEqualArea().rotate([-longitude, -latitude]);

const frames: Record<string, Frame> = {
  '002': {
    projection: around(17, 1),
    seen: [
      [-26, 10],
      [58, 5],
      [10, 38],
      [20, -36],
      [48, -34],
    ],
    step: 10,
  },
  '003': {
    projection: around(-90, 44),
    seen: [
      [-165, 60],
      [-60, 12],
      [-30, 82],
      [-118, 80],
      [-80, 6.5],
    ],
    step: 10,
  },
  '005': {
    projection: around(-60, -20),
    seen: [
      [-92, 0],
      [-33, -7],
      [-70, -56.5],
      [-72, 13],
    ],
    step: 10,
  },
  '009': {
    projection: around(176, -18),
    seen: [
      [113, -26],
      [-127, -24],
      [170, -48],
      [150, 20],
      [-157, 4],
    ],
    step: 10,
  },
  '010': {
    projection: around(0, -90),
    seen: [
      [0, -62],
      [90, -62],
      [180, -62],
      [-90, -62],
    ],
    step: 15,
  },
  '142': {
    projection: around(90, 27),
    seen: [
      [27, 36],
      [142, -8],
      [150, 44],
      [80, 56],
      [95, -12],
    ],
    step: 10,
  },
  '150': {
    projection: () => geoConicEqualArea().parallels([40, 64]).rotate([-14, 0]),
    seen: [
      [-24, 64],
      [-11, 34.5],
      [50, 54],
      [44, 36],
      [16, 71.5],
    ],
    step: 10,
  },
};

/** The whole of a view is filled with land and sea, so it is clipped to its edge. */
function fitted({ projection, seen }: Frame): { projection: GeoProjection; height: number } {
  const fitted = projection().fitWidth(width - 80, { type: 'MultiPoint', coordinates: seen });
  const [[left, top], [right, bottom]] = geoPath(fitted).bounds({ type: 'MultiPoint', coordinates: seen });
  const height = Math.round(bottom - top) + 80;
  const [x, y] = fitted.translate();
  fitted.translate([x - left + (width - (right - left)) / 2, y - top + 40]);
  return {
    projection: fitted
      .clipExtent([
        [0, 0],
        [width, height],
      ])
      .precision(2),
    height,
  };
}

/** A continent with its countries. */
function drawContinent(landAt: LandAt, continent: string): DrawnView {
  const frame = frames[continent];
  if (!frame)
    throw new Error(`There is no frame for the continent ${continent}: add one in scripts/shapes/continents.ts.`);
  const { projection, height } = fitted(frame);
  const land = landAt(detailOf(projection));
  const codes = childrenOf(continent).map(({ code }) => code);
  return keepInside(drawView({ projection, land, codes, codeOf: countryOf, height, step: frame.step }));
}

/** What lies outside the frame (Svalbard on the map of Europe) is a dot at its edge, in its direction. */
function keepInside({ parts, height, ...view }: DrawnView): DrawnView {
  const edge = 24;
  const inside = parts.map((part) => {
    const x = Math.min(Math.max(part.x, edge), width - edge);
    const y = Math.min(Math.max(part.y, edge), height - edge);
    return part.x < 0 || part.x > width || part.y < 0 || part.y > height ? { ...part, x, y, room: 0, d: '' } : part;
  });
  return { ...view, height, parts: inside };
}

/** The world on Equal Earth, cut below Cape Horn: Antarctica has a page of its own. */
function drawWorld(landAt: LandAt): DrawnView {
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth(width - 8, { type: 'Sphere' })
    .precision(2);
  const [x, y] = projection.translate();
  projection.translate([x + 4, y + 4]);
  const height = Math.round(projection([11, -58])![1]) + 4;
  projection.clipExtent([
    [0, 0],
    [width, height - 4],
  ]);
  const codes = listCountries()
    .filter(({ parent }) => parent !== '010')
    .map(({ code }) => code);
  const view = drawView({ projection, land: landAt(detailOf(projection)), codes, codeOf: countryOf, height, step: 30 });
  return { ...view, edge: createDraughtsman(projection).path({ type: 'Sphere' }) };
}

export const drawContinents = (landAt: LandAt): Record<string, DrawnView> => ({
  [world]: drawWorld(landAt),
  ...Object.fromEntries(listContinents().map(({ code }) => [code, drawContinent(landAt, code)])),
});
