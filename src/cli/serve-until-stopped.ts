import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startCairn, type Parts, type Running } from '#app/start.ts';
import type { Config } from '#platform/config/config.ts';
import { print } from './run.ts';

/** npm passes on a Ctrl-C that the terminal has sent to us already: two so close together are one. */
const sameSignalMs = 400;

/**
 * Starts the site, says where it is, and returns when it has been stopped by a signal. A second signal ends it at once.
 * `ready` may have more to say once it answers.
 */
export async function serveUntilStopped(
  config: Config,
  parts: Parts,
  ready?: (running: Running) => Promise<void>,
): Promise<void> {
  const asked = Promise.withResolvers<void>();
  let askedAt: number | undefined;
  const ask = () => {
    if (askedAt !== undefined && performance.now() - askedAt > sameSignalMs) process.exit(1);
    askedAt ??= performance.now();
    asked.resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);

  let running: Running | undefined;
  try {
    running = await startCairn(config, { parts, assetsFolder: assetsFolder() });
    if (askedAt === undefined) print(`Cairn is ready: ${running.url}`);
    await ready?.(running);
    await asked.promise;
    print('Cairn is stopping.');
  } finally {
    await running?.close();
  }
}

/** Beside the bundle (`dist/server`), or in `dist` when run from the sources. */
function assetsFolder(): string {
  const besideBundle = join(import.meta.dirname, '../client');
  return existsSync(besideBundle) ? besideBundle : join(import.meta.dirname, '../../dist/client');
}
