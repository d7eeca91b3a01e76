import { sql, type Kysely } from 'kysely';

/** How often each text is read in a week: a number, and nothing about who. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table answer_reads (
      condition_id uuid not null,
      answer_id uuid not null,
      week date not null check (extract(isodow from week) = 1),
      reads integer not null check (reads > 0),
      primary key (condition_id, answer_id, week),
      foreign key (condition_id, answer_id) references answers (condition_id, id) on delete cascade
    )`.execute(db);
  await sql`create index answer_reads_week on answer_reads (week)`.execute(db);
}
