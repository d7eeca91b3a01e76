import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openEmbedded } from '#platform/db/embedded.ts';
import { afterAll, afterEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'cairn first start '));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  /** What it says until this appears, or until it ends. */
  until(words: RegExp): Promise<string>;
  ended: Promise<number | null>;
}

/** `cairn` as it is built, in a data folder whose path has spaces. */
function start(args: readonly string[], settings: Record<string, string> = {}): Started {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['dist/server/cairn.js', ...args], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: join(folder, 'data'), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve)).finally(() => (over = true));
  const until = async (words: RegExp) => {
    while (!words.test(said) && !over) await wait(50);
    return said;
  };
  return { child, until, ended };
}

const startDemo = (settings: Record<string, string>) => start(['demo'], settings);

const ready = /Cairn is ready: (http:\/\/localhost:\d+)/;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('The demonstration', { timeout: 120_000 }, () => {
  test('starts on the port it is given, shows dystonia, stops on Ctrl-C, and has lost nothing when it starts again', async () => {
    const port = await freePort();
    const first = startDemo({ PORT: String(port) });
    const [, url = ''] = ready.exec(await first.until(ready)) ?? [];
    expect(url).toBe(`http://localhost:${port}`);
    const path = '/conditions/dystonia/questions/what-is-it';
    const page = await (await fetch(url + path)).text();
    expect(page).toContain('What exactly is dystonia?');
    const found = await (await fetch(`${url}/search?q=distonia`)).text();
    expect(found).toContain('href="/conditions/dystonia"');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = startDemo({ PORT: String(port) });
    expect(await second.until(ready)).toMatch(ready);
    expect(await (await fetch(url + path)).text()).toBe(page);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  test('says in one sentence that the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { until, ended } = startDemo({ PORT: String(port) });
    const said = await until(/taken/);
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).not.toMatch(/^\s+at /m);
    expect(await ended).not.toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  test('refuses a data folder that another process uses', async () => {
    const first = startDemo({ PORT: '0' });
    expect(await first.until(ready)).toMatch(ready);
    const second = startDemo({ PORT: '0' });
    expect(await second.ended).not.toBe(0);
    const said = await second.until(/./);
    expect(said).not.toMatch(ready);
    expect(said).toMatch(/folder|another/i);
    first.child.kill('SIGINT');
    await first.ended;
  });
});

describe('What an operator types, over what the demonstration left', { timeout: 120_000 }, () => {
  async function type(...args: string[]) {
    const { until, ended } = start(args, { NODE_ENV: 'development' });
    const code = await ended;
    return { code, said: (await until(/./)).trim() };
  }

  test('the record of reviews is computed again, and one letter changed by hand is found and named', async () => {
    expect(await type('verify-reviews')).toEqual({
      code: 0,
      said: expect.stringMatching(/^The record of reviews is whole: \d+ acts and \d+ signatures computed again\.$/u),
    });
    const database = await openEmbedded({ folder: join(folder, 'data', 'database') });
    // a trigger refuses this; whoever has the database can take it away
    await sql`alter table revisions disable trigger user`.execute(database.db);
    await sql`update revisions set short = short || '.' where id in (select revision_id from review_acts limit 1)`.execute(
      database.db,
    );
    await database.close();
    const { code, said } = await type('verify-reviews');
    expect(code).toBe(1);
    expect(said).toMatch(/revision \S+, act \d+: the text in the database is not the one that was signed\./u);
  });

  test('a list of the erased is printed for a restored backup and taken again, and a file that is none is refused', async () => {
    const { code, said } = await type('erased');
    expect([code, said]).toEqual([0, '[]']);
    const file = join(folder, 'erased.json');
    writeFileSync(file, said);
    expect(await type('erase-again', file)).toEqual({ code: 0, said: '0 accounts were erased again.' });
    writeFileSync(file, '{"who":"nobody"}');
    const refused = await type('erase-again', file);
    expect(refused.code).not.toBe(0);
    expect(refused.said).toBe(`${file} is not a list that \`cairn erased\` printed.`);
  });
});
