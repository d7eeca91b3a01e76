import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { emptyDatabase } from '#support/database.ts';
import { createPageCache, type FreshPage, type PageCacheOptions } from './page-cache.ts';

let database: DatabaseHandle;
beforeAll(async () => void (database = await emptyDatabase()));
afterAll(() => database.close());

const clock = fixedClock('2026-11-22T10:00:00Z');
const page = (text: string, tags: string[] = ['dystonia']): FreshPage => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
  tags,
  route: '/',
});

async function cache(options: Partial<PageCacheOptions> = {}) {
  const made = createPageCache({ database, clock, ...options });
  await made.start();
  onTestFinished(() => made.stop());
  const put = (key: string, fresh: FreshPage) => made.through(key, async () => fresh);
  return Object.assign(made, { put });
}
const invalidate = (pages: Awaited<ReturnType<typeof cache>>, ...tags: string[]) =>
  database.db.transaction().execute((trx) => pages.invalidate(trx, tags));

test('a page is made once and then found', async () => {
  const pages = await cache();
  expect(pages.find('/a')).toBeUndefined();
  const made = await pages.put('/a', page('A'));
  expect(pages.find('/a')).toBe(made);
  expect(pages.size().pages).toBe(1);
});

test('when the change commits, pages with its tag are dropped in every process; others stay', async () => {
  const [one, two] = [await cache(), await cache()];
  for (const pages of [one, two]) {
    await pages.put('/a', page('A', ['dystonia', 'list']));
    await pages.put('/b', page('B', ['tremor']));
  }
  await database.db.transaction().execute(async (trx) => {
    await one.invalidate(trx, ['dystonia']);
    expect(one.find('/a')).toBeDefined();
  });
  await expect.poll(() => [one.find('/a'), two.find('/a')]).toEqual([undefined, undefined]);
  expect([one.find('/b'), two.find('/b')]).not.toContain(undefined);
});

test('a change that is rolled back drops nothing', async () => {
  const pages = await cache();
  await pages.put('/a', page('A'));
  await database.db
    .transaction()
    .execute(async (trx) => {
      await pages.invalidate(trx, ['dystonia']);
      throw new Error('undo');
    })
    .catch(() => undefined);
  await invalidate(pages, 'other');
  expect(pages.find('/a')).toBeDefined();
});

test('a page that was begun before a change and finished after it is shown once and not kept', async () => {
  const pages = await cache();
  const gate = Promise.withResolvers<FreshPage>();
  const old = pages.through('/a', () => gate.promise);
  await pages.put('/witness', page('W'));
  await invalidate(pages, 'dystonia');
  await expect.poll(() => pages.find('/witness')).toBeUndefined();
  // Whoever asks now does not wait for the old page.
  const young = await pages.put('/a', page('new'));
  gate.resolve(page('old'));
  expect(await old).not.toBe(young);
  expect(pages.find('/a')).toBe(young);
});

test('a change of something else meanwhile does not matter', async () => {
  const pages = await cache();
  const gate = Promise.withResolvers<FreshPage>();
  const making = pages.through('/a', () => gate.promise);
  await pages.put('/witness', page('W', ['tremor']));
  await invalidate(pages, 'tremor');
  await expect.poll(() => pages.find('/witness')).toBeUndefined();
  gate.resolve(page('A'));
  expect(pages.find('/a')).toBe(undefined);
  await making;
  expect(pages.find('/a')).toBeDefined();
});

test('many who ask at once for a page that is not there wait for the same one', async () => {
  const pages = await cache();
  const make = vi.fn(async () => page('A'));
  const made = await Promise.all(Array.from({ length: 20 }, () => pages.through('/a', make)));
  expect(make).toHaveBeenCalledTimes(1);
  expect(new Set(made).size).toBe(1);
});

test('a response that is not to be kept is only for the one who asked', async () => {
  const pages = await cache();
  const make = vi.fn(async () => new Response('yours'));
  const made = await Promise.all([pages.through('/a', make), pages.through('/a', make)]);
  expect(make).toHaveBeenCalledTimes(2);
  expect(made[0]).not.toBe(made[1]);
  expect(pages.find('/a')).toBeUndefined();
});

test('a page that cannot be made is tried again by the next', async () => {
  const pages = await cache();
  await expect(pages.through('/a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await pages.put('/a', page('A'));
  expect(pages.find('/a')).toBeDefined();
});

test('without its listener it serves nothing and keeps nothing; after a gap it begins anew', async () => {
  let reconnect = () => {};
  const connection = {
    listening: true,
    listen: async (_channel: string, _hear: unknown, onReconnect: () => void) => (
      (reconnect = onReconnect),
      async () => undefined
    ),
  };
  const pages = await cache({ database: connection });
  await pages.put('/a', page('A'));
  connection.listening = false;
  expect(pages.find('/a')).toBeUndefined();
  await pages.put('/b', page('B'));
  connection.listening = true;
  reconnect();
  expect(pages.find('/a')).toBeUndefined();
  expect(pages.find('/b')).toBeUndefined();
  await pages.put('/a', page('A'));
  expect(pages.find('/a')).toBeDefined();
});

test('before it starts and after it stops it serves nothing', async () => {
  const pages = createPageCache({ database, clock });
  await pages.through('/a', async () => page('A'));
  expect(pages.find('/a')).toBeUndefined();
  await pages.start();
  await pages.through('/a', async () => page('A'));
  await pages.stop();
  expect(pages.find('/a')).toBeUndefined();
});

test('the page that was asked for the longest ago makes room', async () => {
  const pages = await cache({ maxBytes: 12_000 });
  for (const key of ['/a', '/b', '/c', '/d']) await pages.put(key, page('x'.repeat(1700)));
  expect(pages.find('/a')).toBeDefined();
  await pages.put('/e', page('x'.repeat(1700)));
  expect(['/a', '/b', '/c', '/d', '/e'].filter((key) => pages.find(key))).toEqual(['/a', '/c', '/d', '/e']);
  await pages.put('/huge', page('x'.repeat(4000)));
  expect(pages.find('/huge')).toBeUndefined();
  expect(pages.size().bytes).toBeLessThanOrEqual(12_000);
});

test('after an hour a page is made anew, because what is due moves with the day', async () => {
  const pages = await cache();
  await pages.put('/a', page('A'));
  clock.set('2026-11-22T10:59:59Z');
  expect(pages.find('/a')).toBeDefined();
  clock.set('2026-11-22T11:00:00Z');
  expect(pages.find('/a')).toBeUndefined();
  expect(pages.size()).toEqual({ pages: 0, bytes: 0 });
});

test('a change with very many tags still arrives', async () => {
  const pages = await cache();
  const tags = Array.from(
    { length: 1500 },
    (_, n) => `condition:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  );
  await pages.put('/first', page('1', [tags[0]!]));
  await pages.put('/last', page('2', [tags.at(-1)!]));
  await invalidate(pages, ...tags);
  await expect.poll(() => pages.size().pages).toBe(0);
  await pages.put('/a', page('A', ['unrelated']));
  await invalidate(pages, ...tags, ...tags.map((tag) => `${tag}x`));
  await expect.poll(() => pages.find('/a')).toBeUndefined();
});
