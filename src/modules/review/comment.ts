import type { Passage } from './passages.ts';

/** What somebody of the staff says about a passage of one version of a text: a working note, no act of the record. */
export interface Comment {
  id: string;
  conditionId: string;
  answerId: string;
  /** The version that it was said about. */
  revisionId: string;
  field: Passage['field'];
  /** The words of the passage: where they stand in another version, the comment stands, too. */
  passage: string;
  text: string;
  /** Null: the account is gone. */
  accountId: string | null;
  /** Null: an account without a name. */
  authorName: string | null;
  authorRole: CommentRole;
  createdAt: Date;
  /** When somebody marked it as done. */
  doneAt: Date | null;
  doneBy: string | null;
}

export type CommentRole = 'reviewer' | 'editor' | 'steward';

export const mostCommentLetters = 2000;
/** Of one text, open at a time: more than that is a talk to have by telephone. */
export const mostOpenComments = 60;
/** For so many days a comment that is done is kept. */
export const commentDays = 365;

export interface PlacedComments {
  /** Open, by the passage at which they stand. */
  at: ReadonlyMap<string, readonly Comment[]>;
  /** Open, in the order of the text. */
  open: readonly Comment[];
  /** Open, about words that this version does not have any more. */
  changed: readonly Comment[];
  /** The last one first. */
  done: readonly Comment[];
}

/** Where comments stand in a version: at the passage with exactly the same words, or nowhere. */
export function placeComments(comments: readonly Comment[], passages: readonly Passage[]): PlacedComments {
  const at = new Map<string, Comment[]>();
  const changed: Comment[] = [];
  for (const comment of comments) {
    if (comment.doneAt) continue;
    const passage = passages.find(({ field, text }) => field === comment.field && text === comment.passage);
    if (!passage) changed.push(comment);
    else at.set(passage.id, [...(at.get(passage.id) ?? []), comment]);
  }
  return {
    at,
    open: passages.flatMap(({ id }) => at.get(id) ?? []),
    changed,
    done: comments.filter(({ doneAt }) => doneAt).sort((a, b) => b.doneAt!.getTime() - a.doneAt!.getTime()),
  };
}

const longestQuote = 300;

/** The beginning of a passage, where the whole of it would be too much. */
export function quoteOf(passage: string, longest = longestQuote): string {
  const letters = [...passage];
  return letters.length <= longest
    ? passage
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** What a reviewer has said and nobody has done, about this very version. */
export const ownOpen = (comments: readonly Comment[], by: { accountId: string; revisionId: string }): Comment[] =>
  comments.filter(
    ({ accountId, revisionId, doneAt }) =>
      doneAt === null && accountId === by.accountId && revisionId === by.revisionId,
  );
