import { sql, type Kysely } from 'kysely';

/** What staff say to each other about a passage of a text; and what reviewers wish for: topics, and how much at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_comments (
      id uuid primary key,
      condition_id uuid not null references conditions (id),
      answer_id uuid not null,
      revision_id uuid not null,
      field text not null check (field in ('short', 'body')),
      passage text not null,
      text text not null,
      account_id uuid references accounts (id) on delete set null,
      author_name text,
      author_role text not null check (author_role in ('reviewer', 'editor', 'steward')),
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index review_comments_answer on review_comments (condition_id, answer_id, created_at)`.execute(db);
  await sql`create index review_comments_account on review_comments (account_id)`.execute(db);
  // Beside it, so that each row names one person: whoever is erased is let go of in either.
  await sql`
    create table review_comments_done (
      comment_id uuid primary key references review_comments (id) on delete cascade,
      account_id uuid references accounts (id) on delete set null,
      name text,
      done_at timestamptz not null
    )`.execute(db);
  await sql`create index review_comments_done_account on review_comments_done (account_id)`.execute(db);

  await sql`
    create table reviewer_wishes (
      reviewer_id uuid primary key references reviewers (id) on delete cascade,
      condition_ids uuid[] not null default '{}',
      group_ids text[] not null default '{}',
      load smallint not null default 5 check (load between 1 and 50)
    )`.execute(db);
}
