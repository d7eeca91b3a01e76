import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { AccountTables } from './account.tables.ts';

export interface StoredSecondFactor {
  id: string;
  /** Sealed. */
  secret: string;
  /** Hashes of those not used yet. */
  backupCodes: string[];
  usedStep: number;
  createdAt: Date;
}

export function createSecondFactorRepository(database: Database) {
  const db = database.withTables<AccountTables>();
  const of = (accountId: string, verified: boolean) =>
    db.selectFrom('two_factors').selectAll().where('account_id', '=', accountId).where('verified', '=', verified);
  const read = (row: Awaited<ReturnType<ReturnType<typeof of>['executeTakeFirst']>>): StoredSecondFactor | undefined =>
    row && {
      id: row.id,
      secret: row.secret,
      backupCodes: JSON.parse(row.backup_codes) as string[],
      usedStep: Number(row.used_step),
      createdAt: row.created_at,
    };
  return {
    /** Of two requests with one code the second waits, and then finds it used. */
    findInUse: async (accountId: string) => read(await of(accountId, true).forUpdate().executeTakeFirst()),

    /** One that was begun and waits for its first code. The one in use stays until then. */
    findBegun: async (accountId: string) => read(await of(accountId, false).executeTakeFirst()),

    async begin(accountId: string, { secret, now }: { secret: string; now: Date }): Promise<void> {
      await db
        .insertInto('two_factors')
        .values({
          id: newId(),
          account_id: accountId,
          secret,
          backup_codes: '[]',
          verified: false,
          used_step: 0,
          created_at: now,
        })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'verified']).doUpdateSet({ secret, created_at: now, used_step: 0 }),
        )
        .execute();
    },

    /** The one that was begun takes the place of the one in use. */
    async putInUse(accountId: string, id: string, given: { usedStep: number; backupCodes: string[] }): Promise<void> {
      await db.deleteFrom('two_factors').where('account_id', '=', accountId).where('verified', '=', true).execute();
      await db
        .updateTable('two_factors')
        .set({ verified: true, used_step: given.usedStep, backup_codes: JSON.stringify(given.backupCodes) })
        .where('id', '=', id)
        .execute();
    },

    async noteUsedStep(id: string, step: number): Promise<void> {
      await db.updateTable('two_factors').set({ used_step: step }).where('id', '=', id).execute();
    },

    async setBackupCodes(id: string, backupCodes: readonly string[]): Promise<void> {
      await db
        .updateTable('two_factors')
        .set({ backup_codes: JSON.stringify(backupCodes) })
        .where('id', '=', id)
        .execute();
    },

    async remove(accountId: string): Promise<void> {
      await db.deleteFrom('two_factors').where('account_id', '=', accountId).execute();
    },
  };
}
