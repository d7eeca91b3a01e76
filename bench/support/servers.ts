import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../scripts/stale.mjs';
import { startNode, stop } from './child.ts';
import type { Place } from './places.ts';

export interface Server {
  url: string;
  child: ChildProcess;
  /** From the start of the process to its first answer that it is ready, in milliseconds. */
  startMs: number;
  stop(): Promise<void>;
}

/** `npm start` without npm: `cairn serve` as it is built, with its settings as they come, in a process of its own. */
export async function serveCairn(place: Place, core: 0 | 1 = 0): Promise<Server> {
  const port = await freePort();
  const env = { ...place.settings, PORT: String(port) };
  return start(
    `http://127.0.0.1:${port}`,
    '/readyz',
    ['--max-semi-space-size=8', '--max-old-space-size=384', join(root, 'dist/server/cairn.js'), 'serve'],
    {
      core,
      env,
      place,
    },
  );
}

/** A bare `node:http` server of the bytes and headers in a file (`bare-server.ts`). */
export async function serveBare(place: Place, answer: string): Promise<Server> {
  const port = await freePort();
  const args = [join(import.meta.dirname, 'bare-server.ts'), answer, String(port)];
  return start(`http://127.0.0.1:${port}`, '/', args, { core: 0, env: {}, place });
}

async function start(
  url: string,
  readyPath: string,
  args: string[],
  { core, env, place }: { core: 0 | 1; env: Record<string, string>; place: Place },
): Promise<Server> {
  const output = join(place.folder, 'server.log');
  const begun = performance.now();
  const child = startNode(args, { core, env, output });
  while (!(await answers(`${url}${readyPath}`))) {
    if (child.exitCode !== null || performance.now() - begun > 120_000) {
      await stop(child);
      throw new Error(`A server did not start:\n${readFileSync(output, 'utf8').slice(-2000)}`);
    }
    await wait(10);
  }
  return { url, child, startMs: performance.now() - begun, stop: () => stop(child) };
}

const answers = (url: string) =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
