import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { passed } from './reading.ts';

/** A day on which somebody read very much. */
export interface Alert {
  at: Date;
  of: 'account' | 'address';
  limit: number;
  /** Of the account, as long as it is there. */
  email: string | null;
}

export function createAlertRepository(db: Database) {
  return {
    async listStewards(): Promise<{ email: string; language: string }[]> {
      const { rows } = await sql<{ email: string; language: string }>`
        select a.email, a.language from staff_roles r join accounts a on a.id = r.account_id
        where r.role = 'steward' order by a.id`.execute(db);
      return rows;
    },

    /** The newest first. */
    async listAlerts(limit: number): Promise<Alert[]> {
      const { rows } = await sql<Alert>`
        select r.at, r.details ->> 'of' as "of", (r.details ->> 'limit')::int as "limit", a.email
        from audit_records r left join accounts a on a.id = r.about_account_id
        where r.act = ${passed} order by r.id desc limit ${limit}`.execute(db);
      return rows;
    },
  };
}
