import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';

/** What the rules ask of whoever acts: roles that may be used in this session, so none before the second factor. */
export type Actor = Pick<SignedIn, 'staff' | 'accountId'>;

const is = ({ staff }: Actor, role: StaffRole) => staff.includes(role);

/** Who may do what, each in one sentence. What a case allows at this moment is in `moderation.ts`. */
export const moderationPolicy = {
  /** Whoever can read a text can report it, with or without an account. */
  report: (_actor: Actor | undefined, item: { readable: boolean }) => item.readable,
  /** Moderators and stewards see what waits, and what was decided. */
  seeQueue: (actor: Actor) => is(actor, 'moderator') || is(actor, 'steward'),
  /** Moderators and stewards see how long people wait. */
  seeFigures: (actor: Actor) => is(actor, 'moderator') || is(actor, 'steward'),
  /** A moderator decides, but never about what they wrote themselves. */
  decide: (actor: Actor, item: { authorId: string | null }) =>
    is(actor, 'moderator') && item.authorId !== actor.accountId,
  /** A moderator takes back what they decided themselves. */
  undo: (actor: Actor, decided: { moderatorId: string | null }) =>
    is(actor, 'moderator') && decided.moderatorId === actor.accountId,
  /** A moderator decides about an appeal, unless they took the decision that it is against. */
  decideAppeal: (actor: Actor, decided: { moderatorId: string | null; authorId: string | null }) =>
    is(actor, 'moderator') && decided.moderatorId !== actor.accountId && decided.authorId !== actor.accountId,
  /** Whoever wrote a text reads the decisions about it, and nobody else does. */
  readDecision: (actor: Pick<Actor, 'accountId'>, decision: { authorId: string | null }) =>
    decision.authorId !== null && decision.authorId === actor.accountId,
  /** Whoever wrote a text appeals, members and those who have been banned alike. */
  appeal: (actor: Pick<Actor, 'accountId'>, decision: { authorId: string | null }) =>
    decision.authorId !== null && decision.authorId === actor.accountId,
};
