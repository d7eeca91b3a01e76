import { sql, type Kysely } from 'kysely';

/** As the index files and filters names: without case and accents, numbers in six digits so that 2 comes before 10. */
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/gu, (digits) => digits.padStart(6, '0'));

/**
 * The world's vocabularies: what each file of theirs says, word for word, and which condition a term of theirs is.
 * A condition that no pack wrote belongs to no pack and no group.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table conditions alter column pack_id drop not null, alter column group_id drop not null`.execute(db);
  // false: no page that people look for by its letter (a category of Orphanet, a term that was withdrawn)
  await sql`alter table conditions add column listed boolean not null default true`.execute(db);
  await sql`create index conditions_slug_letters on conditions using gist (slug gist_trgm_ops(siglen = 64))`.execute(
    db,
  );
  await sql`alter table sources alter column pack_id drop not null`.execute(db);

  // null: a pack's own
  await sql`alter table condition_names add column vocabulary text, add column folded text collate "C"`.execute(db);
  const names = await sql<{ name: string }>`select distinct name from condition_names`.execute(db);
  for (const { name } of names.rows)
    await sql`update condition_names set folded = ${fold(name)} where name = ${name}`.execute(db);
  await sql`alter table condition_names alter column folded set not null`.execute(db);
  await sql`create index condition_names_index on condition_names (language, folded) where kind = 'preferred'`.execute(
    db,
  );
  await sql`alter table condition_codes add column vocabulary text`.execute(db);
  await sql`create index condition_codes_code on condition_codes (code)`.execute(db);

  // an address once given leads to its condition for ever
  await sql`
    create table former_slugs (
      slug text primary key,
      condition_id uuid not null references conditions (id) on delete cascade
    )`.execute(db);

  await sql`
    create table vocabulary_parts (
      vocabulary text not null,
      part text not null,
      version text,
      released date,
      statements integer not null,
      imported_at timestamptz not null,
      primary key (vocabulary, part)
    )`.execute(db);

  await sql`
    create table vocabulary_statements (
      term_id text not null,
      part text not null,
      content jsonb not null,
      hash text not null,
      withdrawn_version text,
      primary key (term_id, part)
    )`.execute(db);
  await sql`create index vocabulary_statements_part on vocabulary_statements (part)`.execute(db);

  await sql`
    create table vocabulary_terms (
      term_id text primary key,
      condition_id uuid references conditions (id) on delete set null
    )`.execute(db);
  await sql`create index vocabulary_terms_condition on vocabulary_terms (condition_id)`.execute(db);

  await sql`
    create table vocabulary_parents (
      term_id text not null,
      part text not null,
      parent_id text not null,
      primary key (term_id, part, parent_id)
    )`.execute(db);
  await sql`create index vocabulary_parents_parent on vocabulary_parents (parent_id)`.execute(db);

  await sql`
    create table disease_symptoms (
      disease_id text not null,
      part text not null,
      position integer not null,
      symptom_id text not null,
      excluded boolean not null,
      low real,
      high real,
      seen integer,
      examined integer,
      onset text,
      sex text,
      reference text,
      primary key (disease_id, part, position)
    )`.execute(db);
  await sql`create index disease_symptoms_symptom on disease_symptoms (symptom_id)`.execute(db);
}
