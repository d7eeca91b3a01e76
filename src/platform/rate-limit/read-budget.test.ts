import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { forgetReading, readerKeysOf, takeReadBudget } from './read-budget.ts';

let database: DatabaseHandle;
const clock = fixedClock('2026-11-30T22:00:00Z');
const limits = { perAccount: 100, perAddress: 250 };
const accountId = newId();

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  clock.set('2026-11-30T22:00:00Z');
  await sql`truncate read_budgets, read_salts`.execute(database.db);
});
afterAll(() => database.close());

const take = (things: readonly string[], reader = {}) =>
  takeReadBudget({ database: database.db, clock, limits }, { accountId, ...reader }, things);
const some = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `experience ${from + index}`);

/** Twenty a page, until it is refused. */
async function readOn(reader: object = {}, most = 1000): Promise<number> {
  for (let read = 0; read < most; read += 20) if (!(await take(some(20, read), reader)).allowed) return read;
  return most;
}

test('what was read before costs nothing, however often', async () => {
  for (let again = 0; again < 30; again++) expect(await take(some(90))).toEqual({ allowed: true });
});

test('an account that reads on and on is asked to wait at its limit, within a few of it', async () => {
  const read = await readOn();
  expect(read).toBeGreaterThanOrEqual(100);
  expect(read).toBeLessThanOrEqual(120);
});

test('who is over the limit may still read again what they read today', async () => {
  await readOn();
  expect(await take(some(20))).toEqual({ allowed: true });
});

test('stewards are told once a day, not at every page', async () => {
  await readOn();
  const more = [await take(some(20, 2000)), await take(some(20, 3000))];
  expect(more.map((each) => !each.allowed && each.first)).toEqual([false, false]);
  await sql`truncate read_budgets`.execute(database.db);
  const first = await take(some(200));
  expect(first).toMatchObject({ allowed: false, of: 'account', first: true });
});

test('many accounts at one address share its limit', async () => {
  const address = '192.0.2.7';
  const each = [];
  for (let account = 0; account < 5; account++)
    for (let page = 0; page < 4; page++)
      each.push(await take(some(20, account * 1000 + page * 20), { accountId: newId(), address }));
  expect(each.filter(({ allowed }) => allowed).length).toBeGreaterThanOrEqual(12);
  expect(each.at(-1)).toMatchObject({ allowed: false, of: 'address' });
  expect(await take(some(20, 9000), { accountId: newId(), address: '192.0.2.8' })).toEqual({ allowed: true });
});

test('the budget begins anew at midnight, and says how long that is', async () => {
  await readOn();
  expect(await take(some(20, 5000))).toMatchObject({ allowed: false, retryAfterSeconds: 2 * 60 * 60 });
  clock.set('2026-12-01T00:00:01Z');
  expect(await take(some(20, 5000))).toEqual({ allowed: true });
});

test('pages asked for at the same time do not slip past the limit together', async () => {
  const taken = await Promise.all(Array.from({ length: 40 }, (_, page) => take(some(20, page * 20))));
  const allowed = taken.filter((each) => each.allowed).length;
  expect(allowed).toBeGreaterThanOrEqual(5);
  expect(allowed).toBeLessThanOrEqual(6);
  expect(taken.filter((each) => !each.allowed && each.first)).toHaveLength(1);
});

test('neither who read, nor what, can be told from the rows, and yesterday is forgotten', async () => {
  await take(['experience of somebody'], { address: '192.0.2.7' });
  const rows = async () =>
    (
      await sql<{
        row: string;
      }>`select t::text as row from read_budgets t union all select s::text from read_salts s`.execute(database.db)
    ).rows;
  const written = (await rows()).map(({ row }) => row).join('\n');
  expect(written).not.toContain(accountId);
  expect(written).not.toContain('192.0.2.7');
  clock.set('2026-12-01T00:10:00Z');
  await forgetReading(database.db, clock);
  expect(await rows()).toEqual([]);
});

test('an account’s own keys are found, so that erasing it takes them away', async () => {
  await take(some(3));
  const { rows } = await sql<{ reader: string }>`select reader from read_budgets`.execute(database.db);
  expect(await readerKeysOf(database.db, accountId)).toEqual(rows.map(({ reader }) => reader));
});
