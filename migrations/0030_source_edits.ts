import { sql, type Kysely } from 'kysely';

/** Sources that were marked on the site as retracted or superseded: a pack that brings them again does not undo that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table source_edits (
      source_key text primary key references sources (id) on delete cascade,
      before jsonb not null,
      csl jsonb not null,
      edited_at timestamptz not null
    )`.execute(db);
}
