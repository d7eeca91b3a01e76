import type { SignedIn } from '#platform/auth/signed-in.ts';
import type { CommentRole } from './comment.ts';

const roles = ['reviewer', 'editor', 'steward'] as const satisfies readonly CommentRole[];

/**
 * Reviewers, editors and stewards comment on any text, and mark any comment as done or as open again: who does what is said
 * beside it. Whoever moderates, or has yet to give the second factor, does not. Undefined: may not.
 */
export const commentsAs = ({ staff }: Pick<SignedIn, 'staff'>): CommentRole | undefined =>
  roles.find((role) => staff.includes(role));
