/**
 * How long pages of experiences take when they are made anew, where one condition has them all, at three sizes, in
 * PostgreSQL: the newest, deep pages, every order, one with replies.
 *   --sizes=10000,100000,1000000   --write (into docs/performance.md)
 */
import pg from 'pg';
import { fillAtlas } from './support/atlas.ts';
import { cpuSeconds } from './support/child.ts';
import { fetchBytes } from './support/load.ts';
import { makePlace } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, quantile, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';

const sizes = option('sizes', '10000,100000,1000000').split(',').map(Number);
const budgetMs = 25;

/** Whoever sends a cookie may be signed in: the page is made for this request. */
const anew = { cookie: 'a=reader' };

interface Filled {
  /** In the middle of all, and at their end. */
  middle: string;
  last: string;
  /** With fifty replies. */
  answered: string;
}

/**
 * All of one condition. A tenth is for members, a tenth is hidden, a tenth withdrawn; authors are members who agreed to
 * publishing, one in a hundred of whom took that back, and one in a thousand is leaving.
 */
async function fillExperiences(url: string, count: number): Promise<Filled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const row = async (statement: string) => (await client.query<{ id: string }>(statement)).rows[0]!.id;
  try {
    await client.query('set session_replication_role = replica');
    await client.query('delete from experiences');
    const authors = Math.ceil(count / 5);
    await client.query(
      `insert into members (id, account_id, demo, joined_at, display_name, leaving_on)
       select ('20000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ('20000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
         true, now(), 'Member ' || n, case when n % 1000 = 0 then now() end from generate_series(1, $1::integer) n`,
      [authors],
    );
    await client.query(
      `insert into consents (id, account_id, kind, version, language, wording, agreed_at, withdrawn_at)
       select gen_random_uuid(), account_id, 'publishing', '1', 'en', 'I agree.', now() - interval '1 day',
         case when right(id::text, 2) = '00' then now() end
       from members where id::text like '20000000-%'`,
    );
    await client.query(
      `insert into experiences (condition_id, id, question_id, language, title, body, author_name, author_id, role, demo, published_at,
         audience, state, standing, years_since, helpful)
       select (select id from conditions where slug = 'dystonia'), gen_random_uuid(), case when n % 10 = 0 then 'what-is-it' end,
         'en', 'Day ' || n, repeat('My pen began to crawl off the line by itself. ', 10), 'Member ' || n,
         ('20000000-0000-4000-8000-' || lpad((1 + n % $2::integer)::text, 12, '0'))::uuid,
         case when n % 50 = 0 then 'family' else 'living-with-it' end, true, now() - n * interval '1 minute',
         case when n % 10 = 1 then 'members' else 'everyone' end, case when n % 10 = 2 then 'withdrawn' else 'published' end,
         case when n % 10 = 3 then 'hidden' else 'shown' end,
         (array['no-diagnosis', 'under-1', '1-to-5', '5-to-10', 'over-10'])[1 + n % 5], floor(power(random(), 4) * 200)::integer
       from generate_series(1, $1::integer) as n`,
      [count, authors],
    );
    const shown = `from experiences where state = 'published' and standing = 'shown' and audience = 'everyone'`;
    const [middle, last] = [
      await row(
        `select id ${shown} and published_at < now() - ${Math.floor(count / 2)} * interval '1 minute' order by published_at desc limit 1`,
      ),
      await row(`select id ${shown} order by published_at limit 1 offset 25`),
    ];
    await client.query(
      `insert into experience_replies (condition_id, id, experience_id, author_id, author_name, language, body, published_at)
       select e.condition_id, gen_random_uuid(), e.id, ('20000000-0000-4000-8000-' || lpad((1 + n)::text, 12, '0'))::uuid,
         'Member ' || n, 'en', 'I know this. It passed, and it came again.', now()
       from experiences e, generate_series(1, 50) n where e.id = $1`,
      [middle],
    );
    await client.query('vacuum analyze');
    return { middle, last, answered: middle };
  } finally {
    await client.end();
  }
}

const list = '/conditions/dystonia/experiences';
const pagesOf = ({ middle, last, answered }: Filled): Record<string, string> => ({
  'the newest': list,
  'from the middle on': `${list}?after=${middle}`,
  'the last page': `${list}?after=${last}`,
  'the most helpful': `${list}?order=helpful`,
  'the most helpful, from the middle on': `${list}?order=helpful&after=${middle}`,
  'by people like somebody': `${list}?order=alike&role=family&years=no-diagnosis`,
  'by people like somebody who is not there': `${list}?order=alike&role=clinician`,
  'of one question': `${list}?question=what-is-it`,
  'one, with fifty replies': `${list}/${answered}`,
});

const postgres = await findPostgres();
if (!postgres)
  throw new Error('This needs PostgreSQL: set BENCH_DATABASE_URL, or install it so that pg_config is found.');
try {
  const columns: { size: number; cells: string[] }[] = [];
  let names: string[] = [];
  for (const size of sizes) {
    const place = await makePlace(postgres.url);
    try {
      await fillAtlas(place, 21);
      tell(`Filling in ${write(size)} experiences …`);
      const filled = await fillExperiences(place.settings.DATABASE_URL!, size);
      const server = await serveCairn(place, 0);
      try {
        const cells: string[] = [];
        const pages = pagesOf(filled);
        names = Object.keys(pages);
        for (const path of Object.values(pages)) {
          const ask = async () => {
            const begun = performance.now();
            await fetchBytes(server.url + path, anew);
            return performance.now() - begun;
          };
          for (let n = 0; n < 60; n++) await ask();
          const before = cpuSeconds(server.child);
          const times: number[] = [];
          for (let n = 0; n < 200; n++) times.push(await ask());
          const after = cpuSeconds(server.child);
          const busy =
            before === undefined || after === undefined ? undefined : ((after - before) * 1000) / times.length;
          const p95 = quantile(times, 0.95);
          if (p95 > budgetMs) process.exitCode = 1;
          cells.push(
            `${write(quantile(times, 0.5))} / ${write(p95)} ms${busy === undefined ? '' : ` (${write(busy)})`}`,
          );
        }
        columns.push({ size, cells });
      } finally {
        await server.stop();
      }
    } finally {
      await place.remove();
    }
  }
  publish(
    'experiences',
    table(
      ['page, made anew: p50 / p95 (processor time)', ...columns.map(({ size }) => `${write(size)} experiences`)],
      names.map((name, nth) => [name, ...columns.map(({ cells }) => cells[nth]!)]),
    ),
  );
} finally {
  await postgres.stop();
}
