import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { AccountTables } from './account.tables.ts';

/** As the library calls the way in by password. */
const provider = 'credential';

export interface ListedPasskey {
  id: string;
  name: string | null;
  addedAt: Date;
}

/** Ways in beside the link by mail: one password, any number of passkeys. */
export function createCredentialRepository(database: Database) {
  const db = database.withTables<AccountTables>();
  return {
    async findPasswordByAddress(address: string): Promise<{ accountId: string; hash: string } | undefined> {
      const row = await db
        .selectFrom('accounts')
        .innerJoin('credentials', 'credentials.account_id', 'accounts.id')
        .select(['accounts.id', 'credentials.password'])
        .where('accounts.email', '=', address)
        .where('credentials.provider', '=', provider)
        .executeTakeFirst();
      return row?.password ? { accountId: row.id, hash: row.password } : undefined;
    },

    async hasPassword(accountId: string): Promise<boolean> {
      const row = await db
        .selectFrom('credentials')
        .select('id')
        .where('account_id', '=', accountId)
        .where('provider', '=', provider)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** True if there was one before. */
    async setPassword(accountId: string, { hash, now }: { hash: string; now: Date }): Promise<boolean> {
      const replaced = await this.removePassword(accountId);
      await db
        .insertInto('credentials')
        .values({
          id: newId(),
          account_id: accountId,
          provider,
          provider_account: accountId,
          password: hash,
          created_at: now,
          updated_at: now,
        })
        .execute();
      return replaced;
    },

    async removePassword(accountId: string): Promise<boolean> {
      const removed = await db
        .deleteFrom('credentials')
        .where('account_id', '=', accountId)
        .where('provider', '=', provider)
        .returning('id')
        .execute();
      return removed.length > 0;
    },

    /** Every way in but the link by mail. */
    async removeAll(accountId: string): Promise<void> {
      await db.deleteFrom('credentials').where('account_id', '=', accountId).execute();
      await db.deleteFrom('passkeys').where('account_id', '=', accountId).execute();
    },

    async listPasskeys(accountId: string): Promise<ListedPasskey[]> {
      return db
        .selectFrom('passkeys')
        .select(['id', 'name', 'created_at as addedAt'])
        .where('account_id', '=', accountId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
    },

    /** False if it is not there, or somebody else's. */
    async removePasskey(accountId: string, id: string): Promise<boolean> {
      const removed = await db
        .deleteFrom('passkeys')
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return removed !== undefined;
    },
  };
}
