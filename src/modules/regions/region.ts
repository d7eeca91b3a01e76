import type { I18n } from '#platform/i18n/i18n.ts';
import { borders as ownBorders } from './borders.ts';
import { countriesOf, withdrawnCountries } from './countries.ts';
import { subdivisionLines, withdrawnSubdivisions } from './subdivisions.ts';

/** `001`, UN M49 for continents, ISO 3166-1 alpha-2 for countries, ISO 3166-2 for subdivisions. */
export type RegionCode = string;
export type RegionKind = 'world' | 'continent' | 'country' | 'subdivision';

export interface Region {
  readonly code: RegionCode;
  readonly kind: RegionKind;
  /** The one region that it is part of; the world is part of none. */
  readonly parent: RegionCode | undefined;
}

export const world: RegionCode = '001';

/** Addresses of continents are words; those of countries and subdivisions are their codes in small letters. */
const continents: Readonly<Record<RegionCode, string>> = {
  '002': 'africa',
  '142': 'asia',
  '150': 'europe',
  '003': 'north-america',
  '005': 'south-america',
  '009': 'oceania',
  '010': 'antarctica',
};

interface Hierarchy {
  regions: ReadonlyMap<RegionCode, Region>;
  children: ReadonlyMap<RegionCode, readonly Region[]>;
  /** English and, where it is another, Spanish name of each subdivision. */
  names: ReadonlyMap<RegionCode, readonly [string, string?]>;
}

/** The strict hierarchy: each region has one parent, four levels at most. `borders` moves a place under another. */
export function makeHierarchy(borders: Readonly<Record<RegionCode, RegionCode>>): Hierarchy {
  const parents = new Map<RegionCode, RegionCode>();
  const names = new Map<RegionCode, readonly [string, string?]>();
  for (const continent of Object.keys(continents)) {
    parents.set(continent, world);
    for (const country of countriesOf[continent]!.split(/\s+/u)) parents.set(country, borders[country] ?? continent);
  }
  for (const line of subdivisionLines.split('\n')) {
    const country = line.slice(0, 2);
    const merged = !(parents.get(country)! in continents);
    for (const entry of merged ? [] : line.slice(3).split(';')) {
      const [rest, name] = entry.split('=') as [string, string];
      const code = `${country}-${rest}`;
      const [english, other] = name.split('|') as [string, string?];
      parents.set(code, borders[code] ?? country);
      names.set(code, other === undefined ? [english] : [english, other]);
    }
  }
  const kindOf = (code: RegionCode): RegionKind =>
    code in continents ? 'continent' : parents.get(code)! in continents ? 'country' : 'subdivision';
  const regions = new Map<RegionCode, Region>([[world, { code: world, kind: 'world', parent: undefined }]]);
  const children = new Map<RegionCode, Region[]>();
  for (const [code, parent] of parents) {
    const region = { code, kind: kindOf(code), parent };
    regions.set(code, region);
    const among = children.get(parent);
    if (among) among.push(region);
    else children.set(parent, [region]);
  }
  return { regions, children, names };
}

const { regions, children, names } = makeHierarchy(ownBorders);

const successors: ReadonlyMap<RegionCode, RegionCode> = new Map([
  ...Object.entries(withdrawnCountries),
  ...withdrawnSubdivisions.split('\n').map((line) => line.split(' ') as [RegionCode, RegionCode]),
]);

/** A region of today, by its code; undefined for any other text, a withdrawn code among them. */
export const findRegion = (code: string): Region | undefined => regions.get(code);

/**
 * Where somebody lives who chose this code once: the region of today; for a code that ISO or Cairn has withdrawn, what
 * came after it, or else its country; undefined for what was never a region.
 */
export function readStoredRegion(code: string | null | undefined): Region | undefined {
  if (code === null || code === undefined) return undefined;
  const region = regions.get(code) ?? regions.get(successors.get(code) ?? '');
  if (region) return region;
  const [country = '', rest] = code.split('-');
  return rest === undefined ? undefined : readStoredRegion(country);
}

export const listRegions = (): readonly Region[] => [...regions.values()];

const ofKind = (kind: RegionKind) => [...regions.values()].filter((region) => region.kind === kind);
const everyContinent = ofKind('continent');
const everyCountry = ofKind('country').sort((a, b) => (a.code < b.code ? -1 : 1));

export const listContinents = (): readonly Region[] => everyContinent;

/** In the order of their codes; sort by name in the language of the page. */
export const listCountries = (): readonly Region[] => everyCountry;

/** None where a country is one region (small ones, and those drawn by municipalities). */
export const listSubdivisions = (country: RegionCode): readonly Region[] => childrenOf(country);

export const childrenOf = (code: RegionCode): readonly Region[] => children.get(code) ?? [];
export const parentOf = (code: RegionCode): RegionCode | undefined => regions.get(code)?.parent;

/** The regions that a region is part of, the nearest first, the world last. */
export function ancestorsOf(code: RegionCode): RegionCode[] {
  const above: RegionCode[] = [];
  for (let parent = parentOf(code); parent !== undefined; parent = parentOf(parent)) above.push(parent);
  return above;
}

/** The name in the language of the page: from `Intl` for all that has one there, else Natural Earth's. */
export function nameOfRegion(code: RegionCode, i18n: I18n): string {
  const own = names.get(code);
  if (own) return (i18n.language === 'es' && own[1]) || own[0];
  // CLDR has no name for the continent, but one for what is all of it.
  return i18n.regionName(code === '010' ? 'AQ' : code);
}

/** The last step of its address under `/map`: `europe`, `es`, `es-md`; empty for the world. */
export const pathOf = (code: RegionCode): string => (code === world ? '' : (continents[code] ?? code.toLowerCase()));

/** The region at an address under `/map`. */
export function findRegionAt(path: string): Region | undefined {
  const continent = Object.keys(continents).find((code) => continents[code] === path);
  return regions.get(continent ?? path.toUpperCase());
}
