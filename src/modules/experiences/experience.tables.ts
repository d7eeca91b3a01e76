import type { MemberRole } from '#modules/members/index.ts';

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
  };
  /** What of members and their consents decides whether an experience is shown. */
  members: { id: string; account_id: string | null; leaving_on: Date | null; leaving_keeps_experiences: boolean };
  consents: { account_id: string; kind: string; withdrawn_at: Date | null };
};
