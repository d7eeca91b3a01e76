/**
 * How soon the demonstration is ready when it is started again: `npm run demo` as people type it, and its program alone.
 *   --starts=9   --write (into docs/performance.md)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/stale.mjs';
import { median, option, publish, table, tell, write } from './support/report.ts';
import { freePort } from './support/servers.ts';

const starts = Number(option('starts', '9'));
const budgetMs = 2000;
const commands: Record<string, string[]> = {
  '`npm run demo`': ['npm', 'run', 'demo'],
  'the program alone': [
    process.execPath,
    '--max-semi-space-size=8',
    '--max-old-space-size=384',
    'dist/server/cairn.js',
    'demo',
  ],
};

/** Milliseconds until it says that it is ready; it is stopped, and has ended, when this returns. */
async function start([program = '', ...args]: string[], folder: string): Promise<number> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: folder, PORT: String(await freePort()) };
  const begun = performance.now();
  // in a group of its own, so that npm and what it starts hear the same Ctrl-C
  const child = spawn(program, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const ready = new Promise<number>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Cairn is ready')) resolve(performance.now() - begun);
      });
    void closed.then(() => reject(new Error(`It ended before it was ready:\n${said.slice(-2000)}`)));
  });
  try {
    return await ready;
  } finally {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGINT');
    await closed;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-demo-'));
try {
  const first = await start(commands['the program alone']!, folder);
  tell(`first start, with an empty folder: ${write(first)} ms`);
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let n = 0; n < starts; n++)
    for (const [name, command] of Object.entries(commands)) times.get(name)!.push(await start(command, folder));
  const rows = [...times].map(([name, ms]) => [
    name,
    ...[median(ms), Math.min(...ms), Math.max(...ms)].map((each) => `${write(each)} ms`),
    `${ms.filter((each) => each > budgetMs).length}`,
  ]);
  publish(
    'demo-start',
    table([`${starts} starts each, in turn`, 'median', 'shortest', 'longest', `over ${budgetMs} ms`], rows),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
