import type { NameKind } from './search.ts';

export type SearchTables = {
  search_names: {
    condition_id: string;
    position: number;
    language: string;
    kind: NameKind;
    name: string;
    /** `wordsOf` the name, a space between each. */
    words: string;
    /** Whether the condition has answers. */
    written: boolean;
    /** The words, and the keys by which the name is found as a whole. */
    lexemes: unknown;
  };
  search_words: { word: string; names: number; spellings: unknown };
  /** One row: by which rules the whole index was made, and how many names changed since words were counted. */
  search_state: { rules: number; uncounted: number };
  search_answers: {
    condition_id: string;
    question_id: string;
    language: string;
    title: string;
    short: string;
    words: unknown;
  };
};
