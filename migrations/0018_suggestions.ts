import { sql, type Kysely } from 'kysely';

/** What readers would have put right in a text. Nobody is asked who they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table suggestions (
      id uuid primary key,
      condition_id uuid not null,
      answer_id uuid not null,
      revision_id uuid not null,
      passage text,
      wrong text not null,
      source text,
      language text not null,
      state text not null check (state in ('open', 'taken', 'left')),
      made_on date not null,
      closed_at timestamptz,
      foreign key (condition_id, answer_id) references answers (condition_id, id),
      foreign key (condition_id, revision_id) references revisions (condition_id, id)
    )`.execute(db);
  await sql`create index suggestions_state on suggestions (state, made_on desc, id)`.execute(db);
  await sql`create index suggestions_closed on suggestions (closed_at) where closed_at is not null`.execute(db);
}
