import { readFileSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import type { FeatureCollection, MultiPolygon as Areas, Polygon as Area } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { findRegion } from '#modules/regions/index.ts';
import { regionOfPlace, type Place } from '../regions/places.ts';

export type Unit = (Polygon<Place> | MultiPolygon<Place>) & { properties: Place };
export type Shape = { type: 'MultiPolygon'; coordinates: number[][][][] };

/** The source, Natural Earth's first-level units (1:10m, public domain) as GeoJSON, with shared borders found. */
export function readUnits(file: string): Topology {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Area | Areas, Place>;
  const units = features.map(({ geometry, properties: { iso_3166_2, iso_a2, gn_a1_code } }) => ({
    type: 'Feature' as const,
    geometry,
    properties: { iso_3166_2, iso_a2, gn_a1_code },
  }));
  // whole numbers of 40 m: what is the same place in two units is the same point
  return presimplify(topology({ units: { type: 'FeatureCollection', features: units } }, 1e6), sphericalTriangleArea);
}

/** The smallest region that a unit is part of; undefined where nobody lives. */
export const regionOf = (unit: Unit): string | undefined => regionOfPlace(unit.properties);

/** The country that a unit is shown under; where nobody lives, whose it is on the source's map. */
export function countryOf(unit: Unit): string {
  const region = findRegion(regionOf(unit) ?? '');
  return region?.kind === 'subdivision' ? region.parent! : (region?.code ?? unit.properties.iso_a2);
}

/** On a sphere the order of a ring's points says what is inside; the source has them as on paper. */
function withInside(ring: number[][], outer: boolean): number[][] {
  const larger = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
  return larger === outer ? ring.toReversed() : ring;
}

/** A landscape without what cannot be seen at a scale. */
export interface Land {
  /** One shape of all units for which it is asked. */
  together(of: (unit: Unit) => boolean): Shape;
  /** Each country, and each country's land where nobody lives, by its code. */
  countries(): ReadonlyMap<string, Shape>;
}

/**
 * Leaves out of the land what cannot be seen. Neighbours share their border in the source, and share the simpler one: no gap
 * opens between them.
 */
export function createLands(units: Topology): (detail: number) => Land {
  const kept = new Map<number, Land>();
  return (detail) => {
    // few levels, so that each is made once: the nearest power of two
    const level = 2 ** Math.round(Math.log2(detail));
    let land = kept.get(level);
    if (!land) kept.set(level, (land = landOf(simplify(units, level))));
    return land;
  };
}

function landOf(topology: Topology): Land {
  const all = (Object.values(topology.objects)[0] as unknown as { geometries: Unit[] }).geometries;
  let countries: Map<string, Shape> | undefined;
  const shapeOf = (some: Unit[]): Shape => {
    const { coordinates } = merge(topology, some) as Shape;
    return {
      type: 'MultiPolygon',
      coordinates: coordinates.map((rings) => rings.map((ring, index) => withInside(ring, index === 0))),
    };
  };
  return {
    together: (of) => shapeOf(all.filter(of)),
    countries: () =>
      (countries ??= new Map([...Map.groupBy(all, countryOf)].map(([code, some]) => [code, shapeOf(some)]))),
  };
}
