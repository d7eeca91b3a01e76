import { sql, type Kysely } from 'kysely';

/** What members say about themselves, and what they agreed to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table members
      add column account_id uuid unique references accounts (id) on delete cascade,
      add column display_name text,
      add column region text check (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
      add column birth_year smallint check (birth_year between 1890 and 2200),
      add column joined boolean not null default true,
      add column leaving_on timestamptz,
      add column leaving_keeps_experiences boolean not null default false`.execute(db);
  await sql`create index members_leaving on members (leaving_on) where leaving_on is not null`.execute(db);

  await sql`
    alter table memberships
      add column state text check (state in ('diagnosed', 'suspected', 'supporting')),
      add column first_symptoms_year smallint check (first_symptoms_year between 1890 and 2200),
      add column diagnosis_year smallint check (diagnosis_year between 1890 and 2200),
      add column since timestamptz not null default now()`.execute(db);

  await sql`
    create table consents (
      id uuid primary key,
      account_id uuid not null references accounts (id) on delete cascade,
      kind text not null check (kind in ('account', 'health', 'publishing', 'contact', 'research')),
      version text not null,
      language text not null,
      wording text not null,
      agreed_at timestamptz not null,
      withdrawn_at timestamptz check (withdrawn_at >= agreed_at)
    )`.execute(db);
  await sql`create unique index consents_in_force on consents (account_id, kind) where withdrawn_at is null`.execute(
    db,
  );
  await sql`create index consents_account on consents (account_id, agreed_at)`.execute(db);
}
