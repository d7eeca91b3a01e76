import { sql, type Kysely } from 'kysely';

/** What was reported and decided about what people wrote: a log that only grows, and the queue that is made from it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table moderation_acts (
      number bigint generated always as identity primary key,
      id uuid not null unique,
      item_kind text not null check (item_kind in ('experience', 'reply')),
      item_id uuid not null,
      kind text not null check (kind in ('reported', 'flagged', 'changed', 'withdrawn', 'assigned', 'released', 'keep',
        'approve', 'note', 'ask-for-change', 'hide', 'remove', 'restrict', 'ban', 'lift', 'undo', 'appeal', 'uphold',
        'reverse')),
      at timestamptz not null,
      author_id uuid,
      reporter_id uuid,
      moderator_id uuid,
      batch uuid,
      undoes uuid,
      reason text,
      weight smallint,
      rule text,
      until timestamptz,
      waited_seconds integer,
      tier smallint,
      question_id text,
      said text,
      language text
    )`.execute(db);
  await sql`create index moderation_acts_item on moderation_acts (item_id, number)`.execute(db);
  await sql`create index moderation_acts_author on moderation_acts (author_id, number) where author_id is not null`.execute(
    db,
  );
  await sql`create index moderation_acts_reporter on moderation_acts (reporter_id, number) where reporter_id is not null`.execute(
    db,
  );
  await sql`create index moderation_acts_moderator on moderation_acts (moderator_id, number) where moderator_id is not null`.execute(
    db,
  );
  await sql`create index moderation_acts_batch on moderation_acts (batch) where batch is not null`.execute(db);
  await sql`create index moderation_acts_waited on moderation_acts (at) where waited_seconds is not null`.execute(db);
  await sql`
    create function keep_moderation_act() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE'
        and (old.author_id is not distinct from new.author_id or new.author_id is null)
        and (old.reporter_id is not distinct from new.reporter_id or new.reporter_id is null)
        and (old.moderator_id is not distinct from new.moderator_id or new.moderator_id is null)
        and (old.said is not distinct from new.said or new.said is null)
        and (new.number, new.id, new.item_kind, new.item_id, new.kind, new.at, new.batch, new.undoes, new.reason,
            new.weight, new.rule, new.until, new.waited_seconds, new.tier, new.question_id, new.language)
          is not distinct from (old.number, old.id, old.item_kind, old.item_id, old.kind, old.at, old.batch, old.undoes,
            old.reason, old.weight, old.rule, old.until, old.waited_seconds, old.tier, old.question_id, old.language)
      then return new; end if;
      raise exception 'What was decided is never changed or removed: a later act may take it back, and only whom it names can be forgotten.'
        using errcode = 'check_violation';
    end $$`.execute(db);
  await sql`
    create trigger moderation_acts_stay before update or delete on moderation_acts
      for each row execute function keep_moderation_act()`.execute(db);

  // What people wrote that an act is about: the text that was decided on, the words of a report or of an appeal. Kept
  // apart, so that it can go while the log stays.
  await sql`
    create table moderation_texts (
      act_id uuid primary key,
      owner_id uuid,
      about_id uuid,
      title text,
      body text not null,
      at timestamptz not null
    )`.execute(db);
  await sql`create index moderation_texts_owner on moderation_texts (owner_id) where owner_id is not null`.execute(db);
  await sql`create index moderation_texts_about on moderation_texts (about_id) where about_id is not null`.execute(db);
  await sql`create index moderation_texts_at on moderation_texts (at)`.execute(db);

  // Where each text stands: what its acts come to, for the queue. Made from them, and can be made from them again.
  await sql`
    create table moderation_cases (
      item_id uuid primary key,
      item_kind text not null,
      standing text not null,
      tier smallint,
      lightness integer not null,
      waiting_since timestamptz,
      reasons text[] not null,
      reporters integer not null,
      holder_id uuid,
      held_until timestamptz,
      version integer not null
    )`.execute(db);
  await sql`
    create index moderation_cases_queue on moderation_cases (tier, lightness, waiting_since, item_id)
      where tier is not null`.execute(db);
  await sql`create index moderation_cases_holder on moderation_cases (holder_id) where holder_id is not null`.execute(
    db,
  );
}
