import { expect, test } from 'vitest';
import { changedParagraphs } from './history.views.tsx';

test('a change shows what came, what went and what stayed, paragraph by paragraph', () => {
  const paragraphs = changedParagraphs('It is rare.\n\nIt lasts.', 'It is uncommon.\n\nIt lasts.\n\nIt can be eased.');
  const [first, ...rest] = paragraphs;
  expect(first!.filter(({ removed }) => removed).map(({ value }) => value.trim())).toEqual(['rare']);
  expect(first!.filter(({ added }) => added).map(({ value }) => value.trim())).toEqual(['uncommon']);
  expect(rest.at(-1)!.every(({ added }) => added)).toBe(true);
});

test('two texts that are the same show no change', () => {
  expect(
    changedParagraphs('Same.', 'Same.')
      .flat()
      .some(({ added, removed }) => added || removed),
  ).toBe(false);
});
