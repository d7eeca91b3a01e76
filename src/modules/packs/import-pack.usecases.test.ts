import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { importPack, readPack, type Pack } from './index.ts';

let pack: Pack;
let database: DatabaseHandle;
const clock = fixedClock('2026-11-22T12:00:00Z');
const events = { subscribe: () => {}, publish: async () => {} };
const bringIn = (what: Pack = pack, afterwards: () => Promise<void> = async () => {}) =>
  importPack({ pack: what, database: database.db, events, clock, afterwards });
const countRows = async () => {
  const tables = ['conditions', 'condition_names', 'claims', 'sources', 'answers', 'revisions', 'look_alikes'];
  const counts = await Promise.all(
    tables.map(
      async (table) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database.db)).rows[0]!.n,
    ),
  );
  return Object.fromEntries(tables.map((table, index) => [table, counts[index]]));
};

beforeAll(async () => {
  const reading = await readPack(join(import.meta.dirname, '../../../packs/movement-disorders'));
  expect(reading.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  pack = reading.pack!;
});
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

test('the shipped pack comes in whole, and a second time changes nothing', async () => {
  const first = await bringIn();
  const slugs = pack.conditions.map(({ slug }) => slug).sort();
  expect(slugs.length).toBeGreaterThanOrEqual(20);
  expect(first.conditions.added).toEqual(slugs);
  expect(first.answers.added.filter((name) => name.startsWith('dystonia/en/'))).toHaveLength(12);
  for (const { slug } of pack.conditions) expect(first.answers.added).toContain(`${slug}/es/what-is-it`);
  const before = await countRows();
  const second = await bringIn();
  expect([second.conditions.added, second.conditions.changed, second.answers.added, second.answers.changed]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(await countRows()).toEqual(before);
});

test('an import that fails at its last step leaves nothing behind', async () => {
  await expect(bringIn(pack, () => Promise.reject(new Error('the power went out')))).rejects.toThrow(
    'the power went out',
  );
  expect(Object.values(await countRows())).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('two people who import at once get one pack, not two', async () => {
  const [one, other] = await Promise.all([bringIn(), bringIn()]);
  expect([one.conditions.added.length, other.conditions.added.length].sort()).toEqual([0, pack.conditions.length]);
  expect((await createConditionRepository(database.db).list()).length).toBe(pack.conditions.length);
});

test('a changed sentence is a new revision, and everything else stays as it was', async () => {
  await bringIn();
  const answers = pack.answers.map((answer) =>
    answer.condition === 'dystonia' && answer.language === 'en' && answer.questionId === 'how-treated'
      ? { ...answer, body: `${answer.body}\nOne more sentence.\n` }
      : answer,
  );
  const report = await bringIn({ ...pack, answers });
  expect(report.answers.changed).toEqual(['dystonia/en/how-treated']);
  expect(report.conditions.changed).toEqual([]);
});
