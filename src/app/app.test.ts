import type { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import type { StaticAssets } from '#platform/http/static-assets.ts';
import { silentLog } from '#platform/logging/log.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge } from '#support/knowledge.ts';
import { createApp } from './app.tsx';
import type { Services } from './start.ts';

let database: DatabaseHandle;
let app: Hono;

beforeAll(async () => {
  database = await testDatabase();
  const events = { subscribe: () => {}, publish: async () => {} };
  const clock = fixedClock('2026-11-24T12:00:00Z');
  const { idOf } = await database.db
    .transaction()
    .execute((transaction) => importKnowledge({ transaction, knowledge, events, clock }));
  await sql`insert into former_slugs (slug, condition_id) values ('the-waiting', ${idOf('stillness')})`.execute(
    database.db,
  );
  const assets: StaticAssets = { find: () => undefined, built: (source) => ({ href: `/${source}`, styles: [] }) };
  const config = readConfig({ NODE_ENV: 'test', ORIGIN: 'http://atlas.example' });
  app = createApp({ config, assets, log: silentLog, database, clock } as unknown as Services & {
    assets: StaticAssets;
  });
});
afterAll(() => database.close());

test.each([
  ['/conditions/the-waiting', '/conditions/stillness'],
  ['/es/conditions/the-waiting/numbers', '/es/conditions/stillness/numbers'],
  ['/conditions/the-waiting/experiences?page=2', '/conditions/stillness/experiences?page=2'],
])('%s, which a condition once was called, leads for good to %s', async (former, now) => {
  const response = await app.request(former);
  expect([response.status, response.headers.get('location')]).toEqual([301, now]);
});

test.each(['/conditions/the-wait', '/conditions/stillness/nothing-here', '/the-waiting'])(
  '%s was never an address: it is not found, and leads nowhere',
  async (path) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get('location')]).toEqual([404, null]);
  },
);
