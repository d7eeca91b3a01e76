import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { silentLog } from '#platform/logging/log.ts';
import { testDatabase } from '#support/database.ts';
import { createEvents, defineEvent, type Events } from './events.ts';

const answerPublished = defineEvent('answer.published', z.object({ answer: z.string(), at: z.iso.datetime() }));
const published = { answer: 'a1', at: '2026-11-22T10:00:00Z' };

let database: DatabaseHandle;
let jobs: Jobs;
let events: Events;
let told: unknown[] = [];
beforeEach(() => void (told = []));

beforeAll(async () => {
  database = await testDatabase();
  await sql`create table marks (text text)`.execute(database.db);
  jobs = createJobs({ database, log: silentLog });
  events = createEvents({ jobs });
  events.subscribe(answerPublished, {
    name: 'mark',
    when: 'in-transaction',
    handle: async ({ answer }, trx) => {
      if (answer === 'refused') throw new Error('refused');
      await sql`insert into marks values (${answer})`.execute(trx);
    },
  });
  events.subscribe(answerPublished, {
    name: 'index',
    when: 'after',
    handle: async (payload) => void told.push(payload),
  });
  await jobs.start({ work: false });
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

const marks = async () =>
  (await sql<{ text: string }>`select text from marks`.execute(database.db)).rows.map(({ text }) => text);
const publish = (payload: typeof published) =>
  database.db.transaction().execute((trx) => events.publish(trx, answerPublished, payload));

test('subscribers in the transaction change things with the publisher, the others hear of it after the commit', async () => {
  await publish(published);
  expect(await marks()).toEqual(['a1']);
  expect(told).toEqual([]);
  expect(await jobs.runPending()).toBe(1);
  expect(told).toEqual([published]);
});

test('a subscriber that fails in the transaction undoes the change and every job with it', async () => {
  await expect(publish({ ...published, answer: 'refused' })).rejects.toThrow('refused');
  expect(await jobs.runPending()).toBe(0);
  expect(await marks()).toEqual(['a1']);
});

test('an event outside a transaction, or with the wrong payload, is a mistake', async () => {
  await expect(events.publish(database.db, answerPublished, published)).rejects.toThrow('outside a transaction');
  await expect(publish({ answer: 'a1', at: 'yesterday' })).rejects.toThrow('ISO datetime');
});

test('an event without subscribers goes nowhere', async () => {
  const quiet = defineEvent('tree.fell', z.object({}));
  await database.db.transaction().execute((trx) => events.publish(trx, quiet, {}));
  expect(await jobs.runPending()).toBe(0);
});
