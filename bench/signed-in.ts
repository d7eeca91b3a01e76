/**
 * How long pages of members take, who are signed in, at three sizes of the atlas, in PostgreSQL.
 *   --sizes=100000,1000000,10000000   memberships over 10,000 conditions; a tenth as many experiences
 *   --write (into docs/performance.md)
 */
import { Agent } from 'node:http';
import pg from 'pg';
import { fillAtlas } from './support/atlas.ts';
import { loadBundled } from './support/bundle.ts';
import { cpuSeconds } from './support/child.ts';
import { fetchBytes } from './support/load.ts';
import { fillMembers } from './support/members-fill.ts';
import { makePlace } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import type * as Readers from './support/reader-fill.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';

const sizes = option('sizes', '100000,1000000,10000000').split(',').map(Number);
const budgetMs = 25;

/** A condition of very many people, one of few, and what belongs to the member alone. */
const pages = [
  '/me',
  '/me/conditions',
  '/me/seen',
  '/conditions/invented-10/people',
  '/conditions/invented-5009/people',
  '/conditions/invented-10/experiences',
  '/conditions/invented-5009/experiences',
];

/** One member in twenty is found by others; experiences, most of them of a few conditions, half for members only. */
async function fillPeople(url: string, experiences: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `update members set account_id = id, display_name = 'Member ' || right(id::text, 6), shows_country = true, role = 'living-with-it'
       where right(id::text, 2) in ('00', '20', '40', '60', '80')`,
    );
    await client.query(
      `update memberships set listed = true from members m where m.id = member_id and m.account_id is not null`,
    );
    await client.query(
      `insert into condition_names (condition_id, language, kind, position, name, in_sentence, folded)
       select id, 'en', 'preferred', 0, 'Invented ' || slug, 'invented ' || slug, 'invented ' || slug
       from conditions where slug like 'invented-%' on conflict do nothing`,
    );
    await client.query(
      `insert into experiences (condition_id, id, language, title, body, author_name, author_id, role, demo, published_at, audience)
       select ('00000000-0000-4000-8000-' || lpad((10 + floor(power(random(), 3) * 10000))::text, 12, '0'))::uuid,
         gen_random_uuid(), 'en', 'Day ' || n, repeat('My pen began to crawl off the line by itself. ', 10), 'Member ' || n,
         ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'living-with-it', true, now() - n * interval '1 minute',
         case n % 2 when 0 then 'everyone' else 'members' end
       from generate_series(1, $1::integer) as n`,
      [experiences],
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
try {
  const { addReader } = (await loadBundled('reader-fill')) as typeof Readers;
  const columns: { size: number; cells: Map<string, string> }[] = [];
  for (const memberships of sizes) {
    // as browsers do: one connection for many pages
    const agent = new Agent({ keepAlive: true });
    const place = await makePlace(postgres.url);
    // a bench reads more in a minute than a person may in a day
    Object.assign(place.settings, { READS_PER_ACCOUNT: '100000', READS_PER_ADDRESS: '100000' });
    try {
      await fillAtlas(place, 21);
      tell(`Filling in ${write(memberships)} memberships and ${write(memberships / 10)} experiences …`);
      await fillMembers(place.settings.DATABASE_URL!, memberships);
      await fillPeople(place.settings.DATABASE_URL!, memberships / 10);
      const server = await serveCairn(place);
      try {
        const cookie = await addReader(place, server.url, ['invented-10', 'invented-5009', 'invented-100']);
        const cells = new Map<string, string>();
        for (const path of pages) {
          const ask = async () => {
            const begun = performance.now();
            await fetchBytes(server.url + path, { cookie }, agent);
            return performance.now() - begun;
          };
          for (let n = 0; n < 60; n++) await ask();
          const before = cpuSeconds(server.child);
          const times: number[] = [];
          for (let n = 0; n < 300; n++) times.push(await ask());
          const after = cpuSeconds(server.child);
          const busy =
            before === undefined || after === undefined ? undefined : ((after - before) * 1000) / times.length;
          const p95 = quantile(times, 0.95);
          if (p95 > budgetMs) process.exitCode = 1;
          cells.set(
            path,
            `${write(quantile(times, 0.5))} / ${write(p95)} ms${busy === undefined ? '' : ` (${write(busy)})`}`,
          );
        }
        columns.push({ size: memberships, cells });
      } finally {
        agent.destroy();
        await server.stop();
      }
    } finally {
      await place.remove();
    }
  }
  publish(
    'signed-in',
    table(
      ['page', ...columns.map(({ size }) => `${write(size)} memberships`)],
      pages.map((path) => [`\`${path}\``, ...columns.map(({ cells }) => cells.get(path)!)]),
    ),
  );
} finally {
  await postgres.stop();
}
