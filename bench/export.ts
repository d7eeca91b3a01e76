/**
 * How long somebody waits for everything that the atlas holds about them, and how long erasing it takes, on PostgreSQL,
 * with members of three sizes.
 *   --rounds=5   --write (into docs/performance.md)
 */
import { Agent } from 'node:http';
import { loadBundled } from './support/bundle.ts';
import { residentMegabytes } from './support/child.ts';
import type * as Fill from './support/export-fill.ts';
import { fetchBytes } from './support/load.ts';
import { makePlace } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, spread, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';

const sizes = [100, 1000, 10_000];
const rounds = Number(option('rounds', '5'));
const budgetMs = 60_000;

interface Measured {
  items: number;
  json: number[];
  html: number[];
  bytes: number;
  memory: number | undefined;
  erase: number[];
}

async function measure(databaseUrl: string): Promise<Measured[]> {
  const place = await makePlace(databaseUrl);
  const agent = new Agent({ keepAlive: true });
  const members = await ((await loadBundled('export-fill')) as typeof Fill).openMembers(place);
  try {
    const measured: Measured[] = [];
    for (const items of sizes) {
      // A fresh process for each size, so that its memory is that of this size.
      const server = await serveCairn(place);
      try {
        const { cookie } = await members.addMember(items, server.url);
        await members.count();
        const ask = async (kind: string) => {
          const begun = performance.now();
          const { body } = await fetchBytes(`${server.url}/me/export/everything.${kind}`, { cookie }, agent);
          return { ms: performance.now() - begun, bytes: body.length };
        };
        for (const kind of ['json', 'html']) await ask(kind);
        const json = [];
        const html = [];
        for (let round = 0; round < rounds; round++) {
          json.push(await ask('json'));
          html.push(await ask('html'));
        }
        const erase = [];
        for (let round = 0; round < rounds; round++)
          erase.push(await members.erase((await members.addMember(items, server.url)).accountId));
        measured.push({
          items,
          json: json.map(({ ms }) => ms),
          html: html.map(({ ms }) => ms),
          bytes: json[0]!.bytes,
          memory: residentMegabytes(server.child),
          erase,
        });
      } finally {
        await server.stop();
      }
    }
    return measured;
  } finally {
    agent.destroy();
    await members.close();
    await place.remove();
  }
}

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
try {
  const measured = await measure(postgres.url);
  const head = ['items', 'JSON', 'to read (HTML)', 'JSON is', 'memory of the process after', 'erased in'];
  const rows = measured.map(({ items, json, html, bytes, memory, erase }) => [
    write(items),
    spread(json, ' ms'),
    spread(html, ' ms'),
    `${write(bytes / 1e6)} MB`,
    memory === undefined ? '–' : `${write(memory)} MB`,
    spread(erase, ' ms'),
  ]);
  publish('export', table(head, rows));
  if (measured.some(({ json, html }) => Math.max(...json, ...html) > budgetMs)) process.exitCode = 1;
} catch (error) {
  tell(error instanceof Error ? error.stack! : String(error));
  process.exitCode = 1;
} finally {
  await postgres.stop();
}
