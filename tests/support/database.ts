import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type DatabaseHandle } from '#platform/db/database.ts';
import { openEmbedded } from '#platform/db/embedded.ts';
import { migrateToLatest } from '#platform/db/migrate.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { silentLog } from '#platform/logging/log.ts';

const root = join(import.meta.dirname, '../..');
const log = silentLog;

/**
 * A fresh, migrated database: embedded and in memory, or on the server of TEST_DATABASE_URL. Close it when done.
 * All are copies of one that was migrated once.
 */
export function testDatabase(): Promise<DatabaseHandle> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? copyOnServer(url) : copyInMemory();
}

/** An empty database, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<DatabaseHandle> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? createOnServer(url) : inMemory('empty', async () => undefined);
}

async function prepare(database: DatabaseHandle): Promise<void> {
  await migrateToLatest(database.db);
  const jobs = createJobs({ database, log });
  await jobs.start({ work: false });
  await jobs.stop();
}

/** Different whenever the libraries that make tables are, and for a migrated database whenever the migrations are. */
async function fingerprintOf(state: 'empty' | 'migrated'): Promise<string> {
  const hash = createHash('sha256');
  for (const library of ['pg-boss', '@electric-sql/pglite', 'kysely'])
    hash.update(await readFile(join(root, 'node_modules', library, 'package.json')));
  const names = (await readdir(join(root, 'migrations'))).filter((name) => name.endsWith('.ts')).sort();
  if (state === 'migrated')
    for (const name of names) hash.update(name).update(await readFile(join(root, 'migrations', name)));
  return hash.digest('hex').slice(0, 16);
}

const copyInMemory = () => inMemory('migrated', prepare);

async function inMemory(
  state: 'empty' | 'migrated',
  make: (database: DatabaseHandle) => Promise<void>,
): Promise<DatabaseHandle> {
  return openDatabase({ dump: await (dumps[state] ??= dump(state, make)), log });
}

const dumps: Partial<Record<string, Promise<Blob>>> = {};

/** Reads the dump that an earlier run made, or makes it. Files without compression load twice as fast. */
async function dump(state: 'empty' | 'migrated', make: (database: DatabaseHandle) => Promise<void>): Promise<Blob> {
  const folder = join(root, 'node_modules/.cache/cairn');
  const file = join(folder, `${state}-${await fingerprintOf(state)}.tar`);
  const found = await readFile(file).catch(() => undefined);
  if (found) return new Blob([found]);
  const database = await openEmbedded({});
  await make(database);
  const made = await database.dump();
  await database.close();
  await mkdir(folder, { recursive: true });
  await removeOthers(folder, state);
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, new Uint8Array(await made.arrayBuffer()));
  await rename(unfinished, file);
  return made;
}

/** 40 MB each: only that of today's migrations stays. */
async function removeOthers(folder: string, state: 'empty' | 'migrated') {
  const current = `${state}-${await fingerprintOf(state)}`;
  for (const name of await readdir(folder))
    if (name.startsWith(`${state}-`) && !name.startsWith(current)) await rm(join(folder, name), { force: true });
}

const copyOnServer = async (url: string) => createOnServer(url, await template(url));

async function createOnServer(url: string, from = 'template0'): Promise<DatabaseHandle> {
  const name = `cairn_test_${randomUUID().slice(0, 8)}`;
  await onServer(url, (server) => server.query(`create database ${name} template ${from}`));
  const database = await openDatabase({ url: addressOf(url, name), log });
  return {
    ...database,
    get listening() {
      return database.listening;
    },
    async close() {
      await database.close();
      await onServer(url, (server) => server.query(`drop database if exists ${name} with (force)`));
    },
  };
}

const template = once(async (url: string) => {
  const name = `cairn_template_${await fingerprintOf('migrated')}`;
  await onServer(url, async (server) => {
    await server.query(`select pg_advisory_lock(hashtext('cairn test template'))`);
    const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await server.query(`drop database if exists ${name}_new with (force)`);
    await server.query(`create database ${name}_new template template0`);
    const database = await openDatabase({ url: addressOf(url, `${name}_new`), log });
    await prepare(database);
    await database.close();
    await server.query(`alter database ${name}_new rename to ${name}`);
  });
  return name;
});

async function onServer(url: string, work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function once<Args extends unknown[], T>(make: (...args: Args) => Promise<T>): (...args: Args) => Promise<T> {
  let made: Promise<T> | undefined;
  return (...args) => (made ??= make(...args));
}
