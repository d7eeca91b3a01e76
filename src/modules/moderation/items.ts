export const itemKinds = ['experience', 'reply'] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface ItemRef {
  kind: ItemKind;
  id: string;
}

export interface TextVersion {
  /** Null: it has none (replies). */
  title: string | null;
  body: string;
}

/** What somebody wrote, as moderation sees it: never who they are, only as whom they wrote. */
export interface ModeratedItem extends ItemRef, TextVersion {
  language: string;
  /** The account of whoever wrote it; null: invented, or gone. Never shown. */
  authorId: string | null;
  /** As readers see the author; null: without any name. */
  authorName: string | null;
  /** Whom it is about, seen from the author; null: themselves, or nobody (a reply). */
  relation: 'child' | 'partner' | 'parent' | 'relative' | 'friend' | 'work' | null;
  /** Of somebody who is not of age, the year in which they will be; it is looked at again then. */
  ofAgeIn: number | null;
  conditionId: string;
  questionId: string | null;
  /** Every text that it had, the oldest first; the present one is the last. */
  revisions: readonly (TextVersion & { at: Date })[];
  publishedAt: Date;
  /** Where it can be read, a root path. */
  path: string;
  demo: boolean;
}

/** A remark under a text that leads to the reviewed answer. */
export interface MedicalNote {
  questionId: string;
  /** In the words of the moderator, in `language`; null: only the link. */
  words: string | null;
  language: string;
}
