import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { listTables } from '#support/find-traces.ts';
import { personalData } from './personal-data.ts';
import { isPersonal, type PersonalTable } from './register.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

interface Column {
  table: string;
  column: string;
  /** The table that it references, if it does. */
  references: string | null;
}

/** `members`, `pgboss.job`: as the register names them. */
const nameOf = (schema: string, table: string) => (schema === 'public' ? table : `${schema}.${table}`);

async function listColumns(db: Database): Promise<Column[]> {
  const { rows } = await sql<{ schema: string; table: string; column: string; references: string | null }>`
    select n.nspname as schema, c.relname as table, a.attname as column,
      (select k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
        order by k.confrelid::regclass::text in ('accounts', 'members') desc limit 1) as references
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname !~ '^(pg_|information_schema$)'`.execute(db);
  return rows.map(({ schema, table, ...rest }) => ({ table: nameOf(schema, table), ...rest }));
}

/** What a column is called when it may lead to a person. */
const leadsToSomebody =
  /(^|_)(account|member|author|actor|user|person|owner|reader|recipient|sender|email|e_mail|mail|phone|ip|ip_address|user_agent|display_name|birth_year|granted_by)(_id)?$/u;

/** Everything that the register says too little about, in sentences. */
async function findGaps(db: Database): Promise<string[]> {
  const tables = (await listTables(db)).filter(({ isPart }) => !isPart);
  const columns = await listColumns(db);
  const gaps: string[] = [];
  for (const { schema, table } of tables)
    if (!(nameOf(schema, table) in personalData)) gaps.push(`${nameOf(schema, table)} is not in the register`);
  for (const { table, column, references } of columns) {
    const entry = personalData[table];
    if (!entry) continue;
    const leads = references === 'accounts' || references === 'members' || leadsToSomebody.test(column);
    if (!isPersonal(entry)) {
      if (leads && !(column in (entry.harmless ?? {}))) gaps.push(`${table}.${column} may lead to somebody`);
      continue;
    }
    if (!('*' in entry.withheld) && !isExported(entry, column) && !(column in entry.withheld))
      gaps.push(`${table}.${column} is neither exported nor withheld for a reason`);
    // what points at somebody must be let go of, by way of that very column, or with the whole row
    const erased = entry.erased.some(({ found, does }) => found.column === column || does === 'delete');
    if (leads && !erased) gaps.push(`${table}.${column} may lead to somebody and is not erased`);
    if ((references === 'accounts' || references === 'members') && !isFollowed(entry, column))
      gaps.push(`${table}.${column} points at somebody, and no erasure follows it`);
  }
  return gaps;
}

const isExported = (entry: PersonalTable, column: string) => entry.exported.some(({ fields }) => column in fields);
const isFollowed = (entry: PersonalTable, column: string) => entry.erased.some(({ found }) => found.column === column);

test('every table and every column that may lead to somebody is in the register of personal data', async () => {
  expect(await findGaps(database.db)).toEqual([]);
});

test('the register names no table and no column that is not there', async () => {
  const columns = new Set((await listColumns(database.db)).map(({ table, column }) => `${table}.${column}`));
  const named = Object.entries(personalData).flatMap(([table, entry]) =>
    (isPersonal(entry)
      ? [
          ...Object.keys(entry.withheld).filter((column) => column !== '*'),
          ...entry.exported.flatMap(({ found, fields }) => [found.column, ...Object.keys(fields)]),
          ...entry.erased.flatMap((erasure) => [erasure.found.column, ...('sets' in erasure ? erasure.sets : [])]),
          ...(entry.ours ?? []),
        ]
      : Object.keys(entry.harmless ?? {})
    ).map((column) => `${table}.${column}`),
  );
  expect(named.filter((each) => !columns.has(each))).toEqual([]);
  const tables = new Set([...columns].map((each) => each.slice(0, each.lastIndexOf('.'))));
  expect(Object.keys(personalData).filter((table) => !tables.has(table))).toEqual([]);
});

test('no part of the export has the name of another', () => {
  const names = Object.values(personalData)
    .flatMap((entry) => (isPersonal(entry) ? entry.exported : []))
    .map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

describe('a table added later that forgets the register', () => {
  test.each([
    [
      'a table nobody registered',
      'create table diaries (id uuid primary key, words text)',
      'diaries is not in the register',
    ],
    [
      'a column that references accounts',
      'alter table packs add column brought_by uuid references accounts (id)',
      'packs.brought_by may lead to somebody',
    ],
    [
      'a column that is called like a person',
      'alter table claims add column member_id uuid',
      'claims.member_id may lead to somebody',
    ],
    [
      'an address in a table of knowledge',
      'alter table sources add column email text',
      'sources.email may lead to somebody',
    ],
    [
      'a new column of a table about people',
      'alter table members add column shoe_size smallint',
      'members.shoe_size is neither exported nor withheld for a reason',
    ],
    [
      'a second link in a table about people',
      'alter table staff_roles add column taken_by uuid references accounts (id)',
      'staff_roles.taken_by points at somebody, and no erasure follows it',
    ],
  ])('is found: %s', async (_, planted, complaint) => {
    await database.db
      .transaction()
      .execute(async (transaction) => {
        await sql.raw(planted).execute(transaction);
        expect((await findGaps(transaction)).join('\n')).toContain(complaint);
        throw new Error('undo');
      })
      .catch((error: Error) => {
        if (error.message !== 'undo') throw error;
      });
    expect(await findGaps(database.db)).toEqual([]);
  });
});
