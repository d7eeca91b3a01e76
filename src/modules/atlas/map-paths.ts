import { findRegion, pathOf, world, type RegionCode } from '#modules/regions/index.ts';

/** Of everybody here, of those with a condition of one group, or with one condition. */
type Scope = 'all' | { group: { id: string } } | { condition: { slug: string } };

const baseOf = (scope: Scope): string =>
  scope === 'all' ? '' : 'group' in scope ? `/groups/${scope.group.id}` : `/conditions/${scope.condition.slug}`;

/** The page of a region: `/map`, `/map/es`, `/conditions/dystonia/map/europe`. */
export const mapPath = (scope: Scope, region: RegionCode = world): string =>
  region === world ? `${baseOf(scope)}/map` : `${baseOf(scope)}/map/${pathOf(region)}`;

/** The maps that have something to show: of everybody by continent and country, and of each group and condition told. */
export const mapsToFind = (everybody: Iterable<RegionCode>, told: readonly Scope[]): string[] => [
  ...[...everybody].filter((code) => findRegion(code)?.kind !== 'subdivision').map((code) => mapPath('all', code)),
  ...told.map((scope) => mapPath(scope)),
];

/** The map of the world as a picture. */
export const picturePath = (scope: Scope, as: 'svg' | 'png'): string => `${baseOf(scope)}/map.${as}`;

/** The size that pages are shared with. */
export const pictureSize = { width: 1200, height: 630 };
