/**
 * How soon after a change every process serves the new page: one process publishes, two others serve, on PostgreSQL.
 *   --changes=30   --write (into docs/performance.md)
 */
import { Agent } from 'node:http';
import { fillAtlas, openEditor } from './support/atlas.ts';
import { fetchBytes } from './support/load.ts';
import { makePlace } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { median, option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn, type Server } from './support/servers.ts';

const path = '/conditions/dystonia/questions/what-is-it';
const changes = Number(option('changes', '30'));
const budgetMs = 1000;

const agent = new Agent({ keepAlive: true });
const read = async ({ url }: Server) => (await fetchBytes(`${url}${path}`, {}, agent)).body.toString();

/** From now until a server gives the page with this mark; the page that it makes for that is counted in. */
async function untilFresh(server: Server, mark: string): Promise<number> {
  const begun = performance.now();
  while (!(await read(server)).includes(mark))
    if (performance.now() - begun > 30_000) throw new Error('A server still gives the old page after 30 s.');
  return performance.now() - begun;
}

async function measure(url: string): Promise<number[][]> {
  const place = await makePlace(url);
  const servers: Server[] = [];
  try {
    await fillAtlas(place, 4);
    servers.push(await serveCairn(place, 0), await serveCairn(place, 1));
    const editor = await openEditor(place);
    const times: number[][] = [];
    try {
      for (let change = 1; change <= changes; change++) {
        // Asked for twice: the page before the change is in the cache of both.
        for (const server of [...servers, ...servers]) await read(server);
        const mark = `Version ${change} of the bench.`;
        await editor.publish(mark);
        times.push(await Promise.all(servers.map((server) => untilFresh(server, mark))));
      }
    } finally {
      await editor.close();
    }
    return times;
  } finally {
    agent.destroy();
    for (const server of servers) await server.stop();
    await place.remove();
  }
}

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
try {
  const times = await measure(postgres.url);
  const row = (name: string, of: number[]) => [
    name,
    ...[median(of), quantile(of, 0.95), Math.max(...of)].map((ms) => `${write(ms)} ms`),
    `${of.filter((ms) => ms > budgetMs).length}`,
  ];
  const first = times.map(([ms]) => ms!);
  const second = times.map(([, ms]) => ms!);
  const rows = [
    row('first process', first),
    row('second process', second),
    row(
      'all',
      times.map((each) => Math.max(...each)),
    ),
  ];
  const head = [
    `${changes} changes, until the new page is served by`,
    'median',
    'p95',
    'longest',
    `over ${budgetMs} ms`,
  ];
  publish('freshness', table(head, rows));
  if (times.flat().some((ms) => ms > budgetMs)) process.exitCode = 1;
} catch (error) {
  tell(String(error));
  process.exitCode = 1;
} finally {
  await postgres.stop();
}
