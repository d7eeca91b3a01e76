import { sql, type Kysely } from 'kysely';

/** The files of each pack as they were imported, so that what was edited on the site can go back into them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pack_files (
      pack_id text not null references packs (id) on delete cascade,
      path text not null,
      content text not null,
      primary key (pack_id, path)
    )`.execute(db);
}
