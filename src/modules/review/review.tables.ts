import type { Generated, GeneratedAlways } from 'kysely';
import type { Localised } from '#platform/i18n/languages.ts';
import type { Comment, CommentRole } from './comment.ts';
import type { DigestFrequency } from './digest.ts';
import type { ActKind, Interest, Signature, Standing } from './review.ts';

export type ReviewTables = {
  reviewers: {
    id: string;
    slug: string;
    account_id: string | null;
    name: string;
    credential: Localised;
    registration: string | null;
    registration_body: string | null;
    verified_on: string | null;
    verified_how: string | null;
    interests: Interest[];
    interests_confirmed_on: string | null;
    languages: string[];
    active: boolean;
    fictional: boolean;
    created_at: Date;
  };
  review_digests: { reviewer_id: string; frequency: DigestFrequency; told_on: string | null };
  review_comments: {
    id: string;
    condition_id: string;
    answer_id: string;
    revision_id: string;
    field: Comment['field'];
    passage: string;
    text: string;
    account_id: string | null;
    author_name: string | null;
    author_role: CommentRole;
    created_at: Date;
  };
  review_comments_done: { comment_id: string; account_id: string | null; name: string | null; done_at: Date };
  reviewer_wishes: { reviewer_id: string; condition_ids: string[]; group_ids: string[]; load: number };
  review_acts: {
    id: Generated<number>;
    condition_id: string;
    answer_id: string;
    revision_id: string;
    reviewer_id: string;
    kind: ActKind;
    note: string | null;
    signature: Signature | null;
    at: Date;
    seal: string;
  };
  review_standings: {
    condition_id: string;
    revision_id: string;
    answer_id: string;
    state: Standing['state'];
    reviewer_id: string | null;
    since: Date;
    note: string | null;
    signature: Signature | null;
    signed_on: string | null;
    due_on: string | null;
    /** A number or a source is not as it was signed; looked at when so much of knowledge had changed. */
    evidence_changed: Generated<boolean>;
    evidence_seen_at: Generated<number>;
    /** Whose name is under it: made from the signature. */
    signatory_id: GeneratedAlways<string | null>;
  };
};
