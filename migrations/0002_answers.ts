import { sql, type Kysely } from 'kysely';

/** Answers and their revisions. A revision never changes and never goes: what a reviewer signs must stay what was signed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table answers (
      condition_id uuid not null references conditions (id),
      id uuid not null,
      question_id text not null references questions (id),
      language text not null,
      published_revision_id uuid,
      primary key (condition_id, id),
      unique (condition_id, question_id, language)
    )`.execute(db);

  await sql`
    create table revisions (
      condition_id uuid not null,
      id uuid not null,
      answer_id uuid not null,
      number integer not null check (number > 0),
      short text not null,
      body text not null,
      origin text not null check (origin in ('pack', 'site')),
      author text not null,
      text_date date not null,
      content_hash text not null,
      created_at timestamptz not null,
      primary key (condition_id, id),
      foreign key (condition_id, answer_id) references answers (condition_id, id),
      unique (condition_id, answer_id, number)
    )`.execute(db);

  await sql`
    alter table answers add foreign key (condition_id, published_revision_id)
      references revisions (condition_id, id) deferrable initially deferred`.execute(db);

  await sql`
    create function refuse_change_of_revision() returns trigger language plpgsql as $$
    begin
      raise exception 'A revision never changes: write a new one.' using errcode = 'check_violation';
    end $$`.execute(db);
  await sql`
    create trigger revisions_never_change before update or delete on revisions
      for each row execute function refuse_change_of_revision()`.execute(db);
}
