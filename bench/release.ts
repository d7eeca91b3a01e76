/**
 * How long a release takes while reading goes on, at three sizes; beside a `supercluster` index over as many points.
 *   --sizes=100000,1000000,10000000   memberships over 10,000 conditions   --write (into docs/performance.md)
 */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../scripts/stale.mjs';
import { fillAtlas } from './support/atlas.ts';
import { cpuSeconds, startNode } from './support/child.ts';
import { fetchBytes } from './support/load.ts';
import { fillMembers, letAMonthPass } from './support/members-fill.ts';
import { makePlace, type Place } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';

const sizes = option('sizes', '100000,1000000,10000000').split(',').map(Number);

interface Reading {
  /** Of the one query that a page of the map asks for its numbers. */
  query: number[];
  /** Of a whole page, made anew. */
  page: number[];
}

interface Measured {
  memberships: number;
  changes: number;
  recountSeconds: number;
  firstSeconds: number;
  monthSeconds: number;
  /** Processor time of the program itself, without the database's. */
  busy: { first: number; recount: number; month: number };
  quiet: Reading;
  meanwhile: Reading;
  told: number;
}

/** What `findRelease` asks, for any condition. */
const question = `
  select newest.made_at, told.counts from (select made_at from releases order by id desc limit 1) as newest
  left join lateral (
    select counts from told_counts where scope = $1 order by release_id desc limit 1) as told on true`;

/** Reads as people do, one thing after another, until it is told to stop. */
async function readUntil(url: string, site: string, isDone: () => boolean): Promise<Reading> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const reading: Reading = { query: [], page: [] };
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    into.push(performance.now() - begun);
  };
  try {
    for (let n = 0; !isDone(); n++) {
      const condition = `00000000-0000-4000-8000-${String(10 + Math.floor(Math.random() * 10_000)).padStart(12, '0')}`;
      await timed(reading.query, () => client.query(question, [condition]));
      if (n % 5 === 0)
        await timed(reading.page, () => fetchBytes(`${site}/conditions/dystonia`, { cookie: 'a=reader' }));
    }
    return reading;
  } finally {
    await client.end();
  }
}

const reads = async (url: string, site: string, seconds: number) => {
  const end = performance.now() + seconds * 1000;
  return readUntil(url, site, () => performance.now() > end);
};

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** `cairn release` as an operator types it, in a process of its own; seconds from its start to its end. */
async function release(place: Place, meanwhile: (isDone: () => boolean) => Promise<Reading>, ...options: string[]) {
  const output = join(place.folder, 'release.log');
  const begun = performance.now();
  const child = startNode([join(root, 'dist/server/cairn.js'), 'release', ...options], {
    core: 1,
    env: place.settings,
    output,
  });
  let seconds: number | undefined;
  let busy = 0;
  const watch = setInterval(() => (busy = cpuSeconds(child) ?? busy), 50);
  const exit = ended(child).then((code) => {
    seconds = (performance.now() - begun) / 1000;
    if (code !== 0) throw new Error(`A release failed:\n${readFileSync(output, 'utf8').slice(-2000)}`);
  });
  const reading = await meanwhile(() => seconds !== undefined || child.exitCode !== null);
  await exit.finally(() => clearInterval(watch));
  return { seconds: seconds!, busy, reading };
}

async function measure(postgres: string, size: number): Promise<Measured> {
  const place = await makePlace(postgres);
  const url = place.settings.DATABASE_URL!;
  try {
    await fillAtlas(place, 21);
    tell(`Filling in ${write(size)} memberships …`);
    const { memberships, members } = await fillMembers(url, size);
    const server = await serveCairn(place, 0);
    try {
      const read = (isDone: () => boolean) => readUntil(url, server.url, isDone);
      tell('The first release, which counts everybody …');
      const first = await release(place, read);
      tell(`${write(first.seconds)} s. Counting everybody anew, and a release …`);
      const recount = await release(place, read, '--recount');
      tell(`${write(recount.seconds)} s. A month passes …`);
      const changes = await letAMonthPass(url, members);
      const quiet = await reads(url, server.url, 10);
      tell('The release after it …');
      const month = await release(place, read);
      tell(`${write(month.seconds)} s.`);
      return {
        memberships,
        changes,
        firstSeconds: first.seconds,
        recountSeconds: recount.seconds,
        monthSeconds: month.seconds,
        busy: { first: first.busy, recount: recount.busy, month: month.busy },
        quiet,
        meanwhile: {
          query: [...first.reading.query, ...recount.reading.query, ...month.reading.query],
          page: [...first.reading.page, ...recount.reading.page, ...month.reading.page],
        },
        told: await countTold(url),
      };
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

async function countTold(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ told: number }>(
    `select count(*)::int as told from (select distinct on (scope) counts from told_counts order by scope, release_id desc) as t,
     jsonb_object_keys(counts)`,
  );
  await client.end();
  return rows[0]!.told;
}

interface Clusters {
  buildMs: number;
  memoryMb: number;
  pointsMb: number;
  p50Ms: number;
  p95Ms: number;
}

function measureClusters(size: number): Clusters | undefined {
  const script = join(import.meta.dirname, 'support/supercluster.ts');
  const { stdout, status } = spawnSync(process.execPath, ['--max-old-space-size=12000', script, String(size)], {
    encoding: 'utf8',
  });
  return status === 0 ? (JSON.parse(stdout) as Clusters) : undefined;
}

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
try {
  const rows: string[][] = [];
  const readingRows: string[][] = [];
  const clusterRows: string[][] = [];
  for (const size of sizes) {
    const measured = await measure(postgres.url, size);
    const { quiet, meanwhile } = measured;
    rows.push([
      write(measured.memberships),
      `${write(measured.firstSeconds)} s (${write(measured.busy.first)})`,
      write(measured.changes),
      `${write(measured.monthSeconds)} s (${write(measured.busy.month)})`,
      `${write(measured.recountSeconds)} s (${write(measured.busy.recount)})`,
      write(measured.told),
    ]);
    const ms = (values: number[], share: number) => `${write(quantile(values, share))} ms`;
    readingRows.push([
      write(measured.memberships),
      ms(quiet.query, 0.5),
      ms(quiet.query, 0.95),
      ms(meanwhile.query, 0.5),
      ms(meanwhile.query, 0.95),
      ms(quiet.page, 0.95),
      ms(meanwhile.page, 0.95),
    ]);
    tell('supercluster over as many points …');
    const clusters = measureClusters(size);
    clusterRows.push([
      write(size),
      clusters ? `${write(clusters.buildMs / 1000)} s` : 'ran out of memory',
      clusters ? `${write(clusters.memoryMb)} MB` : '–',
      clusters ? `${write(clusters.pointsMb)} MB` : '–',
      clusters ? `${write(clusters.p50Ms)} ms` : '–',
      clusters ? `${write(clusters.p95Ms)} ms` : '–',
    ]);
    // after each size: the largest takes its time
    publish(
      'release',
      [
        table(
          [
            'memberships, over 10,000 conditions',
            'first release',
            'changes of a month',
            'release after it',
            'counting anew, and a release',
            'numbers told',
          ],
          rows,
        ),
        table(
          [
            'memberships',
            'numbers of a page, p50',
            'p95',
            'during releases, p50',
            'p95',
            'whole page made anew, p95',
            'during releases, p95',
          ],
          readingRows,
        ),
        table(
          ['points in `supercluster`', 'to build', 'memory of the index', 'memory of the points', 'query, p50', 'p95'],
          clusterRows,
        ),
      ].join('\n\n'),
    );
  }
} finally {
  await postgres.stop();
}
