import { sql, type Kysely } from 'kysely';

/** Packs, conditions and everything that answers rest on. Large tables begin with the condition, so that they can shard by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);

  await sql`
    create table packs (
      id text primary key,
      title jsonb not null,
      licence text not null,
      languages text[] not null,
      maintainers jsonb not null,
      urgent_help jsonb not null,
      content_hash text not null,
      imported_at timestamptz not null
    )`.execute(db);

  for (const table of ['sources', 'questions', 'axes', 'glossary_terms', 'condition_groups', 'look_alike_features']) {
    const columns = {
      sources: sql`csl jsonb not null`,
      questions: sql`title jsonb not null, short jsonb not null, review_months integer not null check (review_months > 0)`,
      axes: sql`name jsonb not null, version jsonb not null, source_key text not null, axis_values jsonb not null`,
      glossary_terms: sql`term jsonb not null, means jsonb not null`,
      condition_groups: sql`name jsonb not null`,
      look_alike_features: sql`name jsonb not null`,
    }[table]!;
    await sql`
      create table ${sql.table(table)} (
        id text primary key,
        pack_id text not null references packs (id),
        position integer not null,
        ${columns}
      )`.execute(db);
  }

  await sql`
    create table conditions (
      id uuid primary key,
      slug text not null unique,
      pack_id text not null references packs (id),
      kind text not null check (kind in ('disorder', 'symptom')),
      group_id text not null references condition_groups (id),
      parent_id uuid references conditions (id),
      summary jsonb not null,
      question_titles jsonb not null,
      axis_places jsonb not null,
      content_hash text not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index conditions_parent on conditions (parent_id)`.execute(db);

  await sql`
    create table condition_names (
      condition_id uuid not null references conditions (id) on delete cascade,
      language text not null,
      kind text not null check (kind in ('preferred', 'synonym', 'narrower')),
      position integer not null,
      name text not null,
      in_sentence text,
      primary key (condition_id, language, kind, position)
    )`.execute(db);

  await sql`
    create table condition_codes (
      condition_id uuid not null references conditions (id) on delete cascade,
      system text not null,
      code text not null,
      relation text not null check (relation in ('exact', 'broad', 'narrow')),
      source_key text,
      position integer not null,
      primary key (condition_id, system, code)
    )`.execute(db);

  await sql`
    create table claims (
      condition_id uuid not null references conditions (id) on delete cascade,
      id text not null,
      position integer not null,
      measure text not null,
      about jsonb not null,
      value double precision,
      low double precision,
      high double precision,
      interval_kind text check (interval_kind in ('ci95', 'range')),
      unit text not null,
      place jsonb not null,
      year integer not null,
      method jsonb,
      source_key text not null references sources (id) deferrable initially deferred,
      primary key (condition_id, id),
      check (value is not null or (low is not null and high is not null)),
      check (low <= high)
    )`.execute(db);

  await sql`
    create table look_alikes (
      condition_id uuid not null references conditions (id) on delete cascade,
      other_id uuid not null references conditions (id) on delete cascade,
      pack_id text not null references packs (id),
      position integer not null,
      together jsonb,
      comparison jsonb not null,
      ask jsonb not null,
      primary key (condition_id, other_id)
    )`.execute(db);
  await sql`create index look_alikes_other on look_alikes (other_id)`.execute(db);
}
