import type { Kysely } from 'kysely';
import type { Db } from 'pg-boss';
import type { Log } from '#platform/logging/log.ts';

/** The database, or a transaction in it. A repository names its tables itself: `db.withTables<AnswerTables>()`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the platform knows no table
export type Database = Kysely<{}>;

export interface DatabaseHandle {
  readonly db: Database;
  readonly kind: 'embedded' | 'server';
  /**
   * Hears every NOTIFY on a channel, in the order of the commits, until the returned function is called.
   * After a lost connection `onReconnect` says that notifications may have been missed.
   */
  listen(channel: string, onPayload: (payload: string) => void, onReconnect: () => void): Promise<() => Promise<void>>;
  /** False while the connection that hears notifications is lost. */
  readonly listening: boolean;
  /** What pg-boss needs to use the same database. */
  readonly bossOptions: { db: Db; backend: 'pglite' | 'postgres' };
  /** Connections in use, free and waited for. */
  connections(): { busy: number; idle: number; waiting: number };
  /** Throws if the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL server. Without it: the embedded database. */
  url?: string | undefined;
  /** Where the embedded database lives; without it, in memory. */
  folder?: string | undefined;
  /** The dump with which an embedded database in memory begins (tests). */
  dump?: Blob | undefined;
  log: Log;
}

/**
 * Opens the database.
 * @throws CairnError with one clear sentence: `db.unreachable`, `db.too_old`, `db.folder_in_use`, `db.folder_unusable`.
 */
export async function openDatabase({ url, folder, dump, log }: DatabaseOptions): Promise<DatabaseHandle> {
  // A process needs only one of the two, and PGlite is large.
  if (url === undefined) return (await import('./embedded.ts')).openEmbedded({ folder, dump });
  return (await import('./server.ts')).openServer({ url, log });
}
