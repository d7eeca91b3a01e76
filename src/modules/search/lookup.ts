import { editsBetween } from './edits.ts';
import { bagKey, beginningsOf, lettersKey } from './words.ts';

/** A word of the index that a typed one may have meant. */
export interface NearWord {
  /** Place of the typed word in the query. */
  place: number;
  word: string;
  /** In how many names it stands. */
  names: number;
}

const begins = (word: string, typed: string) => beginningsOf(typed).some((beginning) => word.startsWith(beginning));

/** For each typed word, what it may mean: itself, what it begins (the last one), what is one or two letters away. */
export function alternativesOf(asked: readonly string[], near: readonly NearWord[]): string[][] {
  return asked.map((typed, place) => {
    const last = place === asked.length - 1;
    const scored = near
      .filter((each) => each.place === place)
      .map(({ word, names }) => ({
        word,
        names,
        edits: word === typed ? 0 : last && begins(word, typed) ? 0.5 : editsBetween(typed, word, 2),
      }));
    const nearest = Math.min(...scored.map(({ edits }) => edits), 3);
    return scored
      .filter(({ edits }) => edits <= Math.max(1, nearest))
      .sort((a, b) => a.edits - b.edits || b.names - a.names)
      .slice(0, 12)
      .map(({ word }) => word);
  });
}

/** One to four words that stand together, of many: a name may stand inside a question. */
function runsOf(words: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (let length = Math.min(4, words.length - 1); length > 0; length--)
    for (let start = 0; start + length <= Math.min(16, words.length); start++)
      runs.push(words.slice(start, start + length));
  return runs.filter((run) => run.some((word) => word.length > 2));
}

/**
 * Keys of names that are just these words, each as typed or as mended (at most `most` ways), or just some of them that
 * stand together.
 */
export function keysOf(asked: readonly string[], alternatives: readonly string[][], most = 32): string[] {
  let mended: string[][] = [[]];
  for (const [place, words] of alternatives.entries())
    mended = (words.length > 0 ? words : [asked[place]!])
      .flatMap((word) => mended.map((before) => [...before, word]))
      .slice(0, most);
  return [...new Set([bagKey(asked), lettersKey(asked), ...mended.map(bagKey), ...runsOf(mended[0]!).map(bagKey)])];
}

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/gu, '$&$&')}'`;
const anyOf = (words: readonly string[]) => `(${words.map(quoted).join('|')})`;

/** As a `tsquery`: any of these keys. */
export const keysQuery = (keys: readonly string[]): string | undefined => (keys.length > 0 ? anyOf(keys) : undefined);

/** As a `tsquery`: a name that holds every word that is known at all. */
export function wordsQuery(alternatives: readonly string[][]): string | undefined {
  const known = alternatives.filter((words) => words.length > 0);
  return known.length > 0 ? known.map(anyOf).join('&') : undefined;
}

/** As a `tsquery`: a name that holds all known words but one; of many words, the two that fewest names have. */
export function fewerWordsQuery(alternatives: readonly string[][], near: readonly NearWord[]): string | undefined {
  const namesOf = new Map(near.map(({ word, names }) => [word, names]));
  const rarity = (words: readonly string[]) => words.reduce((sum, word) => sum + (namesOf.get(word) ?? 0), 0);
  const known = alternatives.filter((words) => words.length > 0).sort((a, b) => rarity(a) - rarity(b));
  if (known.length < 2) return undefined;
  if (known.length === 2) return anyOf(known[0]!);
  const rarest = known.slice(0, 4);
  const pairs = rarest.flatMap((first, at) => rarest.slice(at + 1).map((second) => `${anyOf(first)}&${anyOf(second)}`));
  return pairs.map((pair) => `(${pair})`).join('|');
}
