/**
 * Requests per second of a question page, beside a bare `node:http` server of the same bytes, at three sizes of the atlas.
 *   --sizes=4,400,4000  --rounds=3  --seconds=5   --only=embedded   --write (into docs/performance.md)
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillAtlas } from './support/atlas.ts';
import { pinned, residentMegabytes } from './support/child.ts';
import { fetchBytes, load, oneByOne, type Load } from './support/load.ts';
import { makePlace, type Place } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { median, option, publish, spread, table, tell, write } from './support/report.ts';
import { serveBare, serveCairn, type Server } from './support/servers.ts';

const path = '/conditions/dystonia/questions/what-is-it';
const sizes = option('sizes', '4,400,4000').split(',').map(Number);
const rounds = Number(option('rounds', '3'));
const seconds = Number(option('seconds', '5'));
const only = option('only', '');

const fromCache = { 'accept-encoding': 'br' };
/** Whoever sends a cookie may be signed in, so the page is made for this request, and not compressed. */
const madeAnew = { 'accept-encoding': 'br', cookie: 'bench=1' };

const variants = ['bare', 'cached', 'made'] as const;
type Variant = (typeof variants)[number];

interface Measured extends Load {
  startMs: number;
  megabytes: number | undefined;
  p50?: number;
  p95?: number;
}
interface Atlas {
  place: Place;
  conditions: number;
  /** Where the answer lies that the bare server gives. */
  answer: string;
  results: Record<Variant, Measured[]>;
}

async function prepare(conditions: number, url: string | undefined): Promise<Atlas> {
  const place = await makePlace(url);
  try {
    const begun = performance.now();
    await fillAtlas(place, conditions);
    tell(`${place.kind}, ${conditions} conditions: filled in ${Math.round((performance.now() - begun) / 1000)} s`);
    const answer = join(place.folder, 'answer.json');
    await using({ server: await serveCairn(place) }, async ({ url }) => {
      const { headers, body } = await fetchBytes(`${url}${path}`, fromCache);
      writeFileSync(answer, JSON.stringify({ headers: ownHeaders(headers), body: body.toString('base64') }));
    });
    return { place, conditions, answer, results: { bare: [], cached: [], made: [] } };
  } catch (error) {
    await place.remove();
    throw error;
  }
}

/** Those that Cairn set itself: Node adds these to any answer, also to the peer's. */
function ownHeaders(raw: string[]): string[] {
  const added = new Set(['date', 'connection', 'keep-alive']);
  return raw.flatMap((name, index) =>
    index % 2 === 0 && !added.has(name.toLowerCase()) ? [name, raw[index + 1]!] : [],
  );
}

async function using<T>({ server }: { server: Server }, work: (server: Server) => Promise<T>): Promise<T> {
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** A fresh process each time: what one round leaves behind in memory is not the next one's. */
async function measure({ place, answer }: Atlas, variant: Variant): Promise<Measured> {
  const server = variant === 'bare' ? await serveBare(place, answer) : await serveCairn(place);
  return using({ server }, async () => {
    const headers = variant === 'made' ? madeAnew : fromCache;
    await load(server, path, headers, Math.max(1, Math.ceil(seconds / 2)));
    const loaded = await load(server, path, headers, seconds);
    const latency = variant === 'made' ? await oneByOne(server, path, headers) : {};
    return { ...loaded, ...latency, startMs: server.startMs, megabytes: residentMegabytes(server.child) };
  });
}

async function measureAll(url: string | undefined): Promise<Atlas[]> {
  const atlases: Atlas[] = [];
  try {
    for (const conditions of sizes) atlases.push(await prepare(conditions, url));
    for (let round = 0; round < rounds; round++)
      for (const atlas of atlases)
        // Another one begins each time, so that none has always the same neighbour.
        for (let turn = 0; turn < variants.length; turn++) {
          const variant = variants[(turn + round) % variants.length]!;
          const measured = await measure(atlas, variant);
          atlas.results[variant].push(measured);
          tell(
            `round ${round + 1}, ${atlas.place.kind}, ${atlas.conditions} conditions, ${variant}: ${write(measured.perSecond)} a second`,
          );
        }
    return atlases;
  } finally {
    for (const { place } of atlases) await place.remove();
  }
}

const every = (results: Measured[], key: keyof Measured) => results.map((each) => each[key]);
/** Round by round: the two were measured within the same minute. */
const ratios = (own: Measured[], peer: Measured[], key: 'perSecond' | 'perCpuSecond') =>
  own.map((each, round) => (100 * (each[key] ?? NaN)) / (peer[round]?.[key] ?? NaN)).filter(Number.isFinite);

function describe(atlases: Atlas[]): string {
  const requests = table(
    [
      'conditions',
      'bare `node:http`, requests/s',
      'its core busy',
      'cached page, requests/s',
      'its core busy',
      'of bare',
      'of bare, for the same processor time',
      'made anew, requests/s',
    ],
    atlases.map(({ conditions, results: { bare, cached, made } }) => [
      write(conditions),
      spread(every(bare, 'perSecond')),
      spread(every(bare, 'busy'), ' %'),
      spread(every(cached, 'perSecond')),
      spread(every(cached, 'busy'), ' %'),
      spread(ratios(cached, bare, 'perSecond'), ' %'),
      spread(ratios(cached, bare, 'perCpuSecond'), ' %'),
      spread(every(made, 'perSecond')),
    ]),
  );
  const costs = table(
    ['conditions', 'made anew, p50', 'p95', 'start', 'memory after cached pages', 'memory after pages made anew'],
    atlases.map(({ conditions, results: { cached, made } }) => [
      write(conditions),
      spread(every(made, 'p50'), ' ms'),
      spread(every(made, 'p95'), ' ms'),
      spread(every([...cached, ...made], 'startMs'), ' ms'),
      spread(every(cached, 'megabytes'), ' MB'),
      spread(every(made, 'megabytes'), ' MB'),
    ]),
  );
  return `**${atlases[0]!.place.kind} database**\n\n${requests}\n\n${costs}\n\n${describeGrowth(atlases)}`;
}

function describeGrowth(atlases: Atlas[]): string {
  const [first, last] = [atlases[0]!, atlases.at(-1)!];
  const times = (variant: Variant, key: keyof Measured) => {
    const of = ({ results }: Atlas) => median(every(results[variant], key).filter((value) => value !== undefined));
    return `× ${write(of(last) / of(first))}`;
  };
  return [
    `Growth while the atlas grows × ${write(last.conditions / first.conditions)}:`,
    `requests/s from the cache ${times('cached', 'perSecond')},`,
    `time of a page made anew ${times('made', 'p50')} (p50) and ${times('made', 'p95')} (p95),`,
    `start ${times('cached', 'startMs')}, memory ${times('cached', 'megabytes')}.`,
  ].join(' ');
}

const parts: string[] = [];
if (only !== 'PostgreSQL') parts.push(describe(await measureAll(undefined)));
if (only !== 'embedded') {
  const postgres = await findPostgres();
  if (postgres)
    try {
      parts.push(describe(await measureAll(postgres.url)));
    } finally {
      await postgres.stop();
    }
  else tell('No PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
}
const cores = pinned ? 'Server and load generator on a core each' : 'Server and load generator share the cores';
publish(
  'content-page',
  [`${cores}; ${rounds} rounds of ${seconds} s; median (lowest–highest).`, ...parts].join('\n\n'),
);
