import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { AccountTables } from './account.tables.ts';

/** Links that were sent by mail, found by a hash of their token: whoever reads the table cannot use them. */
export function createLinkRepository(database: Database) {
  const db = database.withTables<AccountTables>();
  return {
    async add(link: { tokenHash: string; value: object; now: Date; expiresAt: Date }): Promise<void> {
      await db
        .insertInto('verifications')
        .values({
          id: newId(),
          identifier: link.tokenHash,
          value: JSON.stringify(link.value),
          expires_at: link.expiresAt,
          created_at: link.now,
          updated_at: link.now,
        })
        .execute();
    },

    async find(tokenHash: string): Promise<{ value: unknown; expiresAt: Date } | undefined> {
      const row = await db
        .selectFrom('verifications')
        .select(['value', 'expires_at'])
        .where('identifier', '=', tokenHash)
        .executeTakeFirst();
      return row && { value: JSON.parse(row.value) as unknown, expiresAt: row.expires_at };
    },

    /** Holds the link until the transaction ends: of two who use it at once, the second waits and then sees it used. */
    async hold(tokenHash: string): Promise<{ value: unknown; expiresAt: Date } | undefined> {
      const row = await db
        .selectFrom('verifications')
        .select(['value', 'expires_at'])
        .where('identifier', '=', tokenHash)
        .forUpdate()
        .executeTakeFirst();
      return row && { value: JSON.parse(row.value) as unknown, expiresAt: row.expires_at };
    },

    async remove(tokenHash: string): Promise<void> {
      await db.deleteFrom('verifications').where('identifier', '=', tokenHash).execute();
    },

    /** Whatever waits to be done with an account: none of it can be used any more. */
    async removeAllOf(accountId: string): Promise<void> {
      await db.deleteFrom('verifications').where('value', 'like', `%"accountId":"${accountId}"%`).execute();
    },

    async replace(tokenHash: string, value: object): Promise<void> {
      await db
        .updateTable('verifications')
        .set({ value: JSON.stringify(value) })
        .where('identifier', '=', tokenHash)
        .execute();
    },
  };
}
