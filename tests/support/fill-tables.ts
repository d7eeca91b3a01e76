import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

interface Column {
  name: string;
  type: string;
  /** What a check allows: `role in ('living-with-it', …)`. */
  allowed: string | null;
  /** A row cannot do without it. */
  required: boolean;
}

/**
 * Puts one made-up row into every table of a database, whatever the tables are, so that a migration meets data.
 * References are not followed (the row stands for an old one, whose neighbours do not matter here).
 */
export async function fillTables(db: Database): Promise<{ rows: string[]; unfilled: string[] }> {
  const rows: string[] = [];
  const unfilled: string[] = [];
  for (const table of await tablesOf(db)) {
    const columns = await columnsOf(db, table);
    try {
      // a value of every column, or, where a check wants more than made-up values, of those that must have one
      await insertRow(db, table, columns).catch(() =>
        insertRow(
          db,
          table,
          columns.filter(({ required }) => required),
        ),
      );
      rows.push(table);
    } catch (error) {
      unfilled.push(`${table}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { rows, unfilled };
}

async function insertRow(db: Database, table: string, columns: readonly Column[]): Promise<void> {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(columns.map((column) => sql.raw(madeUp(column))));
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    try {
      await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(one);
    } finally {
      await sql`set session_replication_role = default`.execute(one);
    }
  });
}

async function tablesOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'kysely%'
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

async function columnsOf(db: Database, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef as required,
      (select min(pg_get_constraintdef(c.oid)) from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as allowed
    from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    order by a.attnum`.execute(db);
  return rows;
}

/** A value of the column's type, as SQL: the first that its check names, if it names any. */
function madeUp({ type, allowed }: Column): string {
  const named = allowed && /'([^']*)'::/.exec(allowed)?.[1];
  if (named) return `'${named}'`;
  if (type.endsWith('[]')) return `'{}'`;
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return '10';
  if (/^(timestamp|date)/.test(type)) return `now()`;
  if (type.startsWith('json')) return `'{"en": "x"}'`;
  if (type === 'boolean') return 'true';
  if (type.startsWith('bit(')) return `0::${type}`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'bytea') return `'\\x00'`;
  if (type === 'tsvector') return `''::tsvector`;
  return `'x'`;
}
