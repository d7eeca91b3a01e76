import { sql, type Kysely } from 'kysely';

/** Experiences that members write themselves: who may read them, what became of them, what others answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table experiences
      add column state text not null default 'published' check (state in ('published', 'withdrawn')),
      add column standing text not null default 'shown'
        check (standing in ('shown', 'held', 'hidden', 'removed', 'change-asked')),
      add column audience text not null default 'everyone' check (audience in ('everyone', 'members')),
      add column relation text check (relation in ('child', 'partner', 'parent', 'relative', 'friend', 'work')),
      add column of_age_in smallint check (of_age_in between 1990 and 2200),
      add column years_since text check (years_since in ('no-diagnosis', 'under-1', '1-to-5', '5-to-10', 'over-10')),
      add column content_notes text[] not null default '{}',
      add column helpful integer not null default 0,
      add column version integer not null default 1,
      add column changed_at timestamptz`.execute(db);
  // what was there was public; what comes says for whom it is
  await sql`alter table experiences alter column audience drop default`.execute(db);

  for (const index of ['experiences_newest', 'experiences_newest_of_question', 'experiences_newest_of_all'])
    await sql`drop index ${sql.ref(index)}`.execute(db);
  // Each order of reading has its own index, over what can be read alone: a page costs the same however much is hidden.
  const readable = sql`where state = 'published' and standing = 'shown'`;
  await sql`create index experiences_newest on experiences (condition_id, published_at desc, id) ${readable}`.execute(
    db,
  );
  await sql`
    create index experiences_newest_public on experiences (condition_id, published_at desc, id)
      ${readable} and audience = 'everyone'`.execute(db);
  await sql`
    create index experiences_newest_of_question on experiences (condition_id, question_id, published_at desc, id)
      ${readable}`.execute(db);
  await sql`
    create index experiences_newest_of_all on experiences (published_at desc, id)
      ${readable} and audience = 'everyone'`.execute(db);
  await sql`
    create index experiences_helpful on experiences (condition_id, helpful desc, published_at desc, id)
      ${readable}`.execute(db);
  await sql`
    create index experiences_alike on experiences (condition_id, role, years_since, published_at desc, id)
      ${readable}`.execute(db);
  await sql`create index experiences_id on experiences (id)`.execute(db);
  await sql`create index experiences_of_age on experiences (of_age_in) where of_age_in is not null`.execute(db);

  // What somebody is writing, new or as a change of what they published: nobody reads it but they.
  await sql`
    create table experience_drafts (
      id uuid primary key,
      condition_id uuid not null references conditions (id),
      question_id text references questions (id),
      author_id uuid not null references members (id) on delete cascade,
      content jsonb not null,
      version integer not null,
      changed_at timestamptz not null
    )`.execute(db);
  await sql`create index experience_drafts_author on experience_drafts (author_id, changed_at desc)`.execute(db);

  await sql`
    create table experience_replies (
      condition_id uuid not null references conditions (id),
      id uuid not null,
      experience_id uuid not null,
      author_id uuid references members (id) on delete set null,
      author_name text,
      language text not null,
      body text not null,
      demo boolean not null default false,
      state text not null default 'published' check (state in ('published', 'withdrawn')),
      standing text not null default 'shown'
        check (standing in ('shown', 'held', 'hidden', 'removed', 'change-asked')),
      version integer not null default 1,
      published_at timestamptz not null,
      changed_at timestamptz,
      primary key (condition_id, id),
      foreign key (condition_id, experience_id) references experiences (condition_id, id) on delete cascade
    )`.execute(db);
  await sql`
    create index experience_replies_oldest on experience_replies (condition_id, experience_id, published_at, id)`.execute(
    db,
  );
  await sql`create index experience_replies_id on experience_replies (id)`.execute(db);
  await sql`
    create index experience_replies_author on experience_replies (author_id) where author_id is not null`.execute(db);

  // Every text that was once published, for its author and for moderators.
  await sql`
    create table experience_revisions (
      condition_id uuid not null references conditions (id),
      item_id uuid not null,
      version integer not null,
      author_id uuid not null references members (id) on delete cascade,
      title text not null,
      body text not null,
      made_at timestamptz not null,
      primary key (condition_id, item_id, version)
    )`.execute(db);
  await sql`create index experience_revisions_author on experience_revisions (author_id)`.execute(db);

  await sql`
    create table experience_reactions (
      condition_id uuid not null references conditions (id),
      experience_id uuid not null,
      member_id uuid not null references members (id) on delete cascade,
      kind text not null check (kind in ('recognise', 'thank')),
      primary key (condition_id, experience_id, member_id, kind),
      foreign key (condition_id, experience_id) references experiences (condition_id, id) on delete cascade
    )`.execute(db);
  await sql`create index experience_reactions_member on experience_reactions (member_id)`.execute(db);
  // Reactions come and go by many ways (a press, a member erased): the order they make is kept where they are.
  await sql`
    create function count_experience_reaction() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        update experiences set helpful = helpful + 1 where condition_id = new.condition_id and id = new.experience_id;
      else
        update experiences set helpful = helpful - 1 where condition_id = old.condition_id and id = old.experience_id;
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger experience_reactions_counted after insert or delete on experience_reactions
      for each row execute function count_experience_reaction()`.execute(db);

  // What moderators set beside a text: where the reviewed answer says otherwise.
  await sql`
    create table experience_notes (
      condition_id uuid not null references conditions (id),
      item_id uuid not null,
      question_id text not null references questions (id),
      words text,
      language text not null,
      set_at timestamptz not null,
      primary key (condition_id, item_id, question_id)
    )`.execute(db);
}
