import { sql, type Kysely } from 'kysely';

/** How members wish to be shown, and what somebody has said who is still joining. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table members
      add column role text
        check (role in ('living-with-it', 'caring-for-someone', 'family', 'clinician', 'researcher')),
      add column shows_country boolean not null default false`.execute(db);

  // who would rather not say how they belong to a condition is counted nowhere
  await sql`
    alter table memberships
      alter column role drop not null,
      add column listed boolean not null default false`.execute(db);
  await sql`create index memberships_listed on memberships (condition_id, member_id) where listed`.execute(db);

  // Apart from members, so that nobody who has not joined can be counted or shown.
  await sql`
    create table joinings (
      account_id uuid primary key references accounts (id) on delete cascade,
      draft jsonb not null,
      changed_at timestamptz not null
    )`.execute(db);
  await sql`create index joinings_changed on joinings (changed_at)`.execute(db);
}
