import { sql } from 'kysely';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Database } from '#platform/db/database.ts';
import type { AtlasTables } from './atlas.tables.ts';
import { allConditions, type CellChange, type CountedAs, type Forms } from './counting.ts';
import { oneGroupIsAll, scopeOfGroup } from './group-scope.repository.ts';
import type { Cell } from './release.ts';

/** Any number that means this and nothing else in this database. */
const releaseLock = 4_211_011;

/** Those whom a number counts: who live with it, or care for someone who does; or who belong and did not say how. */
const counted = sql`
  (ms.role in ('living-with-it', 'caring-for-someone') or (ms.role is null and ms.state is distinct from 'supporting'))`;

/** Every condition with each scope that it is in: itself, all wider ones, its group, and all conditions together. */
const scopesOfConditions = sql`
  with recursive above (condition, scope) as (
    select id, id from conditions
    union
    select above.condition, coalesce(c.parent_id, ${scopeOfGroup(sql.ref('c.group_id'))})
    from above join conditions c on c.id = above.scope
    where c.parent_id is not null or c.group_id is not null and not ${oneGroupIsAll}),
  scopes as (select condition, scope from above union all select id, ${allConditions}::uuid from conditions)`;

export type CountingRepository = ReturnType<typeof createCountingRepository>;

/**
 * The only SQL that counts people. What it counts is exact, and goes into `people_cells` and from there into the release,
 * and nowhere else (a test finds other ways).
 */
export function createCountingRepository(database: Database) {
  const db = database.withTables<AtlasTables>();
  return {
    /** One release at a time: false while another is under way. Until the transaction ends. */
    async lockReleases(): Promise<boolean> {
      const { rows } = await sql<{
        locked: boolean;
      }>`select pg_try_advisory_xact_lock(${releaseLock}) as locked`.execute(db);
      return rows[0]!.locked;
    },

    /** Counting has an order: whoever comes second waits. Until the transaction ends. */
    async lockCounting(): Promise<void> {
      await sql`select pg_advisory_xact_lock(${releaseLock + 1})`.execute(db);
    },

    async readForms(): Promise<Forms> {
      const { rows } = await sql<{ id: string; parent: string | null }>`
        select id, coalesce(parent_id, case when not ${oneGroupIsAll} then ${scopeOfGroup(sql.ref('group_id'))} end) as parent
        from conditions
        union all select ${scopeOfGroup(sql.ref('id'))}, null from condition_groups where not ${oneGroupIsAll}
        order by id`.execute(db);
      return new Map(rows.map(({ id, parent }) => [id, parent]));
    },

    async listGroupScopes(): Promise<string[]> {
      const { rows } = await sql<{ scope: string }>`
        select ${scopeOfGroup(sql.ref('id'))} as scope from condition_groups`.execute(db);
      return rows.map(({ scope }) => scope);
    },

    /** By which forms the cells were counted; undefined before the first count. */
    async findCountedForms(): Promise<string | undefined> {
      const row = await db.selectFrom('people_counted').select('forms').executeTakeFirst();
      return row?.forms;
    },

    async saveCountedForms(forms: string): Promise<void> {
      await db
        .insertInto('people_counted')
        .values({ forms })
        .onConflict((conflict) => conflict.column('one').doUpdateSet({ forms }))
        .execute();
    },

    /** Takes some of the people about whom something has changed since they were counted, and marks them as counted. */
    async takeChanged(limit: number): Promise<{ before: CountedAs; now: CountedAs }[]> {
      // Held first, read afterwards: a change that is under way meanwhile is either waited for, or marks them again.
      const { rows: held } = await sql<{ id: string; region: string | null; conditions: string[] }>`
        select id, counted_region as region, counted_conditions as conditions
        from members where recount order by id limit ${limit} for update`.execute(db);
      const { rows: gone } = await sql<CountedAs>`
        delete from people_gone where id in (select id from people_gone order by id limit ${limit})
        returning region, conditions`.execute(db);
      const nobody: CountedAs = { region: null, conditions: [] };
      const left = gone.map((before) => ({ before, now: nobody }));
      if (held.length === 0) return left;
      const { rows: now } = await sql<CountedAs & { id: string }>`
        update members m set recount = false, counted_region = m.region, counted_conditions = as_now.conditions
        from (
          select m.id, coalesce(array_agg(ms.condition_id) filter (where m.joined and ${counted}), '{}') as conditions
          from members m left join memberships ms on ms.member_id = m.id
          where m.id = any (${held.map(({ id }) => id)}::uuid[]) group by m.id) as as_now
        where m.id = as_now.id
        returning m.id, m.counted_region as region, m.counted_conditions as conditions`.execute(db);
      const before = new Map(held.map((each) => [each.id, each]));
      return [...left, ...now.map((each) => ({ before: before.get(each.id)!, now: each }))];
    },

    async applyChanges(changes: readonly CellChange[]): Promise<void> {
      await sql`
        insert into people_cells (scope, region, people, changes)
        select scope, region, people, changes
        from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
          as c (scope uuid, region text, people integer, changes bigint)
        order by scope, region
        on conflict (scope, region) do update
          set people = people_cells.people + excluded.people, changes = people_cells.changes + excluded.changes`.execute(
        db,
      );
    },

    /**
     * Counts everybody anew, from what they say now. Returns in how many cells that differs from what was counted
     * change by change. While it lasts nobody can join or leave; everybody can read.
     */
    async recount(): Promise<number> {
      await sql`lock table members, memberships in share row exclusive mode`.execute(db);
      await sql`delete from people_gone`.execute(db);
      // millions of rows are sorted in memory rather than on disk; only here, and only until the transaction ends
      await sql`set local work_mem = '128MB'`.execute(db);
      // a person is in a scope once, however many of its forms they have: only scopes with forms need to look
      const { rows } = await sql<{ corrected: number }>`
        ${scopesOfConditions},
        narrow as (select id from conditions c where not exists (select from conditions f where f.parent_id = c.id)),
        belongs as (
          select ms.condition_id, ms.member_id, coalesce(m.region, '') as region
          from memberships ms join members m on m.id = ms.member_id where m.joined and ${counted}),
        counted as (
          select condition_id as scope, region, count(*) as people from belongs
          where condition_id in (select id from narrow) group by 1, 2
          union all
          select scope, region, count(*) from (
            select distinct s.scope, b.region, b.member_id from belongs b join scopes s on s.condition = b.condition_id
            where s.scope not in (select id from narrow)) as each group by 1, 2),
        differing as (
          select coalesce(c.scope, p.scope) as scope, coalesce(c.region, p.region) as region,
            coalesce(c.people, 0) as people, abs(coalesce(c.people, 0) - coalesce(p.people, 0)) as changes
          from counted c full join people_cells p on p.scope = c.scope and p.region = c.region
          where coalesce(c.people, 0) <> coalesce(p.people, 0)),
        written as (
          insert into people_cells (scope, region, people, changes)
          select scope, region, people, changes from differing
          on conflict (scope, region) do update
            set people = excluded.people, changes = people_cells.changes + excluded.changes
          returning 1)
        select count(*)::int as corrected from written`.execute(db);
      await sql`
        update members m set recount = false, counted_region = m.region, counted_conditions = as_now.conditions
        from (
          select m.id, coalesce(array_agg(ms.condition_id order by ms.condition_id)
            filter (where m.joined and ${counted}), '{}') as conditions
          from members m left join memberships ms on ms.member_id = m.id group by m.id) as as_now
        where m.id = as_now.id and (m.recount or m.counted_region is distinct from m.region
          or m.counted_conditions is distinct from as_now.conditions)`.execute(db);
      return rows[0]!.corrected;
    },

    /** Scopes in which so many people have come or gone since they were last looked at. */
    async listDueScopes(fewest: number): Promise<Set<string>> {
      const { rows } = await sql<{ scope: string }>`
        select c.scope from (select scope, sum(changes) as changes from people_cells group by scope) as c
        left join held_counts h on h.scope = c.scope
        where c.changes - coalesce((h.held ->> 'turn')::bigint, 0) >= ${fewest}`.execute(db);
      return new Set(rows.map(({ scope }) => scope));
    },

    /** Exact numbers of some scopes, by the regions that members chose. A scope may have thousands: they come as one text. */
    async readCells(scopes: readonly string[]): Promise<Map<string, (Cell & { region: string })[]>> {
      if (scopes.length === 0) return new Map();
      const { rows } = await sql<{ scope: string; cells: string }>`
        select scope, string_agg(region || ':' || people || ':' || changes, ',') as cells from people_cells
        where scope = any (${scopes}::uuid[]) group by scope`.execute(db);
      return new Map(
        rows.map(({ scope, cells }) => [
          scope,
          cells.split(',').map((cell) => {
            const [region = '', people, changes] = cell.split(':');
            return { region, people: Number(people), changes: Number(changes) };
          }),
        ]),
      );
    },

    async readHeld(scopes: readonly string[]): Promise<Map<string, unknown>> {
      const rows = await db.selectFrom('held_counts').selectAll().where('scope', 'in', scopes).execute();
      return new Map(rows.map(({ scope, held }) => [scope, held]));
    },

    async saveHeld(held: ReadonlyMap<string, unknown>): Promise<void> {
      if (held.size === 0) return;
      await db
        .insertInto('held_counts')
        .values([...held].map(([scope, each]) => ({ scope, held: jsonb(each) })))
        .onConflict((conflict) => conflict.column('scope').doUpdateSet((of) => ({ held: of.ref('excluded.held') })))
        .execute();
    },

    /** What was told of some scopes so far. */
    async readTold(scopes: readonly string[]): Promise<Map<string, Record<string, number>>> {
      if (scopes.length === 0) return new Map();
      const rows = await db
        .selectFrom('told_counts')
        .distinctOn('scope')
        .select(['scope', 'counts'])
        .where('scope', 'in', scopes)
        .orderBy('scope')
        .orderBy('release_id', 'desc')
        .execute();
      return new Map(rows.map(({ scope, counts }) => [scope, counts]));
    },

    async addRelease({ madeAt, threshold }: { madeAt: Date; threshold: number }): Promise<number> {
      const { id } = await db
        .insertInto('releases')
        .values({ made_at: madeAt, threshold, shown: 0 })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    async saveTold(releaseId: number, told: ReadonlyMap<string, Record<string, number>>): Promise<void> {
      if (told.size === 0) return;
      await db
        .insertInto('told_counts')
        .values([...told].map(([scope, counts]) => ({ scope, release_id: releaseId, counts: jsonb(counts) })))
        .execute();
    },

    async finishRelease(releaseId: number, shown: number): Promise<void> {
      await db.updateTable('releases').set({ shown }).where('id', '=', releaseId).execute();
    },
  };
}
