import { sql, type Kysely } from 'kysely';

/**
 * Exact numbers of people, kept up to date change by change and never shown; and the releases that are made of them.
 * What a member is counted under stands beside what they say now: a change costs one mark, a release reads the marked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table members
      add column recount boolean not null default true,
      add column counted_region text check (counted_region ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
      add column counted_conditions uuid[] not null default '{}'`.execute(db);
  await sql`create index members_recount on members (id) where recount`.execute(db);

  // Those who are gone leave what they were counted under, without themselves, until the next release has taken it off.
  await sql`
    create table people_gone (
      id bigint generated always as identity primary key,
      region text,
      conditions uuid[] not null
    )`.execute(db);

  // A scope is a condition, or all of them together: 0. Region '' is that of members who named none.
  await sql`
    create table people_cells (
      scope uuid not null,
      region text not null,
      people integer not null,
      changes bigint not null,
      primary key (scope, region)
    )`.execute(db);

  // Which condition is a form of which, as the cells were counted; a change of it makes them be counted anew.
  await sql`
    create table people_counted (
      one boolean primary key default true check (one),
      forms text not null
    )`.execute(db);

  await sql`
    create table releases (
      id bigint generated always as identity primary key,
      made_at timestamptz not null,
      threshold integer not null check (threshold >= 5),
      shown integer not null
    )`.execute(db);

  // One row for each release in which the numbers of a scope changed; none of them is ever changed.
  await sql`
    create table told_counts (
      scope uuid not null,
      release_id bigint not null references releases (id),
      counts jsonb not null,
      primary key (scope, release_id)
    )`.execute(db);

  await sql`
    create table held_counts (
      scope uuid primary key,
      held jsonb not null
    )`.execute(db);

  await sql`drop table released_counts`.execute(db);

  // Always writes, even over a mark: that makes a release which reads this member wait for the change, and the other way round.
  await sql`
    create function mark_for_recount() returns trigger language plpgsql as $$
    begin
      update members set recount = true where id in (select member_id from changed);
      return null;
    end $$`.execute(db);
  for (const [event, as] of [
    ['insert', 'new'],
    ['delete', 'old'],
  ] as const)
    await sql`
      create trigger ${sql.raw(`memberships_${event}_recount`)} after ${sql.raw(event)} on memberships
      referencing ${sql.raw(as)} table as changed
      for each statement execute function mark_for_recount()`.execute(db);
  await sql`
    create trigger memberships_update_recount after update on memberships
    referencing new table as changed
    for each statement execute function mark_for_recount()`.execute(db);

  await sql`
    create function mark_member_for_recount() returns trigger language plpgsql as $$
    begin
      new.recount = true;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger members_recount before update of region, joined on members
    for each row execute function mark_member_for_recount()`.execute(db);

  await sql`
    create function leave_counted() returns trigger language plpgsql as $$
    begin
      insert into people_gone (region, conditions)
      select counted_region, counted_conditions from gone where counted_conditions <> '{}' order by random();
      return null;
    end $$`.execute(db);
  await sql`
    create trigger members_leave_counted after delete on members
    referencing old table as gone
    for each statement execute function leave_counted()`.execute(db);
}
