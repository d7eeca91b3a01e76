import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Db } from 'pg-boss';
import { CairnError } from '#platform/errors/errors.ts';
import type { Log } from '#platform/logging/log.ts';
import { columnParsers } from './column-types.ts';
import type { Database, DatabaseHandle } from './database.ts';
import { createListener, type Listener } from './listener.ts';

const oldestVersion = 15;

/** A PostgreSQL server: a pool of connections for queries, and one that only listens. */
export async function openServer({ url, log }: { url: string; log: Log }): Promise<DatabaseHandle> {
  const settings: pg.ClientConfig = {
    connectionString: url,
    application_name: 'cairn',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        columnParsers[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  };
  const pool = new pg.Pool({
    ...settings,
    max: 10,
    options: '-c TimeZone=UTC',
  });
  // An idle connection that the server closed: the pool makes a new one.
  pool.on('error', (error) => log.warn({ error }, 'A database connection was lost'));
  const listener = createListener({ connect: () => new pg.Client(settings), log });
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseOldVersion(db);
  } catch (error) {
    await pool.end();
    throw error instanceof CairnError ? error : unreachable(url, error);
  }
  return {
    db,
    kind: 'server',
    listen: (channel, onPayload, onReconnect) => listener.listen(channel, onPayload, onReconnect),
    get listening() {
      return listener.connected;
    },
    bossOptions: { backend: 'postgres', db: bossDb(pool, listener) },
    connections: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async ping() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await listener.close();
      await db.destroy();
      if (!pool.ending) await pool.end();
    },
  };
}

/** pg-boss takes its connections from the same pool and hears its notifications through the same listener. */
function bossDb(pool: pg.Pool, listener: Listener): Db {
  return {
    async executeSql(text, values) {
      // A script of several statements answers with several results.
      const result = (await pool.query(text, values as unknown[])) as pg.QueryResult | pg.QueryResult[];
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows as unknown[]) : result.rows };
    },
    async listen(channel, onNotification, onReconnect) {
      const close = await listener.listen(channel, onNotification, onReconnect);
      onReconnect();
      return { close };
    },
  };
}

async function refuseOldVersion(db: Database): Promise<void> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < oldestVersion)
    throw new CairnError(
      'db.too_old',
      'conflict',
      `This database is PostgreSQL ${version}; Cairn needs PostgreSQL ${oldestVersion} or newer.`,
      { version },
    );
}

/** What to do about it, without the password that the address holds. */
function unreachable(url: string, cause: unknown): CairnError {
  const { host, pathname } = new URL(url);
  const where = host || 'the local socket';
  const code = codeOf(cause);
  const sentence =
    code === '28P01' || code === '28000'
      ? `The database at ${where} refused the user or password in DATABASE_URL.`
      : code === '3D000'
        ? `There is no database named ${pathname.slice(1)} at ${where}. Create it, or correct DATABASE_URL.`
        : `Cairn cannot reach the database at ${where} (${code ?? 'no answer'}). Check that PostgreSQL runs there and that DATABASE_URL is right.`;
  return new CairnError('db.unreachable', 'conflict', sentence, { code }, { cause });
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
