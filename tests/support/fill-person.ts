import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** Somebody to be erased without a trace. */
export interface Somebody {
  accountId: string;
  memberId: string;
  email: string;
  /** In every text that they could have written. */
  marker: string;
  limitKey: string;
  readerKey: string;
  conditionId: string;
  /** An account of somebody else, for links that cannot be empty. */
  bystanderId: string;
}

/** What of the register this needs to know. */
export interface Filled {
  found: readonly { column: string; holds: string }[];
  /** Columns whose text is the atlas's own. */
  ours: readonly string[];
  /** The one column by which this row is to be found; others that can be empty are, or lead to somebody else. */
  only?: string;
}

interface Column {
  name: string;
  type: string;
  required: boolean;
  /** A check of the column, `CHECK (role in ('steward', …))`. */
  check: string | null;
  references: string | null;
  partOf: boolean;
}

/**
 * Puts a row about somebody into a table, whatever the table is: their ids where the register says that they are found, and
 * the marker in every other column that takes it. Keys are checked, as always. Throws if no row fits.
 */
export async function fillAbout(db: Database, table: string, person: Somebody, filled: Filled): Promise<void> {
  const columns = await columnsOf(db, table);
  const values = columns.map((column) => ({ column: column.name, value: valueOf(table, column, person, filled) }));
  const given = values.filter((each) => each.value !== undefined);
  await sql`
    insert into ${sql.table(table)} (${sql.join(given.map(({ column }) => sql.ref(column)))})
    values (${sql.join(given.map(({ value }) => value))})`.execute(db);
}

async function columnsOf(db: Database, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      (select min(pg_get_constraintdef(c.oid)) from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as check,
      (select min(c.confrelid::regclass::text) from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'f' and a.attnum = any (c.conkey)) as references,
      c.relkind = 'p' as "partOf"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    order by a.attnum`.execute(db);
  return rows;
}

function valueOf(table: string, column: Column, person: Somebody, { found, ours, only }: Filled) {
  const { name, type, check, references } = column;
  const { accountId, memberId, email, marker } = person;
  // says where it stands, so that a test can tell which columns came along
  const words = `${marker}:${table}.${name} ${accountId} ${memberId} ${email}`;
  if (table === 'accounts' && name === 'id') return sql`${accountId}::uuid`;
  if (table === 'members' && name === 'id') return sql`${memberId}::uuid`;
  const way = found.find((each) => each.column === name);
  if (way)
    return only === undefined || only === name ? theirs(way.holds, column, person) : elses(way.holds, column, person);
  if (table === 'accounts' && name === 'email') return sql`${email}`;
  if (references === 'conditions') return sql`${person.conditionId}::uuid`;
  // a reply stands under something: under what they wrote themselves
  if (references === 'experiences')
    return sql`(select id from experiences where author_id = ${memberId}::uuid limit 1)`;
  if (references === 'review_comments')
    return sql`(select id from review_comments where account_id = ${accountId}::uuid limit 1)`;
  if (references !== null) return undefined;
  if (ours.includes(name) && name === 'slug') return sql`'acted-' || left(gen_random_uuid()::text, 8)`;
  if (ours.includes(name)) return type.startsWith('json') ? sql`'{}'::jsonb` : sql`'acted'`;
  if (table.startsWith('pgboss.')) return machinery(name);
  const named = check && /'([^']*)'::/.exec(check)?.[1];
  if (named?.startsWith('^')) return sql`'ES-MD'`;
  if (named) return sql`${named}`;
  if (check?.includes('IS NULL')) return undefined;
  if (type.startsWith('json')) return sql`${JSON.stringify({ words })}::jsonb`;
  if (type.endsWith('[]')) return sql`'{}'`;
  if (type === 'text') return sql`${words}`;
  if (type === 'uuid') return sql`gen_random_uuid()`;
  if (type === 'boolean') return sql`false`;
  if (type === 'smallint') return sql`1990::smallint`;
  if (/^(integer|bigint)/.test(type)) return sql`1`;
  if (/^bit/.test(type)) return sql`repeat('0', 8192)::bit(8192)`;
  if (/^date/.test(type)) return sql`current_date`;
  if (/^timestamp/.test(type)) return sql`now()`;
  throw new Error(`No value is known for ${table}.${name}, ${type}`);
}

/** Leads to them. */
function theirs(holds: string, { name, type }: Column, person: Somebody) {
  switch (holds) {
    case 'account':
      return sql`${person.accountId}::uuid`;
    case 'member':
      return sql`${person.memberId}::uuid`;
    case 'email':
      return sql`${person.email}`;
    case 'the key of a limit':
      return sql`${person.limitKey}`;
    case 'today’s key of a reader':
      return sql`${person.readerKey}`;
    case 'a text that names them': {
      const words = `${person.marker} ${person.accountId} ${person.memberId} (${person.email})`;
      return type.startsWith('json') ? sql`${JSON.stringify({ words })}::jsonb` : sql`${words}`;
    }
    default:
      throw new Error(`Nobody can be found by ${name}: ${holds}`);
  }
}

/** Leads to nobody, or where it must lead somewhere, to somebody else. */
function elses(holds: string, { required, type }: Column, { bystanderId }: Somebody) {
  if (!required) return undefined;
  if (holds === 'account') return sql`${bystanderId}::uuid`;
  return type.startsWith('json') ? sql`'{}'::jsonb` : sql`'bystander@example.org'`;
}

/** pg-boss fills in the rest by itself. */
const machinery = (name: string) =>
  ({ name: sql`'mail.send'`, type: sql`'slow'`, message: sql`'slow'`, id: sql`gen_random_uuid()` })[name];
