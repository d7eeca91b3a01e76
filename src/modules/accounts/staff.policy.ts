import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';

/** What the rules ask of whoever acts: roles that may be used in this session, so none before the second factor. */
export type Actor = Pick<SignedIn, 'staff'>;

const is = (actor: Actor, role: StaffRole) => actor.staff.includes(role);

/** Who may do what with staff, each in one sentence. */
export const staffPolicy = {
  /** A steward sees who is staff. */
  seeStaff: (actor: Actor) => is(actor, 'steward'),
  /** A steward gives anybody any role. */
  grantRole: (actor: Actor) => is(actor, 'steward'),
  /** A steward takes any role from anybody, themselves included, but never the last steward’s. */
  removeRole: (actor: Actor, taken: { role: StaffRole; stewards: number }) =>
    is(actor, 'steward') && !(taken.role === 'steward' && taken.stewards < 2),
  /** A steward reads the record of what staff did. */
  readRecord: (actor: Actor) => is(actor, 'steward'),
};
