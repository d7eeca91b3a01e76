import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

export interface StoredMail {
  id: string;
  to: string;
  language: string;
  subject: string;
  body: string;
  createdAt: Date;
}

export function createMailRepository(database: Database) {
  return {
    async add(mail: StoredMail & { accountId?: string }): Promise<void> {
      await sql`
        insert into mails (id, account_id, recipient, subject, body, language, created_at)
        values (${mail.id}, ${mail.accountId ?? null}, ${mail.to}, ${mail.subject}, ${mail.body}, ${mail.language},
          ${mail.createdAt})`.execute(database);
    },

    async find(id: string): Promise<StoredMail | undefined> {
      const { rows } = await sql<StoredMail>`
        select id, recipient as to, language, subject, body, created_at as "createdAt"
        from mails where id = ${id}`.execute(database);
      return rows[0];
    },

    /** The newest first. Of the demonstration alone: elsewhere mail is nobody's to read. */
    async listNewest(limit: number): Promise<StoredMail[]> {
      const { rows } = await sql<StoredMail>`
        select id, recipient as to, language, subject, body, created_at as "createdAt"
        from mails order by created_at desc, id limit ${limit}`.execute(database);
      return rows;
    },

    async remove(id: string): Promise<void> {
      await sql`delete from mails where id = ${id}`.execute(database);
    },

    async removeBefore(time: Date): Promise<number> {
      const { numAffectedRows } = await sql`delete from mails where created_at < ${time}`.execute(database);
      return Number(numAffectedRows ?? 0);
    },
  };
}
