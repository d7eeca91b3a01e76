import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '#platform/logging/log.ts';
import { emptyDatabase } from '#support/database.ts';
import { openDatabase } from './database.ts';
import { migrateToLatest, migrationState } from './migrate.ts';

const creates = (table: string): Migration => ({
  up: async (db) => void (await sql`create table ${sql.table(table)} (n integer)`.execute(db)),
});
const one = { '0001_one': creates('one') };
const two = { ...one, '0002_two': creates('two') };

async function fresh() {
  const database = await emptyDatabase();
  onTestFinished(() => database.close());
  return database;
}

test('migrations run once, in order, and tell what they did', async () => {
  const { db } = await fresh();
  expect(await migrationState(db, two)).toEqual({ applied: [], pending: ['0001_one', '0002_two'], unknown: [] });
  expect(await migrateToLatest(db, one)).toEqual(['0001_one']);
  expect(await migrateToLatest(db, two)).toEqual(['0002_two']);
  expect(await migrateToLatest(db, two)).toEqual([]);
  expect(await migrationState(db, two)).toEqual({ applied: ['0001_one', '0002_two'], pending: [], unknown: [] });
});

test('a database newer than the code is refused and left alone', async () => {
  const { db } = await fresh();
  await migrateToLatest(db, two);
  await expect(migrateToLatest(db, { ...one, '0003_three': creates('three') })).rejects.toMatchObject({
    code: 'db.newer_than_code',
    message: expect.stringMatching(/^The database is newer than this version of Cairn: it has 0002_two\./),
  });
  await expect(sql`select from three`.execute(db)).rejects.toThrow();
});

test('a migration that fails changes nothing, and neither do those before it', async () => {
  const { db } = await fresh();
  const bad: Migration = { up: async (trx) => void (await sql`create table nonsense (n nosuchtype)`.execute(trx)) };
  await expect(migrateToLatest(db, { ...two, '0003_bad': bad })).rejects.toMatchObject({
    code: 'db.migration_failed',
    message: expect.stringMatching(/^The migration 0003_bad failed; nothing was changed\. .*nosuchtype/),
  });
  expect((await migrationState(db, two)).applied).toEqual([]);
  await expect(sql`select from one`.execute(db)).rejects.toThrow();
});

test('processes that start together do not get in each other’s way', async ({ skip }) => {
  const database = await fresh();
  if (database.kind === 'embedded') skip('only a server has several processes');
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  const url = new URL(process.env.TEST_DATABASE_URL!);
  url.pathname = `/${rows[0]!.name}`;
  const others = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: url.href, log: silentLog })));
  const ran = await Promise.all(others.map(({ db }) => migrateToLatest(db)));
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  await Promise.all(others.map((other) => other.close()));
});
