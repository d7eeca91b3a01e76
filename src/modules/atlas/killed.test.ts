import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '#platform/clock/clock.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { migrateToLatest } from '#platform/db/migrate.ts';
import { silentLog } from '#platform/logging/log.ts';
import { createAtlasRepository } from './atlas.repository.ts';
import { makeRelease, recountPeople } from './atlas.usecases.ts';

const home = mkdtempSync(join(tmpdir(), 'cairn killed '));
const folder = join(home, 'database');
const open = () => openDatabase({ folder, log: silentLog });
afterAll(() => rmSync(home, { recursive: true }));

const join40 = (db: Database) =>
  sql`
    with people as (
      insert into members (id, demo, joined_at) select gen_random_uuid(), true, now() from generate_series(1, 40) returning id)
    insert into memberships (condition_id, member_id, role)
    select conditions.id, people.id, 'living-with-it' from people, conditions`.execute(db);

test(
  'a process that is killed in the middle of a release leaves the one before it whole, and the next one counts right',
  { timeout: 120_000 },
  async () => {
    const before = await open();
    await migrateToLatest(before.db);
    await sql`
      insert into conditions (id, slug, kind, summary, question_titles, axis_places, content_hash, updated_at)
      values (gen_random_uuid(), 'stillness', 'disorder', '{}', '{}', '[]', '', now())`.execute(before.db);
    await join40(before.db);
    await makeRelease({ database: before.db, clock: systemClock, afterwards: async () => {} });
    await join40(before.db);
    await before.close();

    const { signal } = spawnSync(process.execPath, [join(import.meta.dirname, 'killed.fixtures.ts'), folder]);
    expect(signal).toBe('SIGKILL');

    const after = await open();
    const atlas = createAtlasRepository(after.db);
    expect((await atlas.findRelease('all'))!.counts).toEqual(new Map([['001', 40]]));
    expect(await atlas.listReleases(5)).toHaveLength(1);
    await makeRelease({ database: after.db, clock: systemClock, afterwards: async () => {} });
    expect((await atlas.findRelease('all'))!.counts).toEqual(new Map([['001', 80]]));
    expect(await recountPeople({ database: after.db })).toBe(0);
    await after.close();
  },
);
