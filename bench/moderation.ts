/**
 * How long a moderator waits for the queue, for a case, for the next one and for a decision, among 10,000 to a million
 * experiences in PostgreSQL, a tenth of which was once reported and a hundredth of which waits.
 *   --sizes=10000,100000,1000000   --write (into docs/performance.md)
 */
import { loadBundled } from './support/bundle.ts';
import { makePlace } from './support/places.ts';
import type * as Fill from './support/moderation-fill.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';
import { timesOf } from './support/times.ts';

const sizes = option('sizes', '10000,100000,1000000').split(',').map(Number);
const budgetMs = 25;
const asked = 100;

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
const place = await makePlace(postgres.url);
const moderated = await ((await loadBundled('moderation-fill')) as typeof Fill).openModerated(place);
try {
  const rows: string[][] = [];
  let filled = 0;
  for (const size of sizes) {
    tell(`Filling in up to ${write(size)} experiences …`);
    await moderated.fill(filled, size - 1);
    filled = size;
    await moderated.count();
    const server = await serveCairn(place);
    try {
      const { headers } = await moderated.signIn(server.url);
      const get = (path: string) => fetch(server.url + path, { headers, redirect: 'manual' });
      const post = (path: string, fields: Record<string, string> = {}) =>
        fetch(server.url + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
      const middle = `/moderate?after=${await moderated.middle()}`;
      const ids = await moderated.waiting(asked + 20);
      const { length } = ids;
      // warm, as a server is that runs
      await timesOf(20, (n) => get(n % 2 ? '/moderate' : `/moderate/${ids[n % length]}`));
      let version = '';
      const pathOf = (n: number) => `/moderate/${ids[n % length]}`;
      /** As somebody who reads before they decide. */
      async function read(n: number): Promise<void> {
        await post(pathOf(n), { act: 'take' });
        const page = await (await get(pathOf(n))).text();
        version = /name="version" value="(\d+)"/u.exec(page)?.[1] ?? '';
      }
      const measures: [string, number[]][] = [
        ['the queue', await timesOf(asked, () => get('/moderate'))],
        ['the queue, half way down', await timesOf(asked, () => get(middle))],
        ['a case', await timesOf(asked, (n) => get(pathOf(n)))],
        ['take the most urgent', await timesOf(asked, () => post('/moderate/next'))],
        [
          'decide, and take the next',
          await timesOf(
            Math.min(asked, length),
            (n) => post(pathOf(n), { decision: 'keep', version, next: '1' }),
            read,
          ),
        ],
        ['how long people wait', await timesOf(20, () => get('/moderate/figures'))],
      ];
      for (const [name, times] of measures) {
        const p95 = quantile(times, 0.95);
        if (p95 > budgetMs && name !== 'how long people wait') process.exitCode = 1;
        rows.push([name, write(size), `${write(quantile(times, 0.5))} ms`, `${write(p95)} ms`]);
      }
    } finally {
      await server.stop();
    }
  }
  rows.sort(([a], [b]) => a!.localeCompare(b!));
  publish('moderation', table(['asked for', 'experiences', 'p50', 'p95'], rows));
} finally {
  await moderated.close();
  await place.remove();
  await postgres.stop();
}
