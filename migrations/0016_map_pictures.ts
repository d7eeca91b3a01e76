import { sql, type Kysely } from 'kysely';

/** Pictures of maps for sharing, drawn once: of each condition (null: of everybody) and language the newest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table map_pictures (
      condition_id uuid references conditions (id) on delete cascade,
      language text not null,
      drawn_from text not null,
      png bytea not null,
      unique nulls not distinct (condition_id, language)
    )`.execute(db);
}
