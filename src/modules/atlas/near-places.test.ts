import { expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { placesNear } from './near-places.ts';

const english = createI18n(createLanguages(), 'en');
const spanish = english.in('es');

test.each([
  ['spain', 'ES'],
  ['united-kingdom', 'GB'],
  ['Cote-d-Ivoire', 'CI'],
  ['andalusia', 'ES-AN'],
])('who writes %s is led to %s', (written, code) => {
  expect(placesNear(written, english, 3)[0]).toBe(code);
});

test('names are found in the language of the page, and in English', () => {
  expect(placesNear('alemania', spanish, 3)[0]).toBe('DE');
  expect(placesNear('germany', spanish, 3)[0]).toBe('DE');
});

test('for anything else there are the continents', () => {
  expect(placesNear('atlantis', english, 3)).toHaveLength(7);
  expect(placesNear('x', english, 3)).toHaveLength(7);
});
