import { sql, type Kysely } from 'kysely';

/** Whose experience it is, so that its author can take it back; whom a restored backup must forget again; how much is read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table experiences add column author_id uuid references members (id) on delete set null`.execute(db);
  await sql`create index experiences_author on experiences (author_id) where author_id is not null`.execute(db);

  // Says nothing to anybody who does not have the account's id already, which only a backup has.
  await sql`
    create table erased_accounts (
      hash text primary key,
      salt text not null,
      keeps_experiences boolean not null,
      erased_at timestamptz not null
    )`.execute(db);
  await sql`create index erased_accounts_at on erased_accounts (erased_at)`.execute(db);

  // How many different things somebody read today, not which: a bit for each, at a place that only today's salt tells.
  // Lost in a crash, which is all right: counting then begins anew.
  await sql`
    create unlogged table read_budgets (
      day date not null,
      reader text not null,
      seen bit(8192) not null,
      passed boolean not null default false,
      primary key (day, reader)
    )`.execute(db);
  await sql`create unlogged table read_salts (day date primary key, salt text not null)`.execute(db);
}
