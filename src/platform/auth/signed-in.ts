import type { Context } from 'hono';

/** What somebody may do for the organisation. */
export const staffRoles = ['steward', 'moderator', 'reviewer', 'editor'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Whoever sends a request with a session that is valid. */
export interface SignedIn {
  accountId: string;
  sessionId: string;
  email: string;
  /** Staff roles that may be used in this session: none before the second factor was given. */
  staff: readonly StaffRole[];
  /** Staff roles that the account has, whether or not they may be used now. */
  staffRoles: readonly StaffRole[];
  /** Invented, for the demonstration. */
  demo: boolean;
}

declare module 'hono' {
  interface ContextVariableMap {
    signedIn: SignedIn | undefined;
    /** Whoever gave the first factor and owes the second: nobody yet. */
    halfSignedIn: SignedIn | undefined;
  }
}

/** Who asks; undefined for a reader without a session. */
export const signedInOf = (c: Context): SignedIn | undefined => c.get('signedIn');

/** Who has yet to give the second factor. Only the page that asks for it may look. */
export const halfSignedInOf = (c: Context): SignedIn | undefined => c.get('halfSignedIn');
