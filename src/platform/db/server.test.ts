import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '#platform/logging/log.ts';
import { emptyDatabase } from '#support/database.ts';
import { openDatabase } from './database.ts';

test('a server that is not there is refused in one sentence, without the password', async () => {
  const opening = openDatabase({ url: 'postgres://cairn:hush-hush@127.0.0.1:1/cairn', log: silentLog });
  await expect(opening).rejects.toMatchObject({
    code: 'db.unreachable',
    message:
      'Cairn cannot reach the database at 127.0.0.1:1 (ECONNREFUSED). Check that PostgreSQL runs there and that DATABASE_URL is right.',
  });
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('a PostgreSQL server', () => {
  test('that has no such database is told apart from one that is not there', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL!);
    url.pathname = '/no_such_database';
    await expect(openDatabase({ url: url.href, log: silentLog })).rejects.toThrow(
      /^There is no database named no_such_database at /,
    );
  });

  test('may cut the connection that listens: it comes back, and says that something may have been missed', async () => {
    const database = await emptyDatabase();
    onTestFinished(() => database.close());
    const heard: string[] = [];
    let reconnected = 0;
    await database.listen(
      'cut_channel',
      (payload) => heard.push(payload),
      () => reconnected++,
    );
    const notify = (payload: string) => sql`select pg_notify('cut_channel', ${payload})`.execute(database.db);
    await notify('before');
    await expect.poll(() => heard).toEqual(['before']);

    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`.execute(
      database.db,
    );
    await expect.poll(() => database.listening).toBe(false);
    await expect.poll(() => reconnected, { timeout: 3000 }).toBe(1);
    expect(database.listening).toBe(true);
    await notify('after');
    await expect.poll(() => heard).toEqual(['before', 'after']);
  });

  test('may cut a connection that is free: the next query gets another', async () => {
    const database = await emptyDatabase();
    onTestFinished(() => database.close());
    await database.ping();
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
    const other = await openDatabase({ url: process.env.TEST_DATABASE_URL!, log: silentLog });
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(other.db);
    await other.close();
    await expect.poll(() => database.connections().idle).toBe(0);
    await database.ping();
  });
});
