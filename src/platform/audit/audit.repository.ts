import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';

export interface AuditEntry {
  at: Date;
  /** Absent: whoever runs the server, on its command line, or the site by itself. */
  actorId?: string;
  /** The role that was used. */
  actorRole: 'steward' | 'moderator' | 'reviewer' | 'editor' | 'operator' | 'site';
  /** `staff.granted`, in the past tense. */
  act: string;
  aboutAccountId?: string;
  /** The id of what was acted on. */
  object?: string;
  details?: Readonly<Record<string, string | number | boolean>>;
}

/** A record as it is read: whoever has left is forgotten, what was done is not. */
export interface AuditRecord {
  id: number;
  at: Date;
  actorId: string | null;
  /** Where the actor is still here. */
  actorEmail: string | null;
  actorRole: AuditEntry['actorRole'];
  act: string;
  aboutAccountId: string | null;
  /** Of acts on staff alone: whom a moderator dealt with is not a steward's to read in a list. */
  aboutEmail: string | null;
  object: string | null;
  details: Readonly<Record<string, string | number | boolean>>;
}

export async function addRecord(database: Database, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit_records (at, actor_id, actor_role, act, about_account_id, object, details)
    values (${entry.at}, ${entry.actorId ?? null}, ${entry.actorRole}, ${entry.act}, ${entry.aboutAccountId ?? null},
      ${entry.object ?? null}, ${jsonb(entry.details ?? {})})`.execute(database);
}

export function createAuditRepository(database: Database) {
  const columns =
    sql.raw(`r.id, r.at, r.actor_id as "actorId", a.email as "actorEmail", r.actor_role as "actorRole", r.act,
    r.about_account_id as "aboutAccountId", case when r.act like 'staff.%' then b.email end as "aboutEmail",
    r.object, r.details`);
  const records = sql`audit_records r left join accounts a on a.id = r.actor_id left join accounts b on b.id = r.about_account_id`;
  return {
    /** The newest first. */
    async list({ offset, limit }: { offset: number; limit: number }): Promise<AuditRecord[]> {
      const { rows } = await sql<AuditRecord>`
        select ${columns} from ${records}
        order by r.id desc offset ${offset} limit ${limit}`.execute(database);
      return rows;
    },

    async count(): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) from audit_records`.execute(database);
      return Number(rows[0]!.count);
    },

    /** What staff did about one account, the newest first: for the member whom it is about. */
    async listAbout(accountId: string): Promise<AuditRecord[]> {
      const { rows } = await sql<AuditRecord>`
        select ${columns} from ${records}
        where r.about_account_id = ${accountId} order by r.id desc limit 1000`.execute(database);
      return rows;
    },
  };
}
