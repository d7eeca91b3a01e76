import type { ConditionEntry } from '#modules/conditions/index.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';

export type NameKind = 'preferred' | 'synonym' | 'narrower' | 'code';

/** A condition, and the name by which it was found. */
export interface ConditionHit {
  condition: ConditionEntry;
  matched: { name: string; kind: NameKind; language: string };
  /** From 0 (unlike) to 1 (the same). */
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
  /** What was typed is longer than any name, and only its beginning was looked for. */
  cut: boolean;
  /** Nothing that was typed is a letter or a digit. */
  wordless: boolean;
  /** One page of the conditions found. */
  conditions: ConditionHit[];
  page: number;
  pages: number;
  /** All conditions found. */
  total: number;
  /** So many names hold these words that not all were looked at. */
  more: boolean;
  /** Of all pages; shown on the first. */
  questions: QuestionHit[];
  /** For a search that found nothing: what is spelled a little like it. */
  near: ConditionHit[];
}

/** Longer queries are cut: nobody types them, and likeness of letters says nothing about them. */
export const longestQuery = 200;

/** What somebody typed, as it is stored: no letter that turns the direction of a line, and not more than a name has. */
export function askedOf(typed: string): { query: string; cut: boolean } {
  const seen = typed
    .slice(0, longestQuery * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  const query = [...seen].slice(0, longestQuery).join('').trim();
  return { query, cut: typed.length > longestQuery * 4 || query.length < seen.length };
}
