import type { Database } from '#platform/db/database.ts';
import type { Consent, ConsentKind, Wording } from './consent.ts';
import type { MemberTables } from './member.tables.ts';

export type ConsentRepository = ReturnType<typeof createConsentRepository>;

/** What people agreed to: the exact words, since when, until when. */
export function createConsentRepository(database: Database) {
  const db = database.withTables<MemberTables>();
  return {
    /** All agreements of an account, in force or not, the newest first. */
    async list(accountId: string): Promise<Consent[]> {
      const rows = await db
        .selectFrom('consents')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('agreed_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        text: row.wording,
        version: row.version,
        language: row.language,
        agreedAt: row.agreed_at,
        withdrawnAt: row.withdrawn_at,
      }));
    },

    /** Notes an agreement. One to the same text is left as it is: a form sent twice agrees once. */
    async agree(accountId: string, { kind, text, version, language }: Wording, id: string, at: Date): Promise<void> {
      await db
        .updateTable('consents')
        .set({ withdrawn_at: at })
        .where('account_id', '=', accountId)
        .where('kind', '=', kind)
        .where('withdrawn_at', 'is', null)
        .where('version', '!=', version)
        .execute();
      await db
        .insertInto('consents')
        .values({
          id,
          account_id: accountId,
          kind,
          version,
          language,
          wording: text,
          agreed_at: at,
          withdrawn_at: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'kind']).where('withdrawn_at', 'is', null).doNothing(),
        )
        .execute();
    },

    /** Ends an agreement; false if none was in force. */
    async withdraw(accountId: string, kind: ConsentKind, at: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('consents')
        .set({ withdrawn_at: at })
        .where('account_id', '=', accountId)
        .where('kind', '=', kind)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async removeAll(accountId: string): Promise<void> {
      await db.deleteFrom('consents').where('account_id', '=', accountId).execute();
    },
  };
}
