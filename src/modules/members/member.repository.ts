import { sql } from 'kysely';
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
      members: readonly {
        id: string;
        demo: boolean;
        joinedAt: Date;
        region?: string | null;
        conditionId: string;
        role: MemberRole;
      }[],
    ): Promise<void> {
      for (let start = 0; start < members.length; start += 5000) {
        const chunk = JSON.stringify(members.slice(start, start + 5000));
        await sql`
          insert into members (id, demo, joined_at, region)
          select id, demo, "joinedAt", region
          from jsonb_to_recordset(${chunk}::jsonb) as m (id uuid, demo boolean, "joinedAt" timestamptz, region text)`.execute(
          db,
        );
        await sql`
          insert into memberships (member_id, condition_id, role)
          select id, "conditionId", role
          from jsonb_to_recordset(${chunk}::jsonb) as m (id uuid, "conditionId" uuid, role text)`.execute(db);
      }
    },
  };
}
