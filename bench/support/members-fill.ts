import pg from 'pg';
import { listRegions } from '#modules/regions/index.ts';

export interface Filled {
  conditions: number;
  memberships: number;
  members: number;
}

/**
 * Conditions and people straight into the tables, with triggers off: a thousand wider conditions with nine forms each, a
 * few of which have most of the people; one member in four has a second condition.
 */
export async function fillMembers(url: string, memberships: number): Promise<Filled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const regions = listRegions()
    .filter(({ kind }) => kind === 'subdivision' || kind === 'country')
    .map(({ code }) => code);
  const members = Math.round(memberships * 0.8);
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into conditions (id, slug, kind, parent_id, summary, question_titles, axis_places, content_hash, updated_at)
       select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'invented-' || n, 'disorder',
         case when n % 10 <> 0 then ('00000000-0000-4000-8000-' || lpad((n - n % 10)::text, 12, '0'))::uuid end,
         '{}', '{}', '[]', '', now()
       from generate_series(10, 10009) as n`,
    );
    await client.query('create unlogged table bench_regions (n integer primary key, code text not null)');
    await client.query(
      'insert into bench_regions select n - 1, code from unnest($1::text[]) with ordinality as r (code, n)',
      [regions],
    );
    // the cube of a random number: a few regions and conditions are popular, most are not
    await client.query(
      `insert into members (id, demo, joined_at, region, recount, counted_region, counted_conditions)
       select ('10000000-0000-4000-8000-' || lpad(m.n::text, 12, '0'))::uuid, true, now(), r.code, false, r.code,
         array(select distinct ('00000000-0000-4000-8000-' || lpad((10 + floor(power(random(), 3) * 10000))::text, 12, '0'))::uuid
           from generate_series(1, case when m.n % 4 = 0 then 2 else 1 end) where m.n > 0)
       from (select n, floor(power(random(), 3) * $2)::integer as region from generate_series(1, $1::integer) as n) as m
       join bench_regions r on r.n = m.region`,
      [members, regions.length],
    );
    // built afterwards, from sorted rows: ten times as fast
    await client.query("set maintenance_work_mem = '1GB'");
    await client.query('alter table memberships drop constraint memberships_pkey');
    await client.query('drop index memberships_member');
    const { rowCount } = await client.query(
      `insert into memberships (condition_id, member_id, role)
       select condition, id, 'living-with-it' from members, unnest(counted_conditions) as condition
       where condition::text like '00000000-0000-4000-8000-%'`,
    );
    await client.query('alter table memberships add primary key (condition_id, member_id)');
    await client.query('create index memberships_member on memberships (member_id)');
    await client.query('vacuum analyze members, memberships, conditions');
    return { conditions: 10_000, memberships: rowCount ?? 0, members };
  } finally {
    await client.end();
  }
}

/** A month: one member in a hundred joins, one in three hundred leaves, one in a thousand moves. */
export async function letAMonthPass(url: string, members: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const joined = await client.query(
      `insert into members (id, demo, joined_at, region)
       select ('20000000-0000-4000-8000-' || lpad(m.n::text, 12, '0'))::uuid, true, now(), r.code from generate_series(1, $1::integer) as m (n)
       join bench_regions r on r.n = m.n % (select count(*) from bench_regions)`,
      [Math.round(members / 100)],
    );
    await client.query(
      `insert into memberships (condition_id, member_id, role)
       select ('00000000-0000-4000-8000-' || lpad((10 + floor(power(random(), 3) * 10000))::text, 12, '0'))::uuid, id, 'living-with-it'
       from members where recount`,
    );
    const left = await client.query(
      `delete from members where id in (select ('10000000-0000-4000-8000-' || lpad((n * 300)::text, 12, '0'))::uuid from generate_series(1, $1::integer / 300) as n)`,
      [members],
    );
    const moved = await client.query(
      `update members set region = 'ES' where id in (
         select ('10000000-0000-4000-8000-' || lpad((n * 1000 + 1)::text, 12, '0'))::uuid from generate_series(1, $1::integer / 1001) as n)`,
      [members],
    );
    return (joined.rowCount ?? 0) + (left.rowCount ?? 0) + (moved.rowCount ?? 0);
  } finally {
    await client.end();
  }
}
