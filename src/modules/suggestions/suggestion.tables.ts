export type SuggestionTables = {
  suggestions: {
    id: string;
    condition_id: string;
    answer_id: string;
    revision_id: string;
    passage: string | null;
    wrong: string;
    source: string | null;
    language: string;
    state: 'open' | 'taken' | 'left';
    made_on: string;
    closed_at: Date | null;
  };
};
