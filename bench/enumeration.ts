/**
 * Whether the time of an answer tells that an address is known: asked about known and unknown addresses in turn, on
 * PostgreSQL. What differs by chance is found by dealing the same times out at random.
 *   --tries=500   --write (into docs/performance.md)
 */
import pg from 'pg';
import { makePlace } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { median, option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';

const tries = Number(option('tries', '500'));
const deals = 2000;

const addressOf = (kind: 'known' | 'unknown', number: number) =>
  `${kind === 'known' ? 'member' : 'nobody'}${number}@example.org`;

/** Accounts in plenty, all with one password, which nobody here gives. */
async function addAccounts(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into accounts (id, email, email_verified)
     select gen_random_uuid(), 'member' || n || '@example.org', true from generate_series(1, $1) n`,
    [tries * 4],
  );
  // a hash as the library makes them: scrypt, 16 bytes of salt, 64 of key
  await client.query(
    `insert into credentials (id, account_id, provider, provider_account, password)
     select gen_random_uuid(), id, 'credential', id::text, repeat('ab', 16) || ':' || repeat('cd', 64) from accounts`,
  );
  await client.query('analyze');
  await client.end();
}

interface Way {
  name: string;
  path: string;
  fields: (address: string) => Record<string, string>;
}
const ways: Way[] = [
  { name: 'a link is asked for', path: '/sign-in', fields: (address) => ({ address }) },
  { name: 'a wrong password', path: '/sign-in/password', fields: (address) => ({ address, password: 'not this one' }) },
];

/** Each from another address of the network, as limits allow only so many from one. */
async function time(url: string, { path, fields }: Way, address: string, asker: number): Promise<number> {
  const begun = performance.now();
  const response = await fetch(url + path, {
    method: 'POST',
    body: new URLSearchParams(fields(address)),
    headers: { 'x-forwarded-for': `198.51.${100 + (asker >> 8)}.${asker & 255}` },
  });
  await response.arrayBuffer();
  if (response.status !== 200 && response.status !== 422) throw new Error(`${path} answers ${response.status}`);
  return performance.now() - begun;
}

async function ask(url: string, way: Way): Promise<{ known: number[]; unknown: number[] }> {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  let asker = 0;
  for (let number = 1; number <= tries + 20; number++)
    // who comes first changes, so that nothing is learned from the order
    for (const kind of number % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const took = await time(url, way, addressOf(kind, number), asker++);
      // the first ones warm up
      if (number > 20) times[kind].push(took);
    }
  return times;
}

/** How often dealing the same times out at random puts the medians further apart. */
function byChance({ known, unknown }: { known: readonly number[]; unknown: readonly number[] }): number {
  const found = Math.abs(median(known) - median(unknown));
  const all = [...known, ...unknown];
  let further = 0;
  for (let deal = 0; deal < deals; deal++) {
    for (let at = all.length - 1; at > 0; at--) {
      const other = Math.floor(Math.random() * (at + 1));
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
    if (Math.abs(median(all.slice(0, known.length)) - median(all.slice(known.length))) >= found) further++;
  }
  return further / deals;
}

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
try {
  const place = await makePlace(postgres.url);
  const server = await serveCairn(place, 0);
  try {
    await addAccounts(place.settings.DATABASE_URL!);
    const rows: string[][] = [];
    for (const way of ways) {
      tell(`${way.name}: ${tries} known and ${tries} unknown addresses`);
      const { known, unknown } = await ask(server.url, way);
      const ms = (value: number) => `${write(value)} ms`;
      const share = byChance({ known, unknown });
      rows.push([
        way.name,
        ms(median(known)),
        ms(median(unknown)),
        ms(Math.abs(median(known) - median(unknown))),
        ms(quantile(known, 0.75) - quantile(known, 0.25)),
        `${write(share * 100)} %`,
      ]);
      if (share < 0.01) process.exitCode = 1;
    }
    const head = [
      `${tries} of each, in turn`,
      'known, median',
      'unknown, median',
      'apart',
      'middle half spans',
      'further apart by chance',
    ];
    publish('enumeration', table(head, rows));
  } finally {
    await server.stop();
    await place.remove();
  }
} catch (error) {
  tell(String(error));
  process.exitCode = 1;
} finally {
  await postgres.stop();
}
