import { editsBetween } from './edits.ts';
import type { NameKind } from './search.ts';
import { beginningsOf, fold } from './words.ts';

/** A name as the index holds it. */
export interface NameRow {
  conditionId: string;
  language: string;
  kind: NameKind;
  name: string;
  /** Its words (`wordsOf`), with a space between each. */
  words: string;
  /** Whether its condition has answers here, and is not only known by name. */
  written: boolean;
}

/** What is looked for. */
export interface Asked {
  typed: string;
  folded: string;
  words: readonly string[];
  /** `codeKeysAsked` found something: codes are compared as they are. */
  code: boolean;
  language: string;
}

/** Words that so many names share that they say little. Written as `wordsOf` gives them. */
const common = new Set(
  'disease disorder sindrome deficienci familial hereditari congenital enfermedad trastorno sindrom'.split(' '),
);

const weightOf = (word: string) => (common.has(word) ? 0.3 : /^\p{N}/u.test(word) || word.length === 1 ? 0.7 : 1);

/** How well one word stands for another, from 0 to 1; the last one may only have been begun. */
function likenessOfWords(asked: string, word: string, unfinished: boolean): number {
  if (asked === word) return 1;
  if (unfinished && beginningsOf(asked).some((beginning) => word.startsWith(beginning)))
    return 0.8 + 0.15 * (asked.length / word.length);
  const length = Math.max(asked.length, word.length);
  if (length < 4 || /^\p{N}/u.test(asked)) return 0;
  const most = length < 8 ? 1 : length < 10 ? 2 : 3;
  const edits = editsBetween(asked, word, most);
  return edits > most ? 0 : 1.05 - 0.2 * edits;
}

/** Whether a word of the name begins, letter by letter, with the last word typed. */
const holdsBeginning = ({ name }: NameRow, typed: string) =>
  ` ${fold(name)}`.includes(` ${typed.slice(typed.lastIndexOf(' ') + 1)}`);

/**
 * How near a name is to what was typed, from 0 to 1. The same letters are 1, the same words nearly so; then come the same words
 * in another order, or put together in another way; then as many of the words, spelled as nearly, with as little else.
 */
export function likenessOf(
  { typed, folded, words, code }: Asked,
  row: NameRow,
  wordLikeness = likenessOfWords,
): number {
  if (row.kind === 'code') return code ? 0.997 : 0;
  const own = row.words === '' ? [] : row.words.split(' ');
  const asked = words.join(' ');
  if (asked === row.words)
    return row.name.toLowerCase() === typed.toLowerCase() ? 1 : fold(row.name) === folded ? 0.995 : 0.99;
  if (words.join('') === own.join('')) return 0.98;

  const free = new Set(own.keys());
  let [found, all, used] = [0, 0, 0];
  let inOrder = true;
  let lastPlace = -1;
  let begunOtherwise = false;
  words.forEach((word, at) => {
    const weight = weightOf(word);
    all += weight;
    let best = 0;
    let place = -1;
    for (const each of free) {
      const likeness = wordLikeness(word, own[each]!, at === words.length - 1);
      if (likeness > best) [best, place] = [likeness, each];
    }
    if (place === -1) return;
    // "dys" is kept as "dis", and is not how "disease" begins
    if (best < 1 && word.length < 5 && at === words.length - 1 && own[place]!.startsWith(word))
      begunOtherwise = !holdsBeginning(row, folded);
    free.delete(place);
    found += weight * best;
    used += weightOf(own[place]!);
    if (place < lastPlace) inOrder = false;
    lastPlace = place;
  });
  if (found === 0) return 0;
  const rest = [...free].reduce((sum, place) => sum + weightOf(own[place]!), 0);
  const askedFound = found / all;
  const ownFound = used / (used + rest);
  if (free.size === 0 && askedFound === 1) return inOrder ? 0.99 : 0.97;
  // a whole name inside a longer text: "dystonia of my left knee"
  const inside = free.size === 0 && used >= 1 ? 0.55 + 0.3 * askedFound : 0;
  const likeness = Math.min(0.96, Math.max(inside, 0.7 * askedFound + 0.24 * ownFound + (inOrder ? 0.02 : 0)));
  return begunOtherwise ? 0.7 * likeness : likeness;
}

type WordLikeness = typeof likenessOfWords;

/** The same few words stand in hundreds of names. */
function remembered(work: WordLikeness): WordLikeness {
  const known = new Map<string, number>();
  return (asked, word, unfinished) => {
    const id = `${asked} ${word} ${unfinished}`;
    let likeness = known.get(id);
    if (likeness === undefined) known.set(id, (likeness = work(asked, word, unfinished)));
    return likeness;
  };
}

const kindOrder: Record<NameKind, number> = { preferred: 0, synonym: 1, narrower: 2, code: 3 };

/** A name, and how near it is to what was typed. */
export interface Scored {
  row: NameRow;
  likeness: number;
}

/** Which of two names stands for what was typed; of equals, what the reader can read, and what a condition is called first. */
function compare(a: Scored, b: Scored, language: string): number {
  const foreign = ({ row: { kind, language: of } }: Scored) =>
    kind === 'code' || of === language ? 0 : of === 'en' ? 1 : 2;
  return (
    b.likeness - a.likeness ||
    Number(b.row.written) - Number(a.row.written) ||
    kindOrder[a.row.kind] - kindOrder[b.row.kind] ||
    foreign(a) - foreign(b) ||
    a.row.name.length - b.row.name.length ||
    (a.row.conditionId < b.row.conditionId ? -1 : 1)
  );
}

/** Less than this is no likeness that a reader would see. */
const least = 0.5;

/** The best name of each condition, best first. Of several conditions called the same, those written here come first. */
export function rankConditions(asked: Asked, rows: readonly NameRow[]): Scored[] {
  const best = new Map<string, Scored>();
  const wordLikeness = remembered(likenessOfWords);
  for (const row of rows) {
    const scored = { row, likeness: likenessOf(asked, row, wordLikeness) };
    if (scored.likeness < least) continue;
    const before = best.get(row.conditionId);
    if (!before || compare(scored, before, asked.language) < 0) best.set(row.conditionId, scored);
  }
  return [...best.values()].sort((a, b) => compare(a, b, asked.language));
}

/** For a search that found nothing: the shortest names that hold words whose letters are alike, best first. */
export function rankNear(alike: readonly string[], rows: readonly NameRow[], most: number): Scored[] {
  const placed = rows
    .map((row) => ({ row, place: alike.findIndex((word) => row.words.split(' ').includes(word)) }))
    .filter(({ place }) => place !== -1)
    .sort(
      (a, b) =>
        a.place - b.place || Number(b.row.written) - Number(a.row.written) || a.row.name.length - b.row.name.length,
    );
  const best = new Map<string, Scored>();
  for (const { row } of placed) if (!best.has(row.conditionId)) best.set(row.conditionId, { row, likeness: 0 });
  return [...best.values()].slice(0, most);
}
