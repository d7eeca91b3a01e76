import type { Database } from '#platform/db/database.ts';
import type { MemberRole } from './member.ts';
import type { MemberTables } from './member.tables.ts';

export type MemberRepository = ReturnType<typeof createMemberRepository>;

export function createMemberRepository(database: Database) {
  const db = database.withTables<MemberTables>();
  return {
    /** Whether the demonstration's invented people are there. Of real members nobody may ask this. */
    async hasDemoMembers(conditionId: string): Promise<boolean> {
      const row = await db
        .selectFrom('memberships')
        .innerJoin('members', 'members.id', 'memberships.member_id')
        .select('members.id')
        .where('condition_id', '=', conditionId)
        .where('demo', '=', true)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async addMembers(
      members: readonly { id: string; demo: boolean; joinedAt: Date; conditionId: string; role: MemberRole }[],
    ): Promise<void> {
      for (let start = 0; start < members.length; start += 1000) {
        const chunk = members.slice(start, start + 1000);
        await db
          .insertInto('members')
          .values(chunk.map(({ id, demo, joinedAt }) => ({ id, demo, joined_at: joinedAt })))
          .execute();
        await db
          .insertInto('memberships')
          .values(chunk.map(({ id, conditionId, role }) => ({ member_id: id, condition_id: conditionId, role })))
          .execute();
      }
    },
  };
}
