import type { SignedIn } from '#platform/auth/signed-in.ts';

/** Who may do what with what is held of people, each in one sentence. */
export const privacyPolicy = {
  /** A steward reads where very much was read in a day; the role counts once the second factor was given. */
  readAlerts: ({ staff }: Pick<SignedIn, 'staff'>): boolean => staff.includes('steward'),
};
