import { parentOf, readStoredRegion, findRegion, world, type RegionCode } from '#modules/regions/index.ts';
import { nothingHeld, type Cell, type Held, type Hierarchy, type Part } from './release.ts';

/** The one hierarchy in which everybody is counted. */
export const regionHierarchy: Hierarchy = { root: world, parentOf };

/** Of conditions rarer than one in a million, continents are the finest that is told. */
export const noFinerThanContinents = (region: RegionCode): boolean =>
  ['world', 'continent'].includes(findRegion(region)?.kind ?? '');

/** Cells by the regions of today: a withdrawn code counts where it is read as, and no region at all with the world. */
export function byRegionsOfToday(cells: readonly (Cell & { region: string })[]): Map<RegionCode, Cell> {
  const merged = new Map<RegionCode, Cell>();
  for (const { region, people, changes } of cells) {
    const code = readStoredRegion(region)?.code ?? world;
    const before = merged.get(code);
    merged.set(code, { people: people + (before?.people ?? 0), changes: changes + (before?.changes ?? 0) });
  }
  return merged;
}

interface StoredHeld {
  parts: Record<string, Part>;
  loans: [string, string][];
  ever: string[];
  turn: number;
}

export const toStored = ({ parts, loans, ever, turn }: Held): StoredHeld => ({
  parts: Object.fromEntries(parts),
  loans: loans.map(([from, to]) => [from, to]),
  ever: [...ever],
  turn,
});

/** Regions that are none any more (an atlas has moved a border) are let go: their people stand in the larger region. */
export function fromStored(stored: unknown): Held {
  if (stored === undefined) return nothingHeld;
  const { parts, loans, ever, turn } = stored as StoredHeld;
  const exists = (code: string) => findRegion(code) !== undefined;
  return {
    parts: new Map(Object.entries(parts).filter(([code]) => exists(code))),
    loans: loans.filter(([from, to]) => exists(from) && exists(to)),
    ever: new Set(ever.filter(exists)),
    turn,
  };
}
