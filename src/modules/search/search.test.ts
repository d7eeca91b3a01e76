import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedOf, longestQuery } from './search.ts';

test('what was typed is looked for as it is', () => {
  expect(askedOf('  essential tremor ')).toEqual({ query: 'essential tremor', cut: false });
});

test('letters that nobody sees and that turn the line round are left out', () => {
  expect(askedOf('a\u202Eb\u2066c\0d\n\te').query).toBe('abc d e');
});

test('a text longer than any name is cut, and this is told', () => {
  expect(askedOf('x'.repeat(longestQuery))).toMatchObject({ cut: false });
  expect(askedOf('x'.repeat(10_000))).toEqual({ query: 'x'.repeat(longestQuery), cut: true });
  expect([...askedOf('🗻'.repeat(10_000)).query]).toHaveLength(longestQuery);
});

test('nothing that can be typed breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (typed) => {
      const { query } = askedOf(typed);
      expect(query.isWellFormed()).toBe(true);
      expect(askedOf(query).query).toBe(query);
    }),
  );
});
