import { sql, type Kysely } from 'kysely';

/** Whom a claim counts, for comparing; and where sources and glossary terms are named, for their own pages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table claims add column counted jsonb`.execute(db);
  await sql`create index claims_counted on claims (measure) where counted is not null`.execute(db);
  await sql`create index claims_source on claims (source_key)`.execute(db);
  await sql`create index condition_codes_source on condition_codes (source_key) where source_key is not null`.execute(
    db,
  );

  await sql`
    create table mentions (
      condition_id uuid not null references conditions (id) on delete cascade,
      position integer not null,
      kind text not null check (kind in ('source', 'term')),
      key text not null,
      place text not null check (place in ('short', 'part', 'look-alike')),
      question_id text,
      other_id uuid references conditions (id) on delete cascade,
      anchor text,
      heading text,
      language text not null,
      seen_in text[] not null,
      sentence text not null,
      primary key (condition_id, position)
    )`.execute(db);
  await sql`create index mentions_key on mentions (kind, key)`.execute(db);

  await sql`
    create table mentions_filled (
      condition_id uuid primary key references conditions (id) on delete cascade
    )`.execute(db);
}
