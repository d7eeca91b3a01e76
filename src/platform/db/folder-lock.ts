import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CairnError } from '#platform/errors/errors.ts';

export interface FolderLock {
  release(): void;
}

/** Keeps locks from the garbage collector, which would let go of one that its owner no longer mentions. */
const held = new Set<DatabaseSync>();

/**
 * Takes a folder for this process alone, or throws `db.folder_in_use`.
 *
 * The lock is one that the operating system holds (an exclusive SQLite transaction on an empty file beside the folder):
 * it disappears with the process however that ends, so nobody ever has to delete a stale lock file.
 * The process id beside it only serves the message.
 */
export function lockFolder(folder: string): FolderLock {
  const lockFile = `${folder}.lock`;
  const pidFile = `${folder}.pid`;
  const holder = open(lockFile, folder);
  try {
    holder.exec('begin exclusive');
  } catch (error) {
    holder.close();
    if (!/locked/.test(String(error))) throw unusable(folder, error);
    const pid = readPid(pidFile);
    const who = pid ? `process ${pid}` : 'another process';
    throw new CairnError(
      'db.folder_in_use',
      'conflict',
      `The database in ${folder} is in use by ${who}. Stop that one first, or give this one a folder of its own with DATA_DIR=….`,
      { folder, pid },
    );
  }
  held.add(holder);
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      if (!holder.isOpen) return;
      rmSync(pidFile, { force: true });
      holder.close();
      held.delete(holder);
    },
  };
}

function open(lockFile: string, folder: string): DatabaseSync {
  try {
    // What people trust an atlas with is nobody else's to read on a shared machine.
    mkdirSync(dirname(lockFile), { recursive: true, mode: 0o700 });
    return new DatabaseSync(lockFile, { timeout: 0 });
  } catch (error) {
    throw unusable(folder, error);
  }
}

const unusable = (folder: string, cause: unknown) =>
  new CairnError(
    'db.folder_unusable',
    'conflict',
    `Cairn cannot write to ${dirname(folder)}. Make it a folder that you own, or name another with DATA_DIR=….`,
    { folder },
    { cause },
  );

function readPid(pidFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
