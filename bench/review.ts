/**
 * How long those who review and write wait for the desk, among 200 to 20,000 published texts in PostgreSQL, nine tenths of
 * which somebody signed; and how long it takes to verify the whole record.
 *   --conditions=100,1000,10000 (two texts each)   --write (into docs/performance.md)
 */
import { loadBundled } from './support/bundle.ts';
import { makePlace } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import type * as Fill from './support/review-fill.ts';
import { serveCairn } from './support/servers.ts';
import { timesOf } from './support/times.ts';

const sizes = option('conditions', '100,1000,10000').split(',').map(Number);
const budgetMs = 25;
const asked = 60;

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
const place = await makePlace(postgres.url);
const reviewed = await ((await loadBundled('review-fill')) as typeof Fill).openReviewed(place);
try {
  const rows: string[][] = [];
  let signed = 0;
  let before = 0;
  for (const size of sizes) {
    tell(`Filling in ${write(size * 2)} texts, and signing nine tenths of them …`);
    await reviewed.fill(size);
    await reviewed.sign(signed + 1, size);
    before = signed;
    signed = size;
    const server = await serveCairn(place);
    try {
      const headers = await reviewed.signIn(server.url);
      const get = (path: string) => fetch(server.url + path, { headers, redirect: 'manual' });
      const post = (path: string, fields: Record<string, string>) =>
        fetch(server.url + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
      const deskOf = (n: number) => `/review/invented-${1 + ((n * 7) % size)}/what-is-invented/en`;
      // every tenth is signed by nobody yet
      const freeOf = (n: number) => `/review/invented-${before + 10 * (n + 1)}/what-is-invented/en`;
      await timesOf(90, (n) => get(['/review', deskOf(n), `${deskOf(n)}/edit`][n % 3]!));
      const measures: [string, number[]][] = [
        ['the queue', await timesOf(asked, () => get('/review'))],
        ['the queue, its last page', await timesOf(asked, () => get(`/review?page=${Math.ceil((size * 2) / 25)}`))],
        ['the desk of a text', await timesOf(asked, (n) => get(deskOf(n)))],
        ['the editor', await timesOf(asked, (n) => get(`${deskOf(n)}/edit`))],
        ['what nobody has written yet', await timesOf(asked, () => get('/review/unwritten/es'))],
        [
          'take a text on the desk',
          await timesOf(Math.min(asked, (size - before) / 10), (n) => post(freeOf(n), { act: 'take' })),
        ],
      ];
      for (const [name, times] of measures) {
        const p95 = quantile(times, 0.95);
        if (p95 > budgetMs && size <= sizes[0]!) process.exitCode = 1;
        rows.push([name, write(size * 2), `${write(quantile(times, 0.5))} ms`, `${write(p95)} ms`]);
      }
    } finally {
      await server.stop();
    }
    const begun = performance.now();
    const { acts, signatures, faults } = await reviewed.verify();
    if (faults.length > 0) throw new Error(`The record has faults: ${JSON.stringify(faults.slice(0, 3))}`);
    const seconds = (performance.now() - begun) / 1000;
    rows.push([
      `verify the record (${write(acts)} acts, ${write(signatures)} signatures)`,
      write(size * 2),
      `${write(seconds)} s`,
      '–',
    ]);
  }
  rows.sort(([a], [b]) => a!.localeCompare(b!));
  publish('review', table(['asked for', 'texts', 'p50', 'p95'], rows));
} finally {
  await reviewed.close();
  await place.remove();
  await postgres.stop();
}
