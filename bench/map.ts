/**
 * How long pages of the map take when they are made anew, over 10,000 conditions and a whole release in PostgreSQL; what
 * they weigh; what a picture costs.   --memberships=1000000   --write (into docs/performance.md)
 */
import { spawnSync } from 'node:child_process';
import { Agent } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../scripts/stale.mjs';
import { fillAtlas } from './support/atlas.ts';
import { cpuSeconds, residentMegabytes } from './support/child.ts';
import { fetchBytes } from './support/load.ts';
import { fillMembers } from './support/members-fill.ts';
import { makePlace, type Place } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn, type Server } from './support/servers.ts';

const memberships = Number(option('memberships', '1000000'));
const budget = { p95: 15, world: 60_000 };

/** Each kind of page; `#` stands for any of the invented conditions, a thousand of which have forms. */
const pages: Record<string, string> = {
  'the world, everybody': '/map',
  'a continent': '/map/europe',
  'a country': '/map/us',
  'a part of a country': '/map/es-md',
  'the world, any condition': '/conditions/invented-#/map',
  'a continent, any condition': '/conditions/invented-#/map/asia',
  'a country, any condition': '/conditions/invented-#/map/fr',
  'the list first': '/map?list=name',
};

/** Whoever sends a cookie may be signed in: the page is made for this request. */
const anew = { cookie: 'a=reader' };

async function nameConditions(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into condition_names (condition_id, language, kind, position, name, in_sentence, folded)
     select id, 'en', 'preferred', 0, 'Invented condition ' || slug, 'invented condition ' || slug, 'invented condition ' || slug
     from conditions where slug like 'invented-%' on conflict do nothing`,
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

function release(place: Place): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/server/cairn.js'), 'release'], {
    env: { ...process.env, ...place.settings },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The release failed:\n${stderr.slice(-2000)}`);
}

const invented = () => String(10 + Math.floor(Math.random() * 10_000));

interface Times {
  times: number[];
  /** Of the same requests, as the server's own log has it: without the way there and back. */
  serverTimes: number[];
  /** Of the server, a page: what other work on the machine disturbs least. */
  processorMs: number | undefined;
}

/** As browsers do: one connection for many pages. */
const agent = new Agent({ keepAlive: true });

const logOf = (place: Place) => readFileSync(join(place.folder, 'server.log'), 'utf8').trimEnd().split('\n');

async function timesOf({ url, child }: Server, place: Place, path: string, count: number): Promise<Times> {
  const times: number[] = [];
  const logged = logOf(place).length;
  const before = cpuSeconds(child);
  for (let n = 0; n < count; n++) {
    const begun = performance.now();
    await fetchBytes(url + path.replace('#', invented()), anew, agent);
    times.push(performance.now() - begun);
  }
  const after = cpuSeconds(child);
  const processorMs = before === undefined || after === undefined ? undefined : ((after - before) * 1000) / count;
  const serverTimes = logOf(place)
    .slice(logged)
    .map((line) => (JSON.parse(line) as { ms?: number }).ms)
    .filter((ms) => ms !== undefined);
  return { times, serverTimes, processorMs };
}

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
const place = await makePlace(postgres.url);
try {
  await fillAtlas(place, 21);
  tell(`Filling in ${write(memberships)} memberships …`);
  await fillMembers(place.settings.DATABASE_URL!, memberships);
  await nameConditions(place.settings.DATABASE_URL!);
  tell('A release …');
  release(place);
  const server = await serveCairn(place, 0);
  try {
    for (const path of Object.values(pages)) await timesOf(server, place, path, 60);
    const rows: string[][] = [];
    for (const [name, path] of Object.entries(pages)) {
      const { times, serverTimes, processorMs } = await timesOf(server, place, path, 300);
      const weight = (await fetchBytes(server.url + path.replace('#', invented()), { 'accept-encoding': 'br' })).body;
      const p95 = quantile(serverTimes, 0.95);
      if (p95 > budget.p95 || weight.length > budget.world) process.exitCode = 1;
      rows.push([
        `${name} \`${path}\``,
        `${write(quantile(serverTimes, 0.5))} ms`,
        `${write(p95)} ms`,
        `${write(quantile(times, 0.95))} ms`,
        processorMs === undefined ? '–' : `${write(processorMs)} ms`,
        `${write(weight.length / 1000)} kB`,
      ]);
    }
    const memory = residentMegabytes(server.child) ?? NaN;
    const timed = async (path: string) => {
      const begun = performance.now();
      const { body } = await fetchBytes(server.url + path, anew);
      return { ms: performance.now() - begun, bytes: body.length };
    };
    const svg = await timed('/map.svg');
    const first = await timed('/map.png');
    const again = await timed('/map.png');
    publish(
      'map',
      [
        table(
          [
            'page, made anew',
            'server time, p50',
            'p95',
            'whole request, p95',
            'processor time of the server',
            'compressed',
          ],
          rows,
        ),
        table(
          ['picture', 'drawn', 'from the database', 'bytes'],
          [
            ['`/map.svg`', `${write(svg.ms)} ms`, '–', write(svg.bytes)],
            ['`/map.png`', `${write(first.ms)} ms`, `${write(again.ms)} ms`, write(first.bytes)],
          ],
        ),
        `Memory of the process after these pages: ${write(memory)} MB; after the pictures: ${write(residentMegabytes(server.child) ?? NaN)} MB.`,
      ].join('\n\n'),
    );
  } finally {
    agent.destroy();
    await server.stop();
  }
} finally {
  await place.remove();
  await postgres.stop();
}
