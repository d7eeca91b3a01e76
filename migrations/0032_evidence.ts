import { sql, type Kysely } from 'kysely';

/**
 * What queues ask of every signed text is kept beside it, and not read out of its signature, which holds the whole text.
 * Whether numbers and sources under a signature are as they were signed is looked at again when any of them changed, and not
 * each time somebody opens the queue: each change of them counts up, and each text remembers at which count it was looked at.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table knowledge_changes (
      one boolean primary key default true check (one),
      count bigint not null
    )`.execute(db);
  await sql`
    create function count_change_of_knowledge() returns trigger language plpgsql as $$
    begin
      insert into knowledge_changes (count) values (1)
        on conflict (one) do update set count = knowledge_changes.count + 1;
      return null;
    end $$`.execute(db);
  for (const table of ['claims', 'sources'])
    await sql`
      create trigger ${sql.raw(table)}_count_changes after insert or update or delete on ${sql.table(table)}
        for each statement execute function count_change_of_knowledge()`.execute(db);
  await sql`
    alter table review_standings
      add evidence_changed boolean not null default false,
      add evidence_seen_at bigint not null default -1`.execute(db);
  await sql`
    alter table review_standings
      add signatory_id text generated always as (signature #>> '{signatory,id}') stored`.execute(db);
  await sql`create index review_standings_signatory on review_standings (signatory_id)`.execute(db);
  await sql`
    create index review_standings_desk on review_standings (reviewer_id) where state = 'in-review'`.execute(db);
  await sql`
    create index review_standings_evidence on review_standings (evidence_seen_at) where signature is not null`.execute(
    db,
  );
}
