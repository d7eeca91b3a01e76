import { sql, type Kysely } from 'kysely';

/** Who reviews, and what each did about one exact text: a record that only grows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reviewers (
      id uuid primary key,
      slug text not null unique,
      account_id uuid unique references accounts (id) on delete set null,
      name text not null,
      credential jsonb not null,
      registration text,
      registration_body text,
      verified_on date,
      verified_how text,
      interests jsonb not null default '[]',
      interests_confirmed_on date,
      languages text[] not null,
      active boolean not null default true,
      fictional boolean not null default false,
      created_at timestamptz not null
    )`.execute(db);

  await sql`
    create table review_acts (
      id bigint generated always as identity primary key,
      condition_id uuid not null,
      answer_id uuid not null,
      revision_id uuid not null,
      reviewer_id uuid not null references reviewers (id),
      kind text not null check (kind in ('take', 'hand-back', 'ask-changes', 'approve', 'undo', 'withdraw')),
      note text,
      signature jsonb,
      at timestamptz not null,
      seal text not null,
      foreign key (condition_id, answer_id) references answers (condition_id, id),
      foreign key (condition_id, revision_id) references revisions (condition_id, id),
      check ((kind = 'approve') = (signature is not null))
    )`.execute(db);
  await sql`create index review_acts_revision on review_acts (condition_id, revision_id, id)`.execute(db);
  await sql`create index review_acts_reviewer on review_acts (reviewer_id, id)`.execute(db);
  await sql`
    create function refuse_change_of_review_act() returns trigger language plpgsql as $$
    begin
      raise exception 'What a reviewer did is never changed or removed: a later act may take it back.'
        using errcode = 'check_violation';
    end $$`.execute(db);
  await sql`
    create trigger review_acts_never_change before update or delete on review_acts
      for each row execute function refuse_change_of_review_act()`.execute(db);

  // Where each revision stands: what its acts come to, for queues and pages. Made from them, and checked against them.
  await sql`
    create table review_standings (
      condition_id uuid not null,
      revision_id uuid not null,
      answer_id uuid not null,
      state text not null check (state in ('waiting', 'in-review', 'changes-asked', 'signed', 'withdrawn')),
      reviewer_id uuid references reviewers (id),
      since timestamptz not null,
      note text,
      signature jsonb,
      signed_on date,
      due_on date,
      primary key (condition_id, revision_id),
      foreign key (condition_id, revision_id) references revisions (condition_id, id)
    )`.execute(db);
  await sql`create index review_standings_due on review_standings (due_on) where due_on is not null`.execute(db);
}
