import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Does the work while no other process of this machine does: the others wait, then have their turn.
 * The lock is a file with the process's id; that of a process that no longer runs is removed.
 */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!take(lock))
    if (isHeld(lock)) await wait(100);
    else rmSync(lock, { force: true });
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // Between its creation and its first byte a lock is empty: it is somebody's, unless it stays so.
    return holder ? isRunning(holder) : Date.now() - statSync(lock).mtimeMs < 5000;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
