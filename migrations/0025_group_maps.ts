import { sql, type Kysely } from 'kysely';

/** Pictures of the maps of groups too: of one condition, one group, or (both null) of everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table map_pictures
      add column group_id text references condition_groups (id) on delete cascade,
      drop constraint map_pictures_condition_id_language_key,
      add unique nulls not distinct (condition_id, group_id, language)`.execute(db);
}
