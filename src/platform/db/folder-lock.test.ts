import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cairn lock '));
  folder = join(home, 'data', 'database');
});
afterEach(async () => {
  await chmod(home, 0o700);
  await rm(home, { recursive: true });
});

/** Another process that holds the lock until it is killed. */
async function holder(): Promise<ReturnType<typeof spawn>> {
  const program = `
    const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))});
    lockFolder(${JSON.stringify(folder)});
    // A lock must not depend on somebody mentioning it.
    globalThis.gc();
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('a second process is refused in one sentence that names the first', async () => {
  const other = await holder();
  expect(() => lockFolder(folder)).toThrow(
    `The database in ${folder} is in use by process ${other.pid}. Stop that one first, or give this one a folder of its own with DATA_DIR=….`,
  );
  other.kill('SIGKILL');
  await once(other, 'exit');
});

test('a process that is killed leaves no lock behind', async () => {
  const other = await holder();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
  lock.release();
  lock.release();
  lockFolder(folder).release();
});

test('the folder is made for its owner alone', async () => {
  lockFolder(folder).release();
  expect((await stat(join(home, 'data'))).mode & 0o777).toBe(0o700);
});

test('a folder that cannot be written to is refused in one sentence', async ({ skip }) => {
  if (process.getuid?.() === 0) skip('root may write everywhere');
  await chmod(home, 0o500);
  expect(() => lockFolder(folder)).toThrow(/^Cairn cannot write to .*DATA_DIR=/);
});
