import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import { createSearchRepository, searchAtlas } from '#modules/search/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge } from '#support/knowledge.ts';
import { indexConditions, isIndexOutdated } from './search-index.ts';

let database: DatabaseHandle;

beforeAll(async () => {
  database = await testDatabase();
  const events = { subscribe: () => {}, publish: async () => {} };
  await database.db
    .transaction()
    .execute((transaction) => importKnowledge({ transaction, knowledge, events, clock: fixedClock('2026-11-22') }));
  // many conditions at once, as a vocabulary brings them
  await sql`
    insert into conditions (id, slug, pack_id, kind, group_id, parent_id, summary, question_titles, axis_places, content_hash, updated_at)
    select gen_random_uuid(), 'invented-' || number, pack_id, kind, group_id, null, summary, question_titles, axis_places, content_hash, updated_at
    from conditions, generate_series(1, 620) as number where slug = 'stillness'`.execute(database.db);
  await sql`
    insert into condition_names (condition_id, language, kind, position, name, folded)
    select id, 'en', 'preferred', 0, 'Malady of the ' || replace(slug, 'invented-', 'kind '), 'malady of the ' || replace(slug, 'invented-', 'kind ')
    from conditions where slug like 'invented-%'`.execute(database.db);
  await sql`
    insert into condition_codes (condition_id, system, code, relation, source_key, position)
    select id, 'ORPHA', replace(slug, 'invented-', 'ORPHA:9'), 'exact', null, 0
    from conditions where slug like 'invented-%'`.execute(database.db);
});
afterAll(() => database.close());

const find = async (query: string) => {
  const conditions = createConditionRepository(database.db);
  const found = await searchAtlas({
    query,
    language: 'en',
    search: createSearchRepository(database.db),
    sources: { listConditions: (ids) => conditions.listByIds(ids) },
  });
  return found.conditions.map(({ condition }) => condition.slug);
};

test('an index that was never made, or by other rules, is outdated until all of it is made', async () => {
  expect(await isIndexOutdated(database.db)).toBe(true);
  await indexConditions({ database: database.db, conditionIds: 'all' });
  expect(await isIndexOutdated(database.db)).toBe(false);
});

test('every one of many conditions is found, by its name and by its code', async () => {
  for (const number of [1, 499, 500, 501, 620]) {
    expect((await find(`malady of the kind ${number}`))[0]).toBe(`invented-${number}`);
    expect(await find(`orpha 9${number}`)).toEqual([`invented-${number}`]);
  }
});

test('a change is found after its conditions are indexed again, and the others stay', async () => {
  const { rows } = await sql<{ id: string }>`select id from conditions where slug = 'invented-7'`.execute(database.db);
  await sql`update condition_names set name = 'Wanderlust' where condition_id = ${rows[0]!.id}`.execute(database.db);
  await indexConditions({ database: database.db, conditionIds: [rows[0]!.id] });
  expect(await find('wanderlust')).toEqual(['invented-7']);
  expect((await find('malady of the kind 8'))[0]).toBe('invented-8');
});

test('a condition that is gone is found no more, and asking for it does no harm', async () => {
  const { rows } = await sql<{ id: string }>`delete from conditions where slug = 'invented-9' returning id`.execute(
    database.db,
  );
  await indexConditions({ database: database.db, conditionIds: [rows[0]!.id] });
  expect(await find('orpha 99')).not.toContain('invented-9');
});
