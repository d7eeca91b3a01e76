import type { ColumnType, Generated } from 'kysely';
import type { MemberRole } from '#modules/members/index.ts';
import type { DraftContent } from './draft.ts';
import type {
  Audience,
  ContentNote,
  ExperienceState,
  ReactionKind,
  Relation,
  Standing,
  YearsSince,
} from './experience.ts';

export type ExperienceTables = {
  experiences: {
    condition_id: string;
    id: string;
    question_id: string | null;
    language: string;
    title: string;
    body: string;
    author_name: string | null;
    role: MemberRole;
    demo: boolean;
    published_at: Date;
    author_id: string | null;
    state: Generated<ExperienceState>;
    standing: Generated<Standing>;
    audience: Audience;
    relation: Relation | null;
    of_age_in: number | null;
    years_since: YearsSince | null;
    content_notes: Generated<ContentNote[]>;
    helpful: Generated<number>;
    version: Generated<number>;
    changed_at: Date | null;
  };
  experience_drafts: {
    id: string;
    condition_id: string;
    question_id: string | null;
    author_id: string;
    content: ColumnType<DraftContent>;
    version: number;
    changed_at: Date;
  };
  experience_replies: {
    condition_id: string;
    id: string;
    experience_id: string;
    author_id: string | null;
    author_name: string | null;
    language: string;
    body: string;
    demo: Generated<boolean>;
    state: Generated<ExperienceState>;
    standing: Generated<Standing>;
    version: Generated<number>;
    published_at: Date;
    changed_at: Date | null;
  };
  experience_revisions: {
    condition_id: string;
    item_id: string;
    version: number;
    author_id: string;
    title: string;
    body: string;
    made_at: Date;
  };
  experience_reactions: { condition_id: string; experience_id: string; member_id: string; kind: ReactionKind };
  experience_notes: {
    condition_id: string;
    item_id: string;
    question_id: string;
    words: string | null;
    language: string;
    set_at: Date;
  };
  /** What of members and their consents decides whether an experience is shown. */
  members: { id: string; account_id: string | null; leaving_on: Date | null; leaving_keeps_experiences: boolean };
  consents: { account_id: string; kind: string; withdrawn_at: Date | null };
};
