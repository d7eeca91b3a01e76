import { expect, test } from 'vitest';
import { findRegion } from '#modules/regions/index.ts';
import { contentOf, sortPlaces, worldParts } from './map.ts';

const at = (code: string) => findRegion(code)!;
const counts = (numbers: Record<string, number>) => new Map(Object.entries(numbers));

test('a region with a number is drawn with its parts, those with a number and those without', () => {
  const content = contentOf(at('150'), counts({ '001': 800, '150': 430, ES: 85, FR: 50 }))!;
  expect(content).toMatchObject({ people: 430, shown: { code: '150' }, here: undefined });
  expect(content.told.map(({ code }) => code).sort()).toEqual(['ES', 'FR']);
  expect(content.untold).toContain('PT');
  expect(content.untold).not.toContain('ES');
});

test('a region without a number is marked on the map of the nearest larger one that has one', () => {
  const told = counts({ '001': 800, '150': 430 });
  expect(contentOf(at('PT'), told)).toMatchObject({ people: undefined, shown: { code: '150' }, here: 'PT' });
  expect(contentOf(at('ES-MD'), told)).toMatchObject({ people: undefined, shown: { code: '150' }, here: 'ES' });
  expect(contentOf(at('KE'), told)).toMatchObject({ shown: { code: '001' }, here: 'KE' });
});

test('a subdivision is shown on the map of its country', () => {
  const content = contentOf(at('ES-MD'), counts({ '001': 800, '150': 430, ES: 85, 'ES-MD': 20 }))!;
  expect(content).toMatchObject({ people: 20, shown: { code: 'ES' }, here: 'ES-MD' });
});

test('where not even the world has a number there is no map', () => {
  expect(contentOf(at('ES'), new Map())).toBeUndefined();
});

test('a number never appears for a region that the release does not tell', () => {
  const content = contentOf(at('PT'), counts({ '001': 800, '150': 430, ES: 85 }))!;
  expect(content.told).toEqual([{ code: 'ES', people: 85 }]);
});

test('the world shows countries, and a continent where none of its countries has a number', () => {
  const { countries, continents } = worldParts(counts({ '001': 500, '150': 300, '002': 60, ES: 85 }));
  expect(countries).toEqual([{ code: 'ES', people: 85 }]);
  expect(continents).toEqual(['002']);
});

test('places are sorted by number, equal ones by name, and those without a number last; or by name alone', () => {
  const places = [
    { name: 'Spain', people: 85 },
    { name: 'Andorra', people: null },
    { name: 'Germany', people: 85 },
    { name: 'Italy', people: 100 },
  ];
  const names = (by: 'name' | 'number') => sortPlaces(places, by, (a, b) => a.localeCompare(b)).map(({ name }) => name);
  expect(names('number')).toEqual(['Italy', 'Germany', 'Spain', 'Andorra']);
  expect(names('name')).toEqual(['Andorra', 'Germany', 'Italy', 'Spain']);
});
