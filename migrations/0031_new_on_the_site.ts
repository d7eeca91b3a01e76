import { sql, type Kysely } from 'kysely';

/** Answers and numbers that nobody has written yet: what is written of them on the site changes nothing that was there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table proposals alter column base_revision_id drop not null`.execute(db);
  await sql`alter table site_revisions alter column base_revision_id drop not null`.execute(db);
  await sql`alter table claim_edits alter column before drop not null`.execute(db);
}
