import type { NameKind } from './search.ts';

export type SearchTables = {
  search_names: {
    condition_id: string;
    position: number;
    language: string;
    kind: NameKind;
    name: string;
    folded: string;
  };
  search_answers: {
    condition_id: string;
    question_id: string;
    language: string;
    title: string;
    short: string;
    words: unknown;
  };
};
