import type { TermContent } from './vocabulary.ts';

export type VocabularyTables = {
  vocabulary_parts: {
    vocabulary: string;
    part: string;
    version: string | null;
    released: string | null;
    statements: number;
    imported_at: Date;
  };
  /** What one file says of one term. A file that no longer has the term leaves its words here, marked. */
  vocabulary_statements: {
    term_id: string;
    /** `mondo/list` */
    part: string;
    content: TermContent;
    hash: string;
    withdrawn_version: string | null;
  };
  vocabulary_terms: { term_id: string; condition_id: string | null };
  vocabulary_parents: { term_id: string; part: string; parent_id: string };
  disease_symptoms: {
    disease_id: string;
    part: string;
    position: number;
    symptom_id: string;
    excluded: boolean;
    low: number | null;
    high: number | null;
    seen: number | null;
    examined: number | null;
    onset: string | null;
    sex: string | null;
    reference: string | null;
  };
};
