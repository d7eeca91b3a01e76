import type { MemberRole } from '#modules/members/index.ts';

/** What its author has decided. */
export type ExperienceState = 'published' | 'withdrawn';

/** What moderation has decided. Nobody else sets it; only `shown` is read by others. */
export const standings = ['shown', 'held', 'hidden', 'removed', 'change-asked'] as const;
export type Standing = (typeof standings)[number];

/** Who may read it: `members` have joined and are signed in, whatever they live with. */
export const audiences = ['members', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

/** Whom an experience is about, as its author stands to them; null: about themselves. */
export const relations = ['child', 'partner', 'parent', 'relative', 'friend', 'work'] as const;
export type Relation = (typeof relations)[number];

/** How long ago the diagnosis was when it was written: never a year, which would say more than it helps. */
export const yearsSince = ['no-diagnosis', 'under-1', '1-to-5', '5-to-10', 'over-10'] as const;
export type YearsSince = (typeof yearsSince)[number];

/** What a reader may not want to meet unprepared: the text is folded, and says why. */
export const contentNotes = ['self-harm', 'death', 'violence', 'medical-detail', 'food-and-weight'] as const;
export type ContentNote = (typeof contentNotes)[number];

/** Quiet: they tell the author and the order of a page, and are never shown as a number. */
export const reactionKinds = ['recognise', 'thank'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** What moderators look at: an experience, or a reply to one. */
export interface ItemRef {
  kind: 'experience' | 'reply';
  id: string;
}

/** Whether what somebody publishes is shown, waits for a moderator, or is not taken at all. */
export type AuthorStanding = 'free' | 'held-for-review' | 'restricted' | 'banned';

/** A first-person account that its author made public. */
export interface Experience {
  id: string;
  conditionId: string;
  questionId: string | null;
  language: string;
  /** May be blank: then it goes by its first words (`titleOf`). */
  title: string;
  /** Plain text with a little markdown (`experience-text.ts`). */
  body: string;
  /** As the author wishes to be called; null: without any name. */
  authorName: string | null;
  role: MemberRole;
  audience: Audience;
  relation: Relation | null;
  yearsSince: YearsSince | null;
  contentNotes: ContentNote[];
  /** The member who wrote it, so that they can take it back; null: an invented one, or its author has left. Never shown. */
  authorId?: string | null;
  /** Invented for a demonstration. */
  demo: boolean;
  publishedAt: Date;
  /** The last time its words were changed after it was published. */
  changedAt: Date | null;
}

/** What somebody answered to an experience. Replies are not replied to. */
export interface Reply {
  id: string;
  conditionId: string;
  experienceId: string;
  language: string;
  body: string;
  authorName: string | null;
  authorId?: string | null;
  demo: boolean;
  publishedAt: Date;
  changedAt: Date | null;
}

/** What moderators set beside a text: the reviewed answer to this question says otherwise. */
export interface AnswerNote {
  questionId: string;
  /** In their words, in `language`; null: only the link. */
  words: string | null;
  language: string;
}

const mostOfTitle = 70;

/** The title, or the first words where there is none: cut at a word, in code points. */
export function titleOf({ title, body }: Pick<Experience, 'title' | 'body'>): string {
  if (title !== '') return title;
  const line = body
    .replace(/[*_`>#-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  const letters = [...sentence];
  if (letters.length <= mostOfTitle) return sentence.replace(/[.…]$/u, '');
  const cut = letters.slice(0, mostOfTitle).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trimEnd()}…`;
}

/** How the author belongs to the condition, from whom it is about. */
export function roleOf(relation: Relation | null): MemberRole {
  if (relation === null) return 'living-with-it';
  if (relation === 'work') return 'clinician';
  return relation === 'relative' || relation === 'friend' ? 'family' : 'caring-for-someone';
}
