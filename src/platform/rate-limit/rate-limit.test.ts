import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { createRateLimitRepository } from './rate-limit.repository.ts';
import { createRateLimit } from './rate-limit.ts';

let database: DatabaseHandle;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.close());

const clock = fixedClock('2026-11-22T10:00:00Z');
const process = () => createRateLimit({ database: database.db, clock, secret: 'one secret for all processes' });
const rows = () =>
  database.db
    .withTables<{ rate_limits: { key: string; used: number } }>()
    .selectFrom('rate_limits')
    .selectAll()
    .execute();

test('a limit holds over all processes, until its window ends', async () => {
  const [one, other] = [process(), process()];
  const limit = { most: 3, seconds: 60 };
  expect(await one.take('a', limit)).toEqual({ allowed: true, left: 2, seconds: 60 });
  expect(await other.take('a', limit)).toEqual({ allowed: true, left: 1, seconds: 60 });
  clock.set('2026-11-22T10:00:45Z');
  expect(await one.take('a', limit)).toEqual({ allowed: true, left: 0, seconds: 15 });
  expect(await other.take('a', limit)).toEqual({ allowed: false, left: 0, seconds: 15 });
  expect((await one.take('b', limit)).allowed).toBe(true);
  clock.set('2026-11-22T10:01:00Z');
  expect(await other.take('a', limit)).toEqual({ allowed: true, left: 2, seconds: 60 });
});

test('of many at the same moment exactly as many are allowed as may', async () => {
  const limit = { most: 7, seconds: 60 };
  const taken = await Promise.all(Array.from({ length: 40 }, () => process().take('crowd', limit)));
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(7);
});

test('what is kept does not say whose it was, and not the same on two days', async () => {
  await process().take('links to maria@example.org', { most: 1, seconds: 60 });
  const before = (await rows()).map(({ key }) => key);
  expect(before.join()).not.toMatch(/maria|example|links/u);
  clock.set('2026-11-23T10:00:00Z');
  await process().take('links to maria@example.org', { most: 1, seconds: 60 });
  expect((await rows()).length).toBe(before.length + 1);
});

test('limits whose time is over are forgotten', async () => {
  const clear = () => createRateLimitRepository(database.db).removeBefore(clock.now());
  await clear();
  expect(await rows()).toHaveLength(1);
  clock.set('2026-11-23T10:01:00Z');
  await clear();
  expect(await rows()).toEqual([]);
});
