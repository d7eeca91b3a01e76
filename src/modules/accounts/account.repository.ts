import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { AccountTables } from './account.tables.ts';

export interface Account {
  id: string;
  email: string;
  language: string;
  /** Somebody has opened a link that was sent there. */
  verified: boolean;
  twoFactorEnabled: boolean;
  demo: boolean;
}

export type AccountRepository = ReturnType<typeof createAccountRepository>;

export function createAccountRepository(database: Database) {
  const db = database.withTables<AccountTables>();
  const accounts = db
    .selectFrom('accounts')
    .select([
      'id',
      'email',
      'language',
      'email_verified as verified',
      'two_factor_enabled as twoFactorEnabled',
      'demo',
    ]);
  return {
    find: (id: string): Promise<Account | undefined> => accounts.where('id', '=', id).executeTakeFirst(),

    findByAddress: (address: string): Promise<Account | undefined> =>
      accounts.where('email', '=', address).executeTakeFirst(),

    /** The account of an address: the one that is there, or a new one. */
    async findOrAdd(given: { address: string; language: string; now: Date; demo?: boolean }): Promise<{
      account: Account;
      isNew: boolean;
    }> {
      const added = await db
        .insertInto('accounts')
        .values({
          id: newId(),
          email: given.address,
          email_verified: false,
          name: '',
          language: given.language,
          two_factor_enabled: false,
          demo: given.demo ?? false,
          created_at: given.now,
          updated_at: given.now,
        })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst();
      const account = await accounts.where('email', '=', given.address).executeTakeFirstOrThrow();
      return { account, isNew: added !== undefined };
    },

    async setTwoFactorEnabled(id: string, enabled: boolean): Promise<void> {
      await db.updateTable('accounts').set({ two_factor_enabled: enabled }).where('id', '=', id).execute();
    },

    async changeAddress(id: string, address: string, now: Date): Promise<void> {
      await db
        .updateTable('accounts')
        .set({ email: address, email_verified: true, updated_at: now })
        .where('id', '=', id)
        .execute();
    },

    /** Accounts in which nobody has ever signed in, and that no role waits for. */
    async removeNeverUsed(madeBefore: Date): Promise<void> {
      await db
        .deleteFrom('accounts')
        .where('email_verified', '=', false)
        .where('demo', '=', false)
        .where('created_at', '<', madeBefore)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('staff_roles').select('role').whereRef('staff_roles.account_id', '=', 'accounts.id'))),
        )
        .execute();
    },

    /** In which language they are written to. */
    async setLanguage(id: string, language: string): Promise<void> {
      await db.updateTable('accounts').set({ language }).where('id', '=', id).execute();
    },

    async noteVerified(id: string, now: Date): Promise<void> {
      await db.updateTable('accounts').set({ email_verified: true, updated_at: now }).where('id', '=', id).execute();
    },
  };
}
