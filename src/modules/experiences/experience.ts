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
  /** The member who wrote it, so that they can take it back; null: an invented one, or its author has left. Never shown. */
  authorId?: string | null;
  /** Invented for a demonstration. */
  demo: boolean;
  publishedAt: Date;
}
