/**
 * How well and how fast conditions are found by their names and codes: Cairn on PostgreSQL, beside MiniSearch and Orama in
 * memory, on the same names and the same queries.
 *   --data=<folder>   where the vocabularies lie (mondo/, orphanet/, doid/, nando/)
 *   --queries=800     of each kind   --write (into docs/performance.md)
 */
import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/stale.mjs';
import { cpuSeconds } from './support/child.ts';
import { fetchBytes } from './support/load.ts';
import { miniSearch, orama } from './support/other-engines.ts';
import { makePlace, type Place } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import { knownQueries, leaveOut, queryKinds, someConditions, type AliasQuery } from './support/search-queries.ts';
import type * as Fill from './support/search-fill.ts';
import { serveCairn } from './support/servers.ts';
import { atExit } from './support/tidy.ts';
import { readVocabularies, type KnownCondition } from './support/vocabularies.ts';

const sizes = [10_000, 30_000, Infinity];
const perKind = Number(option('queries', '800'));

const fill = loadFill();

type Find = (query: string) => Promise<string[]>;

interface Asked {
  query: AliasQuery;
  ms: number;
  first: boolean;
  inFive: boolean;
}

async function askOne(find: Find, query: AliasQuery): Promise<Asked> {
  const begun = performance.now();
  const found = await find(query.text);
  const ms = performance.now() - begun;
  return { query, ms, first: query.right.has(found[0] ?? ''), inFive: found.some((key) => query.right.has(key)) };
}

/** Asks all, so many at the same time; what was asked before the clock counts warms up. */
async function askAll(find: Find, queries: readonly AliasQuery[], atOnce = 1): Promise<Asked[]> {
  for (const { text } of queries.slice(0, 100)) await find(text);
  const waiting = [...queries];
  const asked: Asked[] = [];
  const work = async () => {
    for (let query = waiting.shift(); query; query = waiting.shift()) asked.push(await askOne(find, query));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return asked;
}

/** The same every time, and every kind spread over the whole. */
const mixed = (queries: readonly AliasQuery[]) =>
  queries
    .map((query, at) => ({ query, turn: (at * 7919) % queries.length }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ query }) => query);

async function loadFill(): Promise<typeof Fill> {
  const { build } = await import('vite');
  const outDir = join(root, '.cache', `bench-search-${process.pid}`);
  atExit(() => rmSync(outDir, { recursive: true, force: true }));
  const ssr = join(import.meta.dirname, 'support/search-fill.ts');
  await build({ root, configFile: false, logLevel: 'error', build: { ssr, outDir, target: 'node24' } });
  return (await import(pathToFileURL(join(outDir, 'search-fill.js')).href)) as typeof Fill;
}

/** What a reader waits for, with HTTP and the making of the page: one request at a time. */
async function throughHttp(place: Place, queries: readonly AliasQuery[], path: string): Promise<number[]> {
  const server = await serveCairn(place);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const times: number[] = [];
    for (const { text } of queries) {
      const begun = performance.now();
      await fetchBytes(`${server.url}${path}?q=${encodeURIComponent(text)}`, {}, agent);
      times.push(performance.now() - begun);
    }
    return times.slice(50);
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** Asks one after the other; with the processor time of each, of this process and those of the database, in milliseconds. */
async function askAlone(find: Find, queries: readonly AliasQuery[], pids: readonly number[] = []) {
  for (const { text } of queries.slice(0, 50)) await find(text);
  const used = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + pids.reduce((sum, pid) => sum + 1000 * (cpuSeconds({ pid }) ?? NaN), 0);
  };
  const before = used();
  const alone: Asked[] = [];
  for (const query of queries) alone.push(await askOne(find, query));
  return { alone, cost: (used() - before) / queries.length };
}

interface Measured {
  engine: string;
  names: number;
  buildMs: number;
  megabytes: number;
  cost: number;
  alone: Asked[];
  atOnce?: Asked[];
  http?: { suggestions: number[]; page: number[] };
}

async function measure(
  url: string,
  known: readonly KnownCondition[],
  left: ReturnType<typeof leaveOut>['left'],
  whole: boolean,
) {
  const names = known.reduce((sum, condition) => sum + condition.names.length, 0);
  const queries = mixed(knownQueries(known, left, whole ? perKind : perKind / 4));
  tell(`${known.length} conditions, ${names} names, ${queries.length} queries`);
  const results: Measured[] = [];
  const { openSearched } = await fill;
  const place = await makePlace(url);
  try {
    const atlas = await openSearched(place);
    try {
      await atlas.load(known);
      const begun = performance.now();
      await atlas.index();
      const buildMs = performance.now() - begun;
      const megabytes = (await atlas.indexBytes()) / 1e6;
      const pids = await atlas.backendPids();
      const { alone, cost } = await askAlone((query) => atlas.find(query), queries, pids);
      const atOnce = await askAll((query) => atlas.find(query), queries, 4);
      results.push({ engine: 'Cairn', names, buildMs, megabytes, cost, alone, atOnce });
    } finally {
      await atlas.close();
    }
    if (whole) {
      const some = queries.slice(0, 450);
      results[0]!.http = {
        suggestions: await throughHttp(place, some, '/search/suggest'),
        page: await throughHttp(place, some, '/search'),
      };
    }
  } finally {
    await place.remove();
  }
  for (const make of [miniSearch, orama]) {
    const { name, buildMs, megabytes, find } = await make(known);
    // a search that takes a second is asked less often
    const asked = make === orama ? queries.slice(0, 210) : queries;
    results.push({ engine: name, names, buildMs, megabytes, ...(await askAlone(find, asked)) });
  }
  for (const { engine, alone } of results)
    tell(
      `${engine}: p95 ${write(
        quantile(
          alone.map(({ ms }) => ms),
          0.95,
        ),
      )} ms`,
    );
  return results;
}

const times = (asked: readonly Asked[]) => asked.map(({ ms }) => ms);
const pair = (ms: readonly number[]) => `${write(quantile(ms, 0.5))} / ${write(quantile(ms, 0.95))}`;

function speedTable(all: readonly Measured[][]): string {
  const head = [
    'names',
    '',
    'index made in',
    'index, MB',
    'one query, p50 / p95 ms',
    'four at once, p50 / p95 ms',
    'processor time, ms a query',
  ];
  const rows = all
    .flat()
    .map(({ engine, names, buildMs, megabytes, cost, alone, atOnce }) => [
      names.toLocaleString('en-GB'),
      engine,
      `${write(buildMs / 1000)} s`,
      write(megabytes),
      pair(times(alone)),
      atOnce ? pair(times(atOnce)) : '–',
      write(cost),
    ]);
  return table(head, rows);
}

/** By how much the times grow where the names grow so many times. */
function growthOf(all: readonly Measured[][]): string {
  const [small, large] = [all[0]!, all.at(-1)!];
  const grown = large.map(({ engine, names, buildMs, alone }, at) => {
    const before = small[at]!;
    const p95 = quantile(times(alone), 0.95) / quantile(times(before.alone), 0.95);
    return `${engine} ${write(names / before.names)} × the names: index × ${write(buildMs / before.buildMs)}, p95 × ${write(p95)}`;
  });
  return `Growth from the smallest to the largest: ${grown.join('; ')}.`;
}

const percent = (asked: readonly Asked[], right: (one: Asked) => boolean) =>
  asked.length === 0 ? '–' : `${((100 * asked.filter(right).length) / asked.length).toFixed(1)} %`;

function qualityTable(largest: readonly Measured[]): string {
  const [cairn, ...others] = largest as [Measured, ...Measured[]];
  const head = [
    'right condition first (in the first five)',
    'queries',
    'Cairn, held out',
    'Cairn, tuned on',
    'not counting shared names',
    ...others.map(({ engine }) => `${engine}, held out`),
  ];
  const rows = queryKinds.map((kind) => {
    const of = ({ alone }: Measured, heldOut: boolean) =>
      alone.filter(({ query }) => query.kind === kind && query.heldOut === heldOut);
    const both = (asked: readonly Asked[]) =>
      `${percent(asked, ({ first }) => first)} (${percent(asked, ({ inFive }) => inFive)})`;
    return [
      kind,
      `${of(cairn, true).length} + ${of(cairn, false).length}`,
      both(of(cairn, true)),
      both(of(cairn, false)),
      percent(
        of(cairn, true).filter(({ query }) => !query.shared),
        ({ first }) => first,
      ),
      ...others.map((other) => both(of(other, true))),
    ];
  });
  return table(head, rows);
}

const folder = option('data', '');
const postgres = await findPostgres();
if (!folder || !postgres) {
  tell(
    'Not measured: this needs --data=<folder of the vocabularies>, and PostgreSQL (BENCH_DATABASE_URL, or installed).',
  );
  await postgres?.stop();
} else
  try {
    const { kept, left } = leaveOut(await readVocabularies(folder));
    const measured: Measured[][] = [];
    for (const size of sizes)
      measured.push(await measure(postgres.url, someConditions(kept, size), left, size === Infinity));
    const largest = measured.at(-1)!;
    const { http } = largest[0]!;
    publish(
      'search',
      [
        speedTable(measured),
        growthOf(measured),
        `Over HTTP, largest size, one request at a time, p50 / p95 ms: suggestions ${pair(http!.suggestions)}, page of results ${pair(http!.page)}.`,
        qualityTable(largest),
      ].join('\n\n'),
    );
  } catch (error) {
    tell(error instanceof Error ? error.stack! : String(error));
    process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
