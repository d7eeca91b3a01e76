/** How somebody belongs to a condition. */
export const memberRoles = ['living-with-it', 'caring-for-someone', 'family', 'clinician', 'researcher'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** How sure it is: found by a doctor, thought of but not found yet, or neither, and here for others. */
export const membershipStates = ['diagnosed', 'suspected', 'supporting'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** What somebody says about themselves and one condition. */
export interface ConditionDetails {
  role: MemberRole | null;
  state: MembershipState | null;
  firstSymptomsYear: number | null;
  diagnosisYear: number | null;
}

export interface Membership extends ConditionDetails {
  conditionId: string;
  since: Date;
  /** Named to others who belong to the same condition. */
  listed: boolean;
}

/** What somebody says about themselves, whatever the condition. */
export interface Profile {
  role: MemberRole | null;
  displayName: string | null;
  /** A country or a part of one, from a list; never a place. */
  region: string | null;
  birthYear: number | null;
}

export interface Member extends Profile {
  id: string;
  accountId: string;
  /** Those to whom they are listed may also read the country, never the part of it. */
  showsCountry: boolean;
  joinedAt: Date;
  /** On the way out: nobody sees them any more. */
  leavingOn: Date | null;
  demo: boolean;
  memberships: Membership[];
}

/** Nobody belongs to more. It keeps one account from reading along everywhere. */
export const mostConditions = 30;

/** The country of a region: `ES-MD` lies in `ES`. */
export const countryOf = (region: string): string => region.slice(0, 2);
