import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';
import type { PublishingWay } from './answer.ts';
import type { MadeBy } from './translation.ts';

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
  site_revisions: {
    condition_id: string;
    revision_id: string;
    /** Null: it was the first. */
    base_revision_id: string | null;
    way: PublishingWay;
    /** The signed version whose signature a corrected slip of the pen leaves in place. */
    carries_revision_id: string | null;
    note: string | null;
    /** Null: readers have not seen it. */
    published_at: Date | null;
  };
  revision_translations: {
    condition_id: string;
    revision_id: string;
    made_by: MadeBy;
    /** The day of the English text that it renders. */
    source_date: string;
    /** Null: the atlas does not hold that version. */
    source_revision_id: string | null;
    origin: 'pack' | 'site';
    /** What the pack said when it last spoke. */
    pack_made_by: MadeBy | null;
    pack_source_date: string | null;
    noted_at: Date;
  };
  revision_authors: { condition_id: string; revision_id: string; account_id: string };
};
