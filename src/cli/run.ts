import { CommanderError } from 'commander';
import { ConfigError, debugging } from '#platform/config/config.ts';
import { CairnError } from '#platform/errors/errors.ts';

// A reader that has seen enough (`cairn config | head`) closes the pipe: the command goes on without it.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** What commands say goes to standard output, what went wrong to standard error. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const printError = (text: string): void => void process.stderr.write(`${text}\n`);

/** Runs the command line and returns the exit code: an error is one sentence; LOG_LEVEL=debug shows where it came from. */
export async function run(command: () => Promise<unknown>): Promise<number> {
  try {
    await command();
    return 0;
  } catch (error) {
    // Commander has said what is wrong already.
    if (error instanceof CommanderError) return error.exitCode;
    printError(describe(error));
    return 1;
  }
}

function describe(error: unknown): string {
  if (debugging() && error instanceof Error) return error.stack ?? error.message;
  if (error instanceof CairnError || error instanceof ConfigError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `Cairn stopped: ${message}${/[.!?]$/.test(message) ? '' : '.'} (LOG_LEVEL=debug shows more.)`;
}
