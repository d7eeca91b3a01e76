import type { MemberRole } from './member.ts';

export type MemberTables = {
  members: { id: string; demo: boolean; joined_at: Date };
  memberships: { condition_id: string; member_id: string; role: MemberRole };
};
