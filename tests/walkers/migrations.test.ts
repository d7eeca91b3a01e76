import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrations } from '#migrations/index.ts';
import type { Database } from '#platform/db/database.ts';
import { migrateToLatest, migrationState } from '#platform/db/migrate.ts';
import { emptyDatabase } from '#support/database.ts';
import { fillTables } from '#support/fill-tables.ts';

const names = Object.keys(migrations).sort();
const upTo = (count: number) => Object.fromEntries(names.slice(0, count).map((name) => [name, migrations[name]!]));

/** Tables that a later migration takes away on purpose: what they held is made anew. */
const replaced = ['released_counts'];

/** Every column, key, check and index, as the database tells them. */
async function describeSchema(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = current_schema()
    union all
    select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = current_schema()::regnamespace
    union all
    select indexdef from pg_indexes where schemaname = current_schema()
    union all
    select format('%s %s', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}

async function countRows(db: Database, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]!.count;
  }
  return counts;
}

describe('A database that stopped at an earlier migration', async () => {
  const direct = await emptyDatabase();
  await migrateToLatest(direct.db);
  const wanted = await describeSchema(direct.db);
  await direct.close();

  test.each(names.map((name, index) => ({ name, count: index + 1 })))(
    'at $name, with data in its tables, comes to the latest and keeps every row',
    async ({ count }) => {
      const database = await emptyDatabase();
      const { db } = database;
      try {
        await migrateToLatest(db, upTo(count));
        const { rows, unfilled } = await fillTables(db);
        expect(unfilled, 'tables that a made-up row does not fit').toEqual([]);
        const before = await countRows(db, rows);
        expect(await migrateToLatest(db)).toEqual(names.slice(count));
        expect((await migrationState(db)).pending).toEqual([]);
        expect(await describeSchema(db)).toEqual(wanted);
        expect(Object.values(before)).not.toContain(0);
        const kept = rows.filter((table) => !replaced.includes(table));
        expect(await countRows(db, kept)).toEqual(
          Object.fromEntries(Object.entries(before).filter(([table]) => kept.includes(table))),
        );
      } finally {
        await database.close();
      }
    },
  );
});
