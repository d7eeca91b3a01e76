import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { silentLog } from '#platform/logging/log.ts';
import { testDatabase } from '#support/database.ts';
import { createJobs, type JobHandler, type Jobs } from './jobs.ts';

let database: DatabaseHandle;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.close());

async function startJobs(
  define: (jobs: Jobs) => void,
  work = false,
  observe?: Parameters<typeof createJobs>[0]['observe'],
): Promise<Jobs> {
  const jobs = createJobs({ database, log: silentLog, ...(observe && { observe }) });
  define(jobs);
  await jobs.start({ work });
  onTestFinished(() => jobs.stop());
  return jobs;
}

const inTransaction = (work: Parameters<ReturnType<typeof database.db.transaction>['execute']>[0]) =>
  database.db.transaction().execute(work);

test('a job runs if and only if the transaction that sent it commits', async () => {
  const seen: unknown[] = [];
  const jobs = await startJobs((all) => all.define('note', async (data) => void seen.push(data)));
  await inTransaction((trx) => jobs.send(trx, 'note', { n: 1 }));
  await inTransaction(async (trx) => {
    await jobs.send(trx, 'note', { n: 2 });
    throw new Error('changed my mind');
  }).catch(() => undefined);
  expect(await jobs.runPending()).toBe(1);
  expect(seen).toEqual([{ n: 1 }]);
  expect(await jobs.runPending()).toBe(0);
});

test('what jobs send while they run belongs to what is pending', async () => {
  const seen: number[] = [];
  const count: JobHandler<{ n: number }> = async ({ n }) => {
    seen.push(n);
    if (n > 0) await jobs.send(database.db, 'countdown', { n: n - 1 });
  };
  const jobs = await startJobs((all) => {
    all.define('countdown', count);
    all.define('start', () => jobs.send(database.db, 'countdown', { n: 2 }));
  });
  await jobs.send(database.db, 'start', {});
  expect(await jobs.runPending()).toBe(4);
  expect(seen).toEqual([2, 1, 0]);
});

test('a failed job is counted, is tried again later, and tells the database nothing of what it was about', async () => {
  const outcomes: string[] = [];
  let attempts = 0;
  const jobs = await startJobs(
    (all) =>
      all.define('stumble', async () => {
        attempts++;
        if (attempts === 1) throw new Error('maria@example.org does not exist');
      }),
    false,
    (name, outcome, seconds) => outcomes.push(`${name} ${outcome} ${seconds < 1}`),
  );
  await jobs.send(database.db, 'stumble', {});
  expect(await jobs.runPending()).toBe(1);
  expect(await jobs.runPending()).toBe(0);
  const { rows } = await sql<{ state: string; output: object; due: boolean }>`
    select state, output, start_after > now() + interval '1 second' as due from pgboss.job where name = 'stumble'`.execute(
    database.db,
  );
  expect(rows).toEqual([{ state: 'retry', output: { message: 'Error' }, due: true }]);
  await sql`update pgboss.job set start_after = now() where name = 'stumble'`.execute(database.db);
  await jobs.runPending();
  expect(outcomes).toEqual(['stumble failed true', 'stumble completed true']);
});

test('a worker takes jobs as they come, one after the other', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const jobs = await startJobs(
    (all) =>
      all.define('slow', async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        done++;
      }),
    true,
  );
  for (let n = 0; n < 10; n++) await jobs.send(database.db, 'slow', { n });
  await expect.poll(() => done, { timeout: 4000 }).toBe(10);
  expect(most).toBe(1);
});

test('stopping waits for the job under way', async () => {
  let finished = false;
  const began = Promise.withResolvers<void>();
  const jobs = await startJobs(
    (all) =>
      all.define('careful', async () => {
        began.resolve();
        await new Promise((resolve) => setTimeout(resolve, 100));
        finished = true;
      }),
    true,
  );
  await jobs.send(database.db, 'careful', {});
  await began.promise;
  await jobs.stop();
  expect(finished).toBe(true);
});

test('schedules are those of the code: new ones appear, dropped ones go', async () => {
  const schedules = async () =>
    (
      await sql<{ line: string }>`select name || ' ' || cron as line from pgboss.schedule order by 1`.execute(
        database.db,
      )
    ).rows.map(({ line }) => line);
  const first = await startJobs((all) => {
    for (const name of ['daily', 'hourly']) all.define(name, async () => undefined);
    all.schedule('daily', '0 3 * * *');
    all.schedule('hourly', '5 * * * *');
  }, true);
  expect(await schedules()).toEqual(['daily 0 3 * * *', 'hourly 5 * * * *']);
  await first.stop();
  await startJobs((all) => {
    all.define('daily', async () => undefined);
    all.schedule('daily', '30 3 * * *');
  }, true);
  expect(await schedules()).toEqual(['daily 30 3 * * *']);
});

test('a job nobody declared is refused when it is sent, not lost', async () => {
  const jobs = await startJobs(() => undefined);
  await expect(jobs.send(database.db, 'unheard-of', {})).rejects.toThrow('There is no job unheard-of');
  expect(() => jobs.define('late', async () => undefined)).toThrow('after the start');
});
