import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { emptyDraft, type Draft } from './joining.ts';
import type { MemberTables } from './member.tables.ts';

export type JoiningRepository = ReturnType<typeof createJoiningRepository>;

/** What people have said who are still joining. */
export function createJoiningRepository(database: Database) {
  const db = database.withTables<MemberTables>();
  return {
    async find(accountId: string): Promise<Draft | undefined> {
      const row = await db
        .selectFrom('joinings')
        .select('draft')
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row && { ...emptyDraft, ...row.draft };
    },

    /** Changes a draft, or begins one. In a transaction, so that two tabs change it one after the other. */
    async change(accountId: string, change: (draft: Draft) => Draft, at: Date): Promise<Draft> {
      // not the row's own lock: a draft that is thrown away meanwhile has no row to wait for
      await sql`select pg_advisory_xact_lock(hashtext('joinings'), hashtext(${accountId}))`.execute(db);
      const row = await db
        .selectFrom('joinings')
        .select('draft')
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      const changed = change({ ...emptyDraft, ...row?.draft });
      await db
        .insertInto('joinings')
        .values({ account_id: accountId, draft: jsonb(changed), changed_at: at })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ draft: jsonb(changed), changed_at: at }))
        .execute();
      return changed;
    },

    async remove(accountId: string): Promise<void> {
      await db.deleteFrom('joinings').where('account_id', '=', accountId).execute();
    },

    /** Throws away what nobody went on with. Returns whose it was. */
    async removeUnchangedSince(time: Date): Promise<string[]> {
      const rows = await db.deleteFrom('joinings').where('changed_at', '<', time).returning('account_id').execute();
      return rows.map((row) => row.account_id);
    },
  };
}
