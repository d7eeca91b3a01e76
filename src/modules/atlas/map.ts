import {
  ancestorsOf,
  childrenOf,
  findRegion,
  parentOf,
  world,
  type Region,
  type RegionCode,
} from '#modules/regions/index.ts';

/** Numbers that a release tells, by region; whatever is not in it is not told, whether it is nobody, a few, or many. */
export type ToldCounts = ReadonlyMap<RegionCode, number>;

/** What a page of the map shows of one release. */
export interface MapContent {
  /** The region that the page is about. */
  region: Region;
  /** Its own number, if it is told. */
  people: number | undefined;
  /** The region that is drawn: its own, or the nearest around it of which there is something to see. */
  shown: Region;
  /** Marked on the drawing, where that is of something larger. */
  here: RegionCode | undefined;
  /** Parts of the drawn region with a number. */
  told: { code: RegionCode; people: number }[];
  /** Parts of the drawn region without one. */
  untold: RegionCode[];
}

/** What is drawn of a region: a subdivision has no drawing of its own. */
const drawnAs = (region: Region): Region => (region.kind === 'subdivision' ? findRegion(region.parent!)! : region);

const isTold = (counts: ToldCounts, code: RegionCode): boolean => counts.has(code);

/** Undefined where not even the world has a number: then there is nothing to draw. */
export function contentOf(region: Region, counts: ToldCounts): MapContent | undefined {
  const around = [region.code, ...ancestorsOf(region.code)].find((code) => isTold(counts, code));
  if (around === undefined) return undefined;
  const shown = drawnAs(findRegion(around)!);
  const parts = childrenOf(shown.code).map(({ code }) => code);
  return {
    region,
    people: counts.get(region.code),
    shown,
    here: shown === region ? undefined : markOn(shown, region),
    told: parts.flatMap((code) => (isTold(counts, code) ? [{ code, people: counts.get(code)! }] : [])),
    untold: parts.filter((code) => !isTold(counts, code)),
  };
}

/** The part of a drawing that a region is, or lies in. */
function markOn(shown: Region, region: Region): RegionCode | undefined {
  const chain = [region.code, ...ancestorsOf(region.code)];
  // the world is drawn by countries, everything else by its parts
  const wanted = shown.code === world ? 'country' : undefined;
  return chain.find((code) => (wanted ? findRegion(code)!.kind === wanted : parentOf(code) === shown.code));
}

/** The countries that the world is drawn by, with numbers where they are told; and continents that have one without them. */
export function worldParts(counts: ToldCounts): {
  countries: { code: RegionCode; people: number }[];
  continents: RegionCode[];
} {
  const countries: { code: RegionCode; people: number }[] = [];
  const continents: RegionCode[] = [];
  for (const { code: continent } of childrenOf(world)) {
    const told = childrenOf(continent).flatMap(({ code }) =>
      isTold(counts, code) ? [{ code, people: counts.get(code)! }] : [],
    );
    countries.push(...told);
    if (told.length === 0 && isTold(counts, continent)) continents.push(continent);
  }
  return { countries, continents };
}

export type Sorting = 'name' | 'number';

/** In the order that a reader asked for. Numbers from most to least; equal ones, and all else, by name. */
export function sortPlaces<T extends { name: string; people: number | null }>(
  places: readonly T[],
  by: Sorting,
  compare: (a: string, b: string) => number,
): T[] {
  return [...places].sort(
    (a, b) => (by === 'number' ? (b.people ?? -1) - (a.people ?? -1) : 0) || compare(a.name, b.name),
  );
}

/**
 * Where a continent is on the drawing of the world: its circle stands there when none of its countries has one, and on a
 * phone, where a finger as far away as `reach` means it. The last one wins where two meet.
 */
export const areas: Readonly<Record<RegionCode, { x: number; y: number; reach: number }>> = {
  '002': { x: 1030, y: 470, reach: 220 },
  '142': { x: 1410, y: 245, reach: 290 },
  '003': { x: 430, y: 200, reach: 270 },
  '005': { x: 645, y: 600, reach: 220 },
  '009': { x: 1660, y: 640, reach: 220 },
  '150': { x: 1040, y: 178, reach: 140 },
};
