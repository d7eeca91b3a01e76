import { expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import { quotesIn } from './quotes.ts';

const context = {
  i18n: createI18n(createLanguages(), 'en'),
  claim: (id: string) =>
    id === 'prevalence'
      ? { value: 16.4, low: null, high: null, unit: 'per-100000' as const, source: 'steeves2012' }
      : undefined,
};
const quote = (markdown: string, options = {}) =>
  quotesIn(parseMarkdown(markdown).children, context, options).map(({ key, sentence }) => [key, sentence]);

test('only the sentence that names a source is quoted, without marks, whether it cites before or behind its full stop', () => {
  expect(quote('The first. The second [@rock2012]. The third.')).toEqual([['rock2012', 'The second.']]);
  expect(quote('The first. The second. [@rock2012] The third.')).toEqual([['rock2012', 'The second.']]);
});

test('a sentence is quoted for each source and term that it names, and for the sources of its claims', () => {
  expect(quote('It is :term[rare]{#rare}: studies find :claim[prevalence] [@a; @b].')).toEqual(
    ['rare', 'steeves2012', 'a', 'b'].map((key) => [key, 'It is rare: studies find 16.4 in every 100,000 people.']),
  );
});

test('items of lists, notes and rows of tables are quoted; headings and what names nothing are not', () => {
  const markdown =
    '## A heading\n\nNothing here.\n\n- One [@a]\n\n:::note\nTwo [@b].\n:::\n\n| What | How many |\n| - | - |\n| Hands | 2 [@c] |';
  expect(quote(markdown)).toEqual([
    ['a', 'One'],
    ['b', 'Two.'],
    ['c', 'Hands · 2'],
  ]);
});

test('a sentence that names a source twice is quoted once', () => {
  expect(quote('This [@a] and that [@a].')).toEqual([['a', 'This and that.']]);
});

test('the cell of a table is quoted whole', () => {
  expect(quote('First. Second. [@a]', { whole: true })).toEqual([['a', 'First. Second.']]);
});
