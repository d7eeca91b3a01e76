import type { ConditionEntry } from '#modules/conditions/index.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';

export type NameKind = 'preferred' | 'synonym' | 'narrower' | 'code';

/** A condition, and the name by which it was found. */
export interface ConditionHit {
  condition: ConditionEntry;
  matched: { name: string; kind: NameKind; language: string };
  /** From 0 (unlike) to 1 (the same letters). */
  likeness: number;
}

export interface QuestionHit {
  conditionId: string;
  conditionSlug: string;
  questionId: string;
  language: LanguageTag;
  title: string;
  short: string;
}

export interface SearchResults {
  query: string;
  conditions: ConditionHit[];
  questions: QuestionHit[];
}

/** Longer queries are cut: nobody types them, and likeness of letters says nothing about them. */
export const longestQuery = 120;

/** Letters as search compares them: no case, no accents, no punctuation. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/gu, 's')
    .replace(/[^\p{L}\p{N}:.]+/gu, ' ')
    .trim();

/** Runs of one to four words of a query, longest first: a condition's name may stand inside a question. */
export function runsOfWords(folded: string): string[] {
  const words = folded.split(' ').filter(Boolean).slice(0, 16);
  const runs: string[] = [];
  for (let length = Math.min(4, words.length); length > 0; length--)
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join(' ');
      if (run.length > 3) runs.push(run);
    }
  return [...new Set(runs)];
}

/**
 * How near a name is to what was typed, from 0 to 1: the same, begins with it, holds it as whole words,
 * or shares its letter triples (`similarity`, `wordSimilarity`: PostgreSQL's pg_trgm, 0 to 1).
 */
export function likenessOf(
  query: string,
  row: { folded: string; kind: NameKind; similarity: number; wordSimilarity: number },
): number {
  const { folded, kind } = row;
  const base =
    folded === query
      ? 1
      : folded.startsWith(`${query} `)
        ? 0.92
        : folded.startsWith(query)
          ? 0.88
          : ` ${folded} `.includes(` ${query} `)
            ? 0.85
            : Math.max(row.similarity, row.wordSimilarity * 0.8) * 0.84;
  const bonus = { preferred: 0.02, synonym: 0.01, narrower: 0, code: 0 }[kind];
  return base === 1 ? 1 : Math.min(0.99, base + bonus);
}
