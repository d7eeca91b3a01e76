import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, lettersOf } from './clean-text.ts';

describe('A text is kept without what cannot be seen', () => {
  test.each([
    ['zero-width spaces', 'a\u200Bb\uFEFFc\u2060d', 'abcd'],
    ['an override that turns words round', 'safe \u202Eevil\u202C end', 'safe evil end'],
    ['isolates', '\u2066x\u2069', 'x'],
    ['a tower of marks', `e${'\u0301\u0302'.repeat(20)}`, 'é\u0302\u0301\u0302\u0301'],
    ['half a letter', 'a\uD800b', 'a\uFFFDb'],
    ['control characters', 'a\u0000b\u0007c', 'abc'],
    ['soft hyphens', 'dys\u00ADtonia', 'dystonia'],
  ])('%s', (_what, typed, kept) => expect(cleanText(typed)).toBe(kept));

  test('what people need stays: joined emoji, Persian half-spaces, direction marks, accents', () => {
    for (const text of ['👩‍👧 and me', 'می‌خواهم', 'שלום\u200F!', 'más acá', 'Tiếng Việt'])
      expect(cleanText(text)).toBe(text);
  });

  test('a paste from a word processor is a text with lists', () => {
    expect(cleanText('Monday:\r\n\u2022\tslow\r\n\uF0B7\u00A0better\r\n\r\n\r\n\r\nEnd\u000BLine')).toBe(
      'Monday:\n- slow\n- better\n\nEnd\nLine',
    );
  });

  test('only what cannot be seen is nothing', () => {
    expect(cleanText('\u200B\u200B \u2060\n\u3164')).toBe('');
    expect(cleanLine(' two\n lines ')).toBe('two lines');
    expect(lettersOf('👩 é')).toBe(3);
  });

  test.each([' ', '\t', '\n ', 'e\u0301', '\u200C', '\u2022', 'a '])('a wall of %j stops nobody', (piece) => {
    expect(cleanText(`a${piece.repeat(100_000)}b`)).toMatch(/^a[^]*b$/u);
  });

  test('cleaned twice is cleaned once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
