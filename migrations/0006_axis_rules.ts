import { sql, type Kysely } from 'kysely';

/** The rules of an axis, which lead from an age or from marked parts of the body to a value; and what is not known of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table axes add column rule jsonb, add column not_known jsonb`.execute(db);
}
