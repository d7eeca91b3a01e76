import { expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import {
  ancestorsOf,
  childrenOf,
  findRegion,
  findRegionAt,
  listContinents,
  listCountries,
  listRegions,
  listSubdivisions,
  makeHierarchy,
  nameOfRegion,
  parentOf,
  pathOf,
  readStoredRegion,
  world,
} from './region.ts';

const english = createI18n(createLanguages(), 'en');
const spanish = english.in('es');

test('every region but the world is part of exactly one other, of the next larger kind', () => {
  const larger = { continent: 'world', country: 'continent', subdivision: 'country' };
  const codes = listRegions().map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, kind, parent } of listRegions()) {
    if (kind === 'world') expect(code).toBe(world);
    else expect([code, findRegion(parent!)?.kind]).toEqual([code, larger[kind]]);
    expect(childrenOf(parent ?? '').filter((child) => child.code === code)).toHaveLength(parent === undefined ? 0 : 1);
  }
});

test('the whole world is there: 7 continents, all countries of ISO 3166-1 where people live, and Kosovo', () => {
  expect(listContinents()).toHaveLength(7);
  expect(listCountries()).toHaveLength(249 - 6 + 1);
  expect(listSubdivisions('ES')).toHaveLength(19);
  expect(listSubdivisions('FR')).toHaveLength(13);
  expect(listSubdivisions('IT')).toHaveLength(20);
  expect(listSubdivisions('GB')).toHaveLength(4);
  expect(listSubdivisions('US')).toHaveLength(51);
  expect(listSubdivisions('LU')).toEqual([]);
});

test('every region has a name in English and in Spanish, and no two parts of a region have the same', () => {
  for (const i18n of [english, spanish])
    for (const { code } of listRegions()) {
      const name = nameOfRegion(code, i18n);
      expect([code, name]).not.toEqual([code, code]);
      expect(name).toMatch(/^[^\s|=;]/u);
      const among = childrenOf(code).map((child) => nameOfRegion(child.code, i18n));
      expect([code, among.filter((each, index) => among.indexOf(each) !== index)]).toEqual([code, []]);
    }
  expect(nameOfRegion('142', spanish)).toBe('Asia');
  expect(nameOfRegion('010', english)).toBe('Antarctica');
  expect(nameOfRegion('ES-PV', english)).toBe('Basque Country');
  expect(nameOfRegion('ES-PV', spanish)).toBe('País Vasco');
});

test('every region has an address of its own that leads back to it', () => {
  expect(['001', '150', 'ES', 'ES-MD'].map(pathOf)).toEqual(['', 'europe', 'es', 'es-md']);
  for (const { code } of listRegions()) if (code !== world) expect(findRegionAt(pathOf(code))?.code).toBe(code);
  expect(findRegionAt('atlantis')).toBeUndefined();
  expect(findRegionAt('')).toBeUndefined();
});

test('what a region is part of is told from near to far', () => {
  expect(ancestorsOf('ES-MD')).toEqual(['ES', '150', '001']);
  expect(parentOf('001')).toBeUndefined();
});

test.each([
  ['a province is read as its region', 'ES-M', 'ES-MD'],
  ['a department is read as its region', 'FR-75', 'FR-IDF'],
  ['a district is read as its nation', 'GB-EDH', 'GB-SCT'],
  ['a county of before a reform is read as the county of today', 'NO-12', 'NO-46'],
  ['an overseas department is a country here', 'FR-RE', 'RE'],
  ['a renamed subdivision has its new code', 'MX-DIF', 'MX-CMX'],
  ['a subdivision that nobody knows is read as its country', 'ES-QQ', 'ES'],
  ['a country that was divided is read as what holds all its parts', 'AN', '003'],
  ['a country that has another code now', 'ZR', 'CD'],
  ['an island where nobody lives is read as its continent', 'BV', '005'],
  ['a code of today is itself', 'DE-BY', 'DE-BY'],
])('%s: %s', (_, stored, now) => {
  expect(readStoredRegion(stored)?.code).toBe(now);
});

test('only regions of today can be chosen, and what was never a region is read as none', () => {
  for (const code of ['ES-M', 'AN', 'BV', 'es', '', 'QQ']) expect(findRegion(code)).toBeUndefined();
  for (const code of [null, undefined, '', 'QQ', 'QQ-1', '-', '---']) expect(readStoredRegion(code)).toBeUndefined();
});

test('a place that an atlas shows under another country moves there with its code, and nothing else moves', () => {
  const before = makeHierarchy({});
  const after = makeHierarchy({ 'UA-43': 'RU', EH: 'MA', XK: 'RS' });
  expect(before.regions.get('UA-43')?.parent).toBe('UA');
  expect(after.regions.get('UA-43')).toEqual({ code: 'UA-43', kind: 'subdivision', parent: 'RU' });
  expect(after.regions.get('EH')).toEqual({ code: 'EH', kind: 'subdivision', parent: 'MA' });
  expect(after.children.get('RS')?.map(({ code }) => code)).toContain('XK');
  const moved = [...after.regions.values()].filter(({ code, parent }) => before.regions.get(code)?.parent !== parent);
  expect(moved.map(({ code }) => code).sort()).toEqual(['EH', 'UA-43', 'XK']);
});
