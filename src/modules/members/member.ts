/** How somebody belongs to a condition. */
export type MemberRole = 'living-with-it' | 'caring-for-someone' | 'family' | 'clinician' | 'researcher';

/** Those whom a count of "people who live with it, or care for someone who does" means. */
export const countedRoles: readonly MemberRole[] = ['living-with-it', 'caring-for-someone'];
