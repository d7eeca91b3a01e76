import type { Faults } from './faults.ts';

/** Letters that nobody sees: they can turn the direction of a line, hide words from search, or split a word in two. */
const hidden =
  /[\p{Cc}\p{Co}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const allowed = new Set(['\n', '\r', '\t']);

/** Finds control characters and other hidden letters. */
export function checkLetters(file: string, text: string, faults: Faults): void {
  for (const { 0: letter, index } of text.matchAll(hidden)) {
    if (allowed.has(letter)) continue;
    const before = text.slice(0, index).split('\n');
    const code = letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const reason =
      letter === '\uFEFF' && index === 0
        ? 'The file begins with a byte order mark (U+FEFF). Save it as UTF-8 without one.'
        : `There is a hidden character here (U+${code}). Delete it.`;
    faults.add(file, { line: before.length, column: before.at(-1)!.length + 1 }, reason);
  }
}
