import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';

export type AnswerTables = {
  questions: {
    id: string;
    pack_id: string;
    position: number;
    title: Localised;
    short: Localised;
    review_months: number;
  };
  answers: {
    condition_id: string;
    id: string;
    question_id: string;
    language: LanguageTag;
    published_revision_id: string | null;
  };
  revisions: {
    condition_id: string;
    id: string;
    answer_id: string;
    number: number;
    short: string;
    body: string;
    origin: 'pack' | 'site';
    author: string;
    text_date: string;
    content_hash: string;
    created_at: Date;
  };
};
