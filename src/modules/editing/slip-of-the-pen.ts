import { diffArrays } from 'diff';

/** A word that was replaced by another one. */
export interface WordChange {
  before: string;
  now: string;
}

const pieces = /\p{L}[\p{L}\p{M}'’]*|\p{N}+|[^\S\n]+|[^]/gu;
const isWord = (piece: string) => /^\p{L}/u.test(piece);
/** Signs that only words stand between: no markup can come or go with them. */
const harmless = /^[ \t.,;!?¿¡'’"“”«»()]*$/u;
const negations = new Set(
  'no not nor never none nothing nobody without cannot neither ni nunca sin jamás tampoco ningún ninguna ninguno nada nadie'.split(
    ' ',
  ),
);
const negates = (word: string) => negations.has(word.toLowerCase()) || /n['’]t$/iu.test(word);

/** More than this is no slip any more. */
export const mostSlips = 6;

const bare = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The words that differ, if all that was done is what a slip of the pen asks for: letters of a few words, a word that stood
 * twice, commas and capitals. No number, no markup, no word that says no. Undefined for anything else.
 */
export function slipsOfThePen(before: string, now: string): WordChange[] | undefined {
  const changes: WordChange[] = [];
  const old = before.match(pieces) ?? [];
  let at = 0;
  let removed: string[] = [];
  let added: string[] = [];
  const close = (): boolean => {
    const [gone, come] = [removed.filter(isWord), added.filter(isWord)];
    const signs = [...removed, ...added].filter((piece) => !isWord(piece)).join('');
    const doubled = gone.length === 1 && come.length === 0 && standsTwice(old, at - removed.length, gone[0]!);
    removed = [];
    added = [];
    if (!harmless.test(signs)) return false;
    if (doubled) return true;
    if (gone.length !== come.length) return false;
    for (const [index, word] of gone.entries()) {
      const other = come[index]!;
      if (word === other) continue;
      if (bare(word) !== bare(other) && (negates(word) || negates(other) || distance(word, other) > 2)) return false;
      changes.push({ before: word, now: other });
    }
    return true;
  };
  for (const part of diffArrays(old, now.match(pieces) ?? [])) {
    if (part.removed) {
      removed.push(...part.value);
      at += part.value.length;
    } else if (part.added) added.push(...part.value);
    else {
      if (!close()) return undefined;
      at += part.value.length;
    }
  }
  return close() && changes.length <= mostSlips ? changes : undefined;
}

/** Whether the word that went is the same as the one before or after it. */
function standsTwice(all: readonly string[], from: number, word: string): boolean {
  const words = all.map((piece, index) => ({ piece, index })).filter(({ piece }) => isWord(piece));
  const here = words.findIndex(({ index, piece }) => index >= from && piece === word);
  return [words[here - 1], words[here + 1]].some((near) => near && bare(near.piece) === bare(word));
}

/** Words that could have been meant as they stood: whether letters, and not only capitals or accents, were changed. */
export const respelled = (changes: readonly WordChange[]): string[] =>
  changes.filter(({ before, now }) => bare(before) !== bare(now)).map(({ before }) => before.toLowerCase());

/** How many letters are to be changed, put in or taken out (Levenshtein). */
function distance(one: string, other: string): number {
  const [a, b] = [[...one.toLowerCase()], [...other.toLowerCase()]];
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, against] of b.entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === against ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
