import { sql, type Kysely } from 'kysely';

/** Who belongs to which condition (no name, no address), the counts released from that, and public experiences. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table members (
      id uuid primary key,
      demo boolean not null,
      joined_at timestamptz not null
    )`.execute(db);

  await sql`
    create table memberships (
      condition_id uuid not null references conditions (id),
      member_id uuid not null references members (id) on delete cascade,
      role text not null check (role in ('living-with-it', 'caring-for-someone', 'family', 'clinician', 'researcher')),
      primary key (condition_id, member_id)
    )`.execute(db);
  await sql`create index memberships_member on memberships (member_id)`.execute(db);

  await sql`
    create table released_counts (
      condition_id uuid primary key references conditions (id) on delete cascade,
      people integer check (people >= 5 and people % 5 = 0),
      counted_at timestamptz not null
    )`.execute(db);

  await sql`
    create table experiences (
      condition_id uuid not null references conditions (id),
      id uuid not null,
      question_id text references questions (id),
      language text not null,
      title text not null,
      body text not null,
      author_name text,
      role text not null,
      demo boolean not null,
      published_at timestamptz not null,
      primary key (condition_id, id)
    )`.execute(db);
  await sql`create index experiences_newest on experiences (condition_id, published_at desc, id)`.execute(db);
  await sql`create index experiences_newest_of_all on experiences (published_at desc, id)`.execute(db);
}
