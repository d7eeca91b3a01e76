import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJobs } from '#platform/jobs/jobs.ts';
import { silentLog } from '#platform/logging/log.ts';
import { emptyDatabase } from '#support/database.ts';
import type { DatabaseHandle } from './database.ts';
import { jsonb } from './jsonb.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await emptyDatabase();
  await sql`create table numbers (n integer primary key)`.execute(database.db);
});
afterAll(() => database.close());

const numbers = async () =>
  (await sql<{ n: number }>`select n from numbers order by n`.execute(database.db)).rows.map(({ n }) => n);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('values', () => {
  test('arrive in the same JavaScript types from both databases', async () => {
    const { rows } = await sql`select
      timestamptz '2026-11-22 10:00+02' as moment, date '2026-11-22' as day, 12::int8 as small, 9007199254740993::int8 as large,
      array[1, 9007199254740993, null]::int8[] as longs, array['a b', 'c,d', null] as texts, array[]::text[] as none,
      ${jsonb({ a: [1] })} as json, 1.50::numeric as exact, '\\x0aff'::bytea as bytes, true as yes, 1.5::float8 as float,
      interval '1 day 2 hours' as span, array[date '2026-11-22'] as days, null as nothing`.execute(database.db);
    expect(rows[0]).toEqual({
      moment: new Date('2026-11-22T08:00:00Z'),
      day: '2026-11-22',
      small: 12,
      large: 9007199254740993n,
      longs: [1, 9007199254740993n, null],
      texts: ['a b', 'c,d', null],
      none: [],
      json: { a: [1] },
      exact: '1.50',
      bytes: Buffer.from([0x0a, 0xff]),
      yes: true,
      float: 1.5,
      span: '1 day 02:00:00',
      days: ['2026-11-22'],
      nothing: null,
    });
  });

  test('leave in the same way for both databases', async () => {
    const moment = new Date('2026-11-22T08:00:00.123Z');
    const { rows } =
      await sql`select ${moment}::timestamptz as moment, ${['a', 'b,"c']}::text[] as texts, ${42}::int8 as large,
      ${'2026-11-22'}::date as day, ${Buffer.from('é')}::bytea as bytes, ${true}::boolean as yes, ${jsonb([1, 'x'])} as json`.execute(
        database.db,
      );
    expect(rows[0]).toEqual({
      moment,
      texts: ['a', 'b,"c'],
      large: 42,
      day: '2026-11-22',
      bytes: Buffer.from('é'),
      yes: true,
      json: [1, 'x'],
    });
  });

  test('see the calendar in UTC, whatever the time zone of the machine', async () => {
    const { rows } = await sql<{ day: string }>`select (timestamptz '2026-11-22 23:30+00')::date as day`.execute(
      database.db,
    );
    expect(rows[0]?.day).toBe('2026-11-22');
  });
});

describe('transactions', () => {
  test('hide their work from others until they commit', async () => {
    const inside = Promise.withResolvers<void>();
    const transaction = database.db.transaction().execute(async (trx) => {
      await sql`insert into numbers values (1)`.execute(trx);
      inside.resolve();
      await pause(50);
    });
    await inside.promise;
    // On a server this reads the state before, on the single connection it waits: never the half-done state.
    const seen = await numbers();
    await transaction;
    expect(seen).toEqual(database.kind === 'server' ? [] : [1]);
    expect(await numbers()).toEqual([1]);
  });

  test('that fail take nothing of their neighbours with them', async () => {
    await sql`delete from numbers`.execute(database.db);
    const failing = (n: number) =>
      database.db.transaction().execute(async (trx) => {
        await sql`insert into numbers values (${n})`.execute(trx);
        await pause(1);
        await sql`insert into numbers values (${n})`.execute(trx);
      });
    const succeeding = (n: number) =>
      database.db.transaction().execute(async (trx) => {
        await sql`insert into numbers values (${n})`.execute(trx);
        await pause(1);
      });
    const boss = database.bossOptions.db;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) =>
        n % 4 === 0
          ? failing(n)
          : n % 4 === 1
            ? succeeding(n)
            : n % 4 === 2
              ? sql`insert into numbers values (${n})`.execute(database.db)
              : n % 8 === 3
                ? boss.executeSql(`begin; insert into numbers values (${n}); select 1 / 0; commit;`)
                : boss.executeSql('insert into numbers values ($1)', [n]),
      ),
    );
    const shouldFail = (n: number) => n % 4 === 0 || n % 8 === 3;
    outcomes.forEach((outcome, n) =>
      expect(outcome.status, `number ${n}`).toBe(shouldFail(n) ? 'rejected' : 'fulfilled'),
    );
    expect(await numbers()).toEqual(Array.from({ length: 60 }, (_, n) => n).filter((n) => !shouldFail(n)));
  });

  test('and jobs go on together', async () => {
    const jobs = createJobs({ database, log: silentLog });
    const done: number[] = [];
    jobs.define<{ n: number }>('count', async ({ n }) => {
      await database.db.transaction().execute((trx) => sql`insert into numbers values (${n})`.execute(trx));
      done.push(n);
    });
    await jobs.start({ work: true });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        database.db.transaction().execute(async (trx) => {
          await jobs.send(trx, 'count', { n: 1000 + n });
          if (n % 2) await pause(2);
        }),
      ),
    );
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(20);
    await jobs.stop();
    expect((await numbers()).filter((n) => n >= 1000)).toHaveLength(20);
  });
});

describe('notifications', () => {
  test('arrive after the commit, in order, and not after a rollback', async () => {
    const heard: string[] = [];
    const stop = await database.listen(
      'test_channel',
      (payload) => heard.push(payload),
      () => undefined,
    );
    expect(database.listening).toBe(true);
    const notify = (payload: string, fail = false) =>
      database.db.transaction().execute(async (trx) => {
        await sql`select pg_notify('test_channel', ${payload})`.execute(trx);
        expect(heard).not.toContain(payload);
        if (fail) throw new Error('undo');
      });
    await notify('one');
    await notify('never', true).catch(() => undefined);
    await notify('two');
    await expect.poll(() => heard).toEqual(['one', 'two']);
    await stop();
    await notify('three');
    await pause(20);
    expect(heard).toEqual(['one', 'two']);
  });
});

test('answers a ping, and closes twice without complaint', async () => {
  const other = await emptyDatabase();
  await other.ping();
  await other.close();
  await other.close();
  await expect(other.ping()).rejects.toThrow();
});
