import { findRegion, pathOf, world, type RegionCode } from '#modules/regions/index.ts';

/** Of everybody here, or of those with one condition. */
type Scope = 'all' | { condition: { slug: string } };

const baseOf = (scope: Scope): string => (scope === 'all' ? '' : `/conditions/${scope.condition.slug}`);

/** The page of a region: `/map`, `/map/es`, `/conditions/dystonia/map/europe`. */
export const mapPath = (scope: Scope, region: RegionCode = world): string =>
  region === world ? `${baseOf(scope)}/map` : `${baseOf(scope)}/map/${pathOf(region)}`;

/** The maps that have something to show: of everybody by continent and country, and of each condition told. */
export const mapsToFind = (everybody: Iterable<RegionCode>, slugs: readonly string[]): string[] => [
  ...[...everybody].filter((code) => findRegion(code)?.kind !== 'subdivision').map((code) => mapPath('all', code)),
  ...slugs.map((slug) => mapPath({ condition: { slug } })),
];

/** The map of the world as a picture. */
export const picturePath = (scope: Scope, as: 'svg' | 'png'): string => `${baseOf(scope)}/map.${as}`;

/** The size that pages are shared with. */
export const pictureSize = { width: 1200, height: 630 };
