import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { migrations as ours } from '#migrations/index.ts';
import { CairnError } from '#platform/errors/errors.ts';
import type { Database } from './database.ts';

type Migrations = Record<string, Migration>;

export interface MigrationState {
  applied: string[];
  /** Known to this code, and not yet run. */
  pending: string[];
  /** Run by a newer Cairn, and not known to this code. */
  unknown: string[];
}

/** Which migrations have run. Changes nothing, so it also works on an empty or a read-only database. */
export async function migrationState(db: Database, migrations: Migrations = ours): Promise<MigrationState> {
  const known = Object.keys(migrations).sort();
  const { rows: found } = await sql<{
    present: boolean;
  }>`select to_regclass('kysely_migration') is not null as present`.execute(db);
  const { rows } = found[0]?.present
    ? await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    : { rows: [] };
  const applied = rows.map(({ name }) => name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

/**
 * Runs what has not run yet, all of it or nothing, and names what it ran. There is no way down: a released migration is
 * followed by a better one. Processes that start together take turns (Kysely holds an advisory lock).
 * @throws CairnError `db.newer_than_code`, before anything is changed.
 */
export async function migrateToLatest(db: Database, migrations: Migrations = ours): Promise<string[]> {
  const { pending, unknown } = await migrationState(db, migrations);
  if (unknown.length > 0) throw newerThanCode(unknown);
  // Kysely looks at every table there is before it finds that there is nothing to do: a second of a demo's start.
  if (pending.length === 0) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName;
    const sentence = failed
      ? `The migration ${failed} failed; nothing was changed.`
      : 'The database could not be migrated.';
    throw new CairnError(
      'db.migration_failed',
      'conflict',
      `${sentence} ${error instanceof Error ? error.message : ''}`.trim(),
      { failed },
      { cause: error },
    );
  }
  return results.map(({ migrationName }) => migrationName);
}

const newerThanCode = (unknown: string[]) =>
  new CairnError(
    'db.newer_than_code',
    'conflict',
    `The database is newer than this version of Cairn: it has ${unknown.join(', ')}. Start the version of Cairn that you ran last, or a newer one.`,
    { unknown },
  );
