import { sql, type Kysely } from 'kysely';

/** Texts that are written on the site: drafts, versions that wait for a signature, and who wrote them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staff_roles drop constraint staff_roles_role_check`.execute(db);
  await sql`
    alter table staff_roles add constraint staff_roles_role_check
      check (role in ('steward', 'moderator', 'reviewer', 'editor'))`.execute(db);

  // What is known of a version beside its text, which never changes: how it came to be published. Not yet: nobody sees it.
  await sql`
    create table site_revisions (
      condition_id uuid not null,
      revision_id uuid not null,
      base_revision_id uuid not null,
      way text not null check (way in ('review', 'typo', 'urgent')),
      carries_revision_id uuid,
      note text,
      published_at timestamptz,
      primary key (condition_id, revision_id),
      foreign key (condition_id, revision_id) references revisions (condition_id, id),
      foreign key (condition_id, base_revision_id) references revisions (condition_id, id),
      foreign key (condition_id, carries_revision_id) references revisions (condition_id, id),
      check (carries_revision_id is null or way = 'typo')
    )`.execute(db);

  // Nobody signs what they wrote, however many versions ago.
  await sql`
    create table revision_authors (
      condition_id uuid not null references conditions (id),
      revision_id uuid not null,
      account_id uuid not null references accounts (id) on delete cascade,
      primary key (condition_id, revision_id, account_id)
    )`.execute(db);
  await sql`create index revision_authors_account on revision_authors (account_id)`.execute(db);

  await sql`
    create table proposals (
      id uuid primary key,
      condition_id uuid not null references conditions (id),
      answer_id uuid not null,
      base_revision_id uuid not null,
      state text not null check (state in ('draft', 'submitted', 'published', 'put-aside')),
      short text not null,
      body text not null,
      claims jsonb not null default '{}',
      sources jsonb not null default '[]',
      why text not null,
      author_id uuid references accounts (id) on delete set null,
      author_name text not null,
      suggestion_id uuid references suggestions (id) on delete set null,
      revision_id uuid,
      claims_before jsonb,
      version integer not null,
      written_in text not null,
      created_at timestamptz not null,
      changed_at timestamptz not null
    )`.execute(db);
  await sql`create index proposals_state on proposals (state, changed_at, id)`.execute(db);
  // one text of one's own on the way for each answer: a second press finds the first
  await sql`
    create unique index proposals_own on proposals (condition_id, answer_id, author_id)
      where state in ('draft', 'submitted')`.execute(db);
  await sql`create unique index proposals_revision on proposals (condition_id, revision_id) where revision_id is not null`.execute(
    db,
  );

  // Numbers that were changed on the site: a pack that brings them again does not undo that.
  await sql`
    create table claim_edits (
      condition_id uuid not null references conditions (id) on delete cascade,
      claim_id text not null,
      before jsonb not null,
      claim jsonb not null,
      edited_at timestamptz not null,
      primary key (condition_id, claim_id)
    )`.execute(db);
}
