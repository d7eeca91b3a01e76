import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { atExit } from './tidy.ts';

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Whether servers and load generators have a core each: otherwise they slow each other down. */
export const pinned: boolean = canPin;

/** Starts a program of Node's on one core (0: servers, 1: load). What it says goes to a file, as under a supervisor. */
export function startNode(
  args: string[],
  { core, env = {}, output }: { core: 0 | 1; env?: Record<string, string>; output: string },
): ChildProcess {
  const [program, before] = canPin ? ['taskset', ['-c', String(core), process.execPath]] : [process.execPath, []];
  const file = openSync(output, 'a');
  try {
    return killedAtExit(
      spawn(program, [...before, ...args], { env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', file, file] }),
    );
  } finally {
    closeSync(file);
  }
}

/** Whatever happens to this process, that one does not outlive it. */
export function killedAtExit(child: ChildProcess): ChildProcess {
  const kill = atExit(() => void (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')));
  child.once('exit', kill);
  return child;
}

/** What the shell around the bench happens to set must not change what is measured. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

/** Asks a process of ours to stop, and makes it stop after 15 seconds. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}

/** Seconds of processor time that a process has used so far; undefined where there is no /proc. */
export function cpuSeconds({ pid }: Pick<ChildProcess, 'pid'>): number | undefined {
  try {
    // The second field is a name in brackets, which may hold spaces. 100 ticks a second on every Linux that Node runs on.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Memory of a process that is in RAM now, in megabytes of 10⁶ bytes; undefined where there is no /proc. */
export function residentMegabytes({ pid }: ChildProcess): number | undefined {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return undefined;
  }
}
