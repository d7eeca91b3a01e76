import { sql, type Kysely } from 'kysely';

/** The newest experiences under one question, without reading those of all others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index experiences_newest_of_question on experiences (condition_id, question_id, published_at desc, id)`.execute(
    db,
  );
}
