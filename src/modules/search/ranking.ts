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

type WordLikeness = typeof likenessOfWords;

/** How the typed words and those of a name go together, each word once, the best first come. */
function pairWords(asked: readonly string[], own: readonly string[], likenessOfPair: WordLikeness) {
  const free = new Set(own.keys());
  const pairs: { at: number; place: number; likeness: number }[] = [];
  asked.forEach((word, at) => {
    let best = { at, place: -1, likeness: 0 };
    for (const place of free) {
      const likeness = likenessOfPair(word, own[place]!, at === asked.length - 1);
      if (likeness > best.likeness) best = { at, place, likeness };
    }
    if (!free.delete(best.place)) return;
    pairs.push(best);
  });
  return { pairs, free: [...free], inOrder: pairs.every(({ place }, at) => at === 0 || place > pairs[at - 1]!.place) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** "dys" is kept as "dis", which is how "disease" begins: so few letters must also be those of the name itself. */
function beginsOtherwise(begun: string, word: string, typed: string, name: string): boolean {
  if (begun.length > 4 || begun === word || !word.startsWith(begun)) return false;
  return !` ${fold(name)}`.includes(` ${typed.slice(typed.lastIndexOf(' ') + 1)}`);
}

/**
 * How near a name is to what was typed, from 0 to 1. The same letters are 1, the same words nearly so; then come the same
 * words in another order, or put together in another way; then as many of the words, spelled as nearly, with as little else.
 */
export function likenessOf(
  { typed, folded, words, code }: Asked,
  row: NameRow,
  likenessOfPair: WordLikeness = likenessOfWords,
): number {
  if (row.kind === 'code') return code ? 0.997 : 0;
  const own = row.words === '' ? [] : row.words.split(' ');
  if (words.join(' ') === row.words)
    return row.name.toLowerCase() === typed.toLowerCase() ? 1 : fold(row.name) === folded ? 0.995 : 0.99;
  if (words.join('') === own.join('')) return 0.98;

  const { pairs, free, inOrder } = pairWords(words, own, likenessOfPair);
  if (pairs.length === 0) return 0;
  const used = sum(pairs.map(({ place }) => weightOf(own[place]!)));
  const ownFound = used / (used + sum(free.map((place) => weightOf(own[place]!))));
  const askedFound =
    sum(pairs.map(({ at, likeness }) => weightOf(words[at]!) * likeness)) / sum(words.map((word) => weightOf(word)));
  if (free.length === 0 && askedFound === 1) return 0.97;
  // a whole name inside a longer text: "dystonia of my left knee"
  const inside = free.length === 0 && used >= 1 ? 0.55 + 0.3 * askedFound : 0;
  const likeness = Math.min(0.96, Math.max(inside, 0.7 * askedFound + 0.24 * ownFound + (inOrder ? 0.02 : 0)));
  const last = pairs.find(({ at }) => at === words.length - 1);
  const otherwise = last && beginsOtherwise(words.at(-1)!, own[last.place]!, folded, row.name);
  return otherwise ? 0.7 * likeness : likeness;
}

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
