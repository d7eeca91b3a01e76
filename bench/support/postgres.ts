import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killedAtExit, stop } from './child.ts';
import { freePort } from './servers.ts';
import { atExit } from './tidy.ts';

export interface PostgresServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * The server of BENCH_DATABASE_URL, or one started for this run from `pg_config --bindir`, with its settings as they come,
 * in a temporary folder. Undefined if this machine has none.
 */
export async function findPostgres(): Promise<PostgresServer | undefined> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const programs = output('pg_config', ['--bindir']);
  return programs === undefined ? undefined : startPostgres(programs);
}

async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-postgres-'));
  const removeFolder = atExit(() => rmSync(folder, { recursive: true, force: true }));
  const user = otherUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  try {
    const data = join(folder, 'data');
    const settings = ['--username=cairn', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
    execFileSync(join(programs, 'initdb'), ['--pgdata', data, ...settings], options);
    const port = await freePort();
    const args = ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', folder];
    const server = killedAtExit(spawn(join(programs, 'postgres'), args, options));
    const url = `postgres://cairn@127.0.0.1:${port}/postgres`;
    const end = async () => {
      // "Fast": whoever is still connected is cut off.
      await stop(server, 'SIGINT');
      removeFolder();
    };
    for (
      let attempt = 0;
      output(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', `${port}`]) === undefined;
      attempt++
    ) {
      if (attempt > 200 || server.exitCode !== null) {
        await end();
        throw new Error('PostgreSQL did not start.');
      }
      await wait(50);
    }
    return { url, stop: end };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/** PostgreSQL refuses to run as root. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [output('id', ['-u', name]), output('id', ['-g', name])];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function output(program: string, args: string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
