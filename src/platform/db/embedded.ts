import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { Kysely, PGliteDialect, sql } from 'kysely';
import type { Db } from 'pg-boss';
import { columnParsers } from './column-types.ts';
import type { Database, DatabaseHandle } from './database.ts';
import { lockFolder } from './folder-lock.ts';

export interface EmbeddedOptions {
  folder?: string | undefined;
  /** What the database begins with (in memory only). */
  dump?: Blob | undefined;
}

export interface EmbeddedHandle extends DatabaseHandle {
  /** All of the database as a tar file, for `dump` of another. */
  dump(): Promise<Blob>;
}

/** PostgreSQL inside this process (PGlite), in a folder that is locked for it, or in memory. */
export async function openEmbedded({ folder, dump }: EmbeddedOptions): Promise<EmbeddedHandle> {
  const lock = folder === undefined ? undefined : lockFolder(folder);
  try {
    const pglite = await create(folder, dump);
    return handle(pglite, () => lock?.release());
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/**
 * PostgreSQL clears its shared buffers when it starts. Of the usual 128 MB a demonstration or a test uses little:
 * with 16 MB it is there half a second sooner, and takes 100 MB less.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

const open = (dataDir: string | undefined, loadDataDir?: Blob) =>
  PGlite.create({
    ...(dataDir !== undefined && { dataDir }),
    ...(loadDataDir && { loadDataDir }),
    extensions: { pg_trgm, unaccent, fuzzystrmatch },
    startParams,
    parsers: columnParsers,
  });

async function create(folder: string | undefined, dump: Blob | undefined): Promise<PGlite> {
  if (folder === undefined) return open(undefined, dump);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    // Made under another name first: whoever stops the very first start does not leave half a database behind.
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await (await open(unfinished)).close();
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  }
  return open(folder);
}

function handle(pglite: PGlite, release: () => void): EmbeddedHandle {
  // Kysely hands the one connection to one query or transaction at a time, so they cannot see each other's half-done work.
  const db: Database = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  const listen = (channel: string, onPayload: (payload: string) => void) => pglite.listen(`"${channel}"`, onPayload);
  return {
    db,
    kind: 'embedded',
    listening: true,
    async listen(channel, onPayload) {
      const stop = await listen(channel, onPayload);
      return () => stop();
    },
    bossOptions: { backend: 'pglite', db: bossDb(db, pglite, listen) },
    connections: () => ({ busy: 0, idle: 1, waiting: 0 }),
    dump: () => pglite.dumpDataDir('none'),
    async ping() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      release();
    },
  };
}

/**
 * pg-boss on the same connection. Its own adapter (`fromPglite`) takes its turns in PGlite's queue, where another query can
 * come between a failed script and its ROLLBACK; here the pair holds Kysely's turn together.
 */
function bossDb(
  db: Database,
  pglite: PGlite,
  listen: (channel: string, onPayload: (payload: string) => void) => Promise<() => Promise<void>>,
): Db {
  return {
    executeSql: (text, values) =>
      db.connection().execute(async () => {
        try {
          if (values?.length) return await pglite.query(text, values);
          const results = await pglite.exec(text);
          return { rows: results.flatMap(({ rows }) => rows) };
        } catch (error) {
          await pglite.query('rollback').catch(() => undefined);
          throw error;
        }
      }),
    async listen(channel, onNotification, onReconnect) {
      const close = await listen(channel, onNotification);
      onReconnect();
      return { close };
    },
  };
}
