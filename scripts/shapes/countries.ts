import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoPath, type GeoProjection } from 'd3-geo';
import { childrenOf, listCountries } from '#modules/regions/index.ts';
import { countryOf, regionOf, type Land, type Shape, type Unit } from './land.ts';
import { createDraughtsman, detailOf, drawView, width, type DrawnView } from './view.ts';

/** Always in frames of their own: so far from the rest that a map of both would be mostly sea. */
const apart: Record<string, string[]> = { US: ['US-AK', 'US-HI'], ES: ['ES-CN'], PT: ['PT-20', 'PT-30'], EC: ['EC-W'] };

const margin = 110;
const frameHeight = 430;
/** No view is wider than this, nor taller: height for a width of 1. */
const aspect = { least: 0.56, most: 1.02 };

const polygon = (rings: number[][][]): Shape => ({ type: 'MultiPolygon', coordinates: [rings] });
const middleOf = (land: Shape): [number, number] => geoCentroid(land);
const areaOf = (rings: number[][][]): number => geoPath(around(middleOf(polygon(rings)))).area(polygon(rings));
const around = ([longitude, latitude]: [number, number]) =>
  geoAzimuthalEqualArea().rotate([-longitude, -latitude]).scale(1000);

/** The polygons that a map of the country is about: its largest, and what lies near enough that the map stays about land. */
function mainland(land: Shape, far = 0.6): Shape {
  const all = land.coordinates.map((rings) => ({ rings, at: middleOf(polygon(rings)), area: areaOf(rings) }));
  all.sort((a, b) => b.area - a.area);
  const near = [all[0]!];
  const size = Math.sqrt(all[0]!.area) / 1000;
  for (let grown = true; grown;) {
    grown = false;
    for (const each of all)
      if (!near.includes(each) && each.area > all[0]!.area / 4000) {
        const reach = size * far + Math.sqrt(each.area) / 1000;
        if (
          near.some(({ rings }) => rings[0]!.some((point) => geoDistance(point as [number, number], each.at) < reach))
        ) {
          near.push(each);
          grown = true;
        }
      }
  }
  return { type: 'MultiPolygon', coordinates: near.map(({ rings }) => rings) };
}

function fit(projection: GeoProjection, shape: Shape, [w, h]: [number, number], pad: number): GeoProjection {
  return projection.fitExtent(
    [
      [pad, pad],
      [w - pad, h - pad],
    ],
    shape,
  );
}

function heightFor(shape: Shape): number {
  const [[left, top], [right, bottom]] = geoPath(around(middleOf(shape))).bounds(shape);
  const wanted = (bottom - top) / Math.max(right - left, 1e-9);
  return Math.round(width * Math.min(aspect.most, Math.max(aspect.least, wanted)));
}

const stepFor = (projection: GeoProjection): number => {
  const degrees = (width / projection.scale() / Math.PI) * 180;
  return [0.1, 0.25, 0.5, 1, 2, 5, 10].find((step) => degrees / step < 9) ?? 20;
};

/** A country with its subdivisions; one that is not divided is drawn as itself. */
function drawCountry(landAt: (detail: number) => Land, country: string): DrawnView {
  const divided = childrenOf(country).map(({ code }) => code);
  const codes = divided.length > 0 ? divided : [country];
  const codeOf = divided.length > 0 ? regionOf : countryOf;
  const far = apart[country] ?? [];
  const rough = landAt(1e-9);
  const own = rough.together((unit) => countryOf(unit) === country && !far.includes(regionOf(unit) ?? ''));
  // small islands are all detail
  const main = mainland(geoArea(own) < 1e-5 ? landAt(1e-12).countries().get(country)! : own);
  const height = heightFor(main);
  const projection = fit(around(middleOf(main)), main, [width, height], margin).precision(2);
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  // what is on the other side of the globe would be drawn all over it
  projection.clipAngle(Math.min(175, (width / projection.scale()) * 60 + 2));
  const view = drawView({
    projection,
    land: landAt(detailOf(projection)),
    codes,
    codeOf,
    height,
    step: stepFor(projection),
  });

  const isSeen = (code: string) =>
    view.parts.some((part) => part.code === code && part.x > 0 && part.x < width && part.y > 0 && part.y < height);
  const outside = codes.filter((code) => far.includes(code) || !isSeen(code));
  for (const [index, code] of outside.entries()) {
    const share = Math.round(Math.min(640, (width - 40 * (outside.length - 1)) / outside.length));
    const frame = { x: index * (share + 40), y: height + 40, width: share, height: frameHeight };
    const part = drawApart(frame, code, codeOf, landAt);
    if (!part) continue;
    view.parts = [...view.parts.filter((each) => each.code !== code), part];
    view.frames.push(frame);
  }
  return view.frames.length > 0 ? { ...view, height: height + 40 + frameHeight } : view;
}

function drawApart(
  { x, y, width, height }: DrawnView['frames'][number],
  code: string,
  codeOf: (unit: Unit) => string | undefined,
  landAt: (detail: number) => Land,
) {
  const shapeAt = (detail: number) => landAt(detail).together((unit) => codeOf(unit) === code);
  const rough = shapeAt(1e-10);
  if (rough.coordinates.length === 0) return undefined;
  const main = mainland(rough, 2.5);
  // a town should not look as large as a province
  const pad = main.coordinates.length > 1 ? 50 : 120;
  const projection = fit(around(middleOf(main)), main, [width, height], pad).precision(2);
  const [left, top] = projection.translate();
  projection.translate([left + x, top + y]).clipExtent([
    [x, y],
    [x + width, y + height],
  ]);
  return createDraughtsman(projection).part(code, shapeAt(detailOf(projection)));
}

export const drawCountries = (landAt: (detail: number) => Land): Record<string, DrawnView> =>
  Object.fromEntries(listCountries().map(({ code }) => [code, drawCountry(landAt, code)]));
