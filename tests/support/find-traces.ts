import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** Every table of every schema that is not PostgreSQL's own, parts of partitioned tables included. */
export async function listTables(db: Database): Promise<{ schema: string; table: string; isPart: boolean }[]> {
  const { rows } = await sql<{ schema: string; table: string; isPart: boolean }>`
    select n.nspname as schema, c.relname as table, c.relispartition as "isPart"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^(pg_|information_schema$)'
    order by 1, 2`.execute(db);
  return rows;
}

/**
 * Looks for texts in the whole database: in every row of every table, whatever the types of its columns (a row written as
 * text holds texts, JSON, arrays, uuids and, as hexadecimal digits, bytes). Says where, as `public.mails: ana@example.org`.
 */
export async function findTraces(db: Database, traces: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const forms = traces.flatMap((trace) => [
    { trace, form: trace.toLowerCase() },
    { trace: `${trace} as bytes`, form: Buffer.from(trace).toString('hex') },
    ...(/^[\da-f-]{36}$/u.test(trace)
      ? [{ trace: `${trace} without hyphens`, form: trace.toLowerCase().replaceAll('-', '') }]
      : []),
  ]);
  for (const { schema, table } of await listTables(db)) {
    const { rows } = await sql<{ trace: string }>`
      select distinct f.trace from ${sql.table(`${schema}.${table}`)} as t
      join jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as f (trace text, form text)
        on strpos(lower(t::text), f.form) > 0`.execute(db);
    for (const { trace } of rows) found.push(`${schema}.${table}: ${trace}`);
  }
  return found;
}
