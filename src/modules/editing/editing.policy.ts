import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import type { PublishingWay } from '#modules/answers/index.ts';

export type Actor = Pick<SignedIn, 'staff' | 'accountId'>;

const is = (actor: Actor, ...roles: StaffRole[]) => roles.some((role) => actor.staff.includes(role));

/** Who may do what with texts, each in one sentence. */
export const editingPolicy = {
  /**
   * Editors, reviewers and stewards write, put slips of the pen right, and correct at once what could do harm: all of it is in
   * the record. Whoever moderates, or has yet to give the second factor, does not.
   */
  write: (actor: Actor) => is(actor, 'editor', 'reviewer', 'steward'),
  /** The same say whether a source stands: what rests on it is marked for readers at once, and a reviewer looks at it again. */
  markSources: (actor: Actor) => editingPolicy.write(actor),
  /** A proposal is put aside by whoever wrote it, or by a steward. */
  putAside: (actor: Actor, proposal: { authorId: string | null }) =>
    is(actor, 'steward') || (editingPolicy.write(actor) && proposal.authorId === actor.accountId),
};

/** The role under which an act goes into the record. */
export const roleOf = (actor: Actor): 'steward' | 'editor' | 'reviewer' =>
  (['editor', 'reviewer', 'steward'] as const).find((role) => is(actor, role)) ?? 'editor';

/** Why a text may not come before readers in a way. */
export type PublishingRefusal = 'unsigned' | 'signed-by-author' | 'not-a-slip' | 'no-reason';

/**
 * Whether a text may come before readers: `review` asks for a signature by somebody who wrote none of it, `typo` for a slip of
 * the pen, `urgent` for a reason. Undefined: it may.
 */
export function refusalOf(
  way: PublishingWay,
  text: {
    /** Accounts that wrote it, or what it goes back to. */
    authorIds: readonly string[];
    /** Whose name is under exactly this version. */
    signedBy: { accountId: string | null } | undefined;
    isSlip: boolean;
    why: string;
  },
): PublishingRefusal | undefined {
  if (way === 'typo') return text.isSlip ? undefined : 'not-a-slip';
  if (way === 'urgent') return text.why.trim() === '' ? 'no-reason' : undefined;
  if (!text.signedBy) return 'unsigned';
  const { accountId } = text.signedBy;
  return accountId !== null && text.authorIds.includes(accountId) ? 'signed-by-author' : undefined;
}
