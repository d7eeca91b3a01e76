import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from './embedded.ts';

test(
  'what was written is there after a restart, in a folder with spaces, and half a first start does no harm',
  { timeout: 60_000 },
  async () => {
    const home = await mkdtemp(join(tmpdir(), 'cairn embedded '));
    onTestFinished(() => rm(home, { recursive: true }));
    const folder = join(home, 'my data', 'database');
    // What the very first start leaves behind when it is killed while it makes the database.
    await mkdir(`${folder}.unfinished`, { recursive: true });
    await writeFile(join(`${folder}.unfinished`, 'PG_VERSION'), '');

    const first = await openEmbedded({ folder });
    expect(existsSync(`${folder}.unfinished`)).toBe(false);
    await sql`create table notes (text text)`.execute(first.db);
    await sql`insert into notes values ('kept')`.execute(first.db);
    await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'db.folder_in_use' });
    await first.close();

    const second = await openEmbedded({ folder });
    const { rows } = await sql`select text from notes`.execute(second.db);
    expect(rows).toEqual([{ text: 'kept' }]);
    await second.close();
  },
);
