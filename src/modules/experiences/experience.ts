import type { MemberRole } from '#modules/members/index.ts';

/** A first-person account that its author made public. */
export interface Experience {
  id: string;
  conditionId: string;
  questionId: string | null;
  language: string;
  title: string;
  body: string;
  /** As the author wishes to be called; null: without any name. */
  authorName: string | null;
  role: MemberRole;
  /** Invented for a demonstration. */
  demo: boolean;
  publishedAt: Date;
}
