import { expect, test } from 'vitest';
import letters from './shapes/letters.json' with { type: 'json' };
import { breakLines, drawText } from './letters.ts';

test('every letter of a word is drawn, one after the other', () => {
  const { letters: drawn, width } = drawText('Distonía', letters.head)!;
  expect(drawn).toHaveLength(8);
  expect(drawn.map(({ x }) => x)).toEqual(drawn.map(({ x }) => x).sort((a, b) => a - b));
  expect(width).toBeGreaterThan(2);
});

test('a text in letters that are not there is not drawn at all, rather than with holes', () => {
  expect(drawText('肌張力障害', letters.head)).toBeUndefined();
});

test('a long title goes on in the next line, between words', () => {
  const lines = breakLines('Where people with hereditary spastic paraplegia are', letters.head, 46, 700);
  expect(lines.join(' ')).toBe('Where people with hereditary spastic paraplegia are');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(drawText(line, letters.head)!.width * 46).toBeLessThanOrEqual(700);
});
