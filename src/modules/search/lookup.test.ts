import { expect, test } from 'vitest';
import { alternativesOf, fewerWordsQuery, keysOf, keysQuery, wordsQuery } from './lookup.ts';

const near = [
  { place: 0, word: 'essential', names: 40 },
  { place: 0, word: 'essentials', names: 1 },
  { place: 1, word: 'tremor', names: 90 },
  { place: 1, word: 'tremolo', names: 2 },
];

test('a word that is known comes before those that it may have been, and those before what is further away', () => {
  expect(alternativesOf(['essential', 'tremr'], near)).toEqual([['essential', 'essentials'], ['tremor']]);
});

test('the last word may only have been begun', () => {
  expect(alternativesOf(['essential', 'trem'], near)[1]).toEqual(['tremor', 'tremolo']);
});

test('keys hold the words as typed and as mended, and never become many', () => {
  expect(keysOf(['essential', 'tremr'], [['essential'], ['tremor']])).toEqual([
    '=essential tremr',
    '~essentialtremr',
    '=essential tremor',
    '=essential',
    '=tremor',
  ]);
  const many = Array.from({ length: 10 }, (_, place) => ['a', 'b', 'c'].map((letter) => letter + place));
  expect(
    keysOf(
      many.map(([word]) => word!),
      many,
    ).length,
  ).toBeLessThanOrEqual(80);
});

test('whatever a word holds stands for itself in a query', () => {
  expect(keysQuery(["=it's \\ a | b & !c"])).toBe(`('=it''s \\\\ a | b & !c')`);
});

test('words that nobody knows are not asked for', () => {
  expect(wordsQuery([['essential'], [], ['tremor', 'tremolo']])).toBe(`('essential')&('tremor'|'tremolo')`);
  expect(wordsQuery([[], []])).toBeUndefined();
});

test('where no name holds all words, those that fewest names hold are asked for in pairs', () => {
  expect(fewerWordsQuery([['essential'], ['tremor']], near)).toBe(`('essential')`);
  expect(fewerWordsQuery([['a'], ['b'], ['c']], [])).toBe(`(('a')&('b'))|(('a')&('c'))|(('b')&('c'))`);
  expect(fewerWordsQuery([['essential']], near)).toBeUndefined();
});
