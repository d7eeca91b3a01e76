import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig, type Config } from '#platform/config/config.ts';
import { defineEvent } from '#platform/events/events.ts';
import { silentLog } from '#platform/logging/log.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import { startCairn, type Parts, type Running } from './start.ts';

const changed = defineEvent('condition.changed', z.object({ tag: z.string() }));

let home: string;
let config: Config;
let running: Running;
let title = 'first';
let told = 0;

const parts: Parts = {
  subscribe({ events, pageCache }) {
    events.subscribe(changed, {
      name: 'page-cache',
      when: 'in-transaction',
      handle: ({ tag }, trx) => pageCache.invalidate(trx, [tag]),
    });
    events.subscribe(changed, { name: 'tell', when: 'after', handle: async () => void told++ });
  },
  createApp() {
    const app = new Hono();
    app.get('/', (c) => {
      markCacheable(c, ['home']);
      return c.html(title);
    });
    return app;
  },
};
const start = (settings: Config) =>
  startCairn(settings, { parts, assetsFolder: join(home, 'nowhere'), log: silentLog });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cairn start '));
  config = readConfig({ NODE_ENV: 'test', DATA_DIR: join(home, 'my data'), PORT: '0', SHUTDOWN_SECONDS: '2' });
  running = await start(config);
}, 180_000);
afterAll(async () => {
  await running.close();
  await rm(home, { recursive: true });
});

test('it answers where it says, migrated and ready', async () => {
  expect(running.services.config.origin).toBe(running.url);
  const ready = await fetch(`${running.url}/readyz`);
  expect(await ready.json()).toEqual({ ready: true, database: true, migrated: true, listening: true });
});

test('a change is on the page at once, and is told to those who hear of it afterwards', async () => {
  const read = async () => (await fetch(running.url)).text();
  expect(await read()).toBe('first');
  title = 'second';
  expect(await read()).toBe('first');
  const { database, events } = running.services;
  await database.db.transaction().execute((trx) => events.publish(trx, changed, { tag: 'home' }));
  await expect.poll(read).toBe('second');
  await expect.poll(() => told, { timeout: 4000 }).toBe(1);
});

test('a second start on the same port or in the same folder is refused in one sentence and disturbs nothing', async () => {
  const { port } = new URL(running.url);
  await expect(start({ ...config, port: Number(port) })).rejects.toThrow(/^Port \d+ is taken/);
  await expect(start(config)).rejects.toThrow(/^The database in .* is in use by process \d+\./);
  expect((await fetch(running.url)).status).toBe(200);
});

test('after it was closed it starts again in the same place, and nothing is lost', { timeout: 30_000 }, async () => {
  await running.close();
  await running.close();
  await expect(fetch(running.url)).rejects.toThrow();
  running = await start(config);
  expect((await fetch(running.url)).status).toBe(200);
});
