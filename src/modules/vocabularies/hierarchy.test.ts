import { expect, test } from 'vitest';
import { findCircle } from './hierarchy.ts';

const of = (edges: Record<string, string[]>) => findCircle(new Map(Object.entries(edges)));

test('a circle is found, from a term back to itself', () => {
  expect(of({ a: ['b'], b: ['c', 'd'], d: ['b'] })).toEqual(['b', 'd', 'b']);
  expect(of({ a: ['a'] })).toEqual(['a', 'a']);
});

test('two ways to one parent are no circle', () => {
  expect(of({ a: ['b', 'c'], b: ['d'], c: ['d'] })).toBeUndefined();
});

test('a hierarchy a hundred thousand terms deep is no trouble', () => {
  const deep = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`t${index}`, [`t${index + 1}`]]));
  expect(of(deep)).toBeUndefined();
});
