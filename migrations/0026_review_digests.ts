import { sql, type Kysely } from 'kysely';

/** How often a reviewer wants to be told what waits, and when they last were; without a row: weekly, and never yet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_digests (
      reviewer_id uuid primary key references reviewers (id) on delete cascade,
      frequency text not null default 'weekly' check (frequency in ('weekly', 'daily', 'never')),
      told_on date
    )`.execute(db);
}
