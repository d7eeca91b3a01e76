/** `npm run dev`: builds again at every change, and starts the demo anew. Arguments go to `cairn demo`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './stale.mjs';

let site: ChildProcess | undefined;
let soon: NodeJS.Timeout | undefined;

function restartSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void restart(), 150);
}

async function restart(): Promise<void> {
  await stop();
  site = spawn(process.execPath, ['--enable-source-maps', 'dist/server/cairn.js', 'demo', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** The embedded database is locked until the old process is gone. */
function stop(): Promise<void> {
  const running = site;
  site = undefined;
  if (!running || running.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    running.once('exit', () => resolve());
    running.kill('SIGTERM');
  });
}

for (const mode of ['client', 'server']) {
  const watcher = await build({
    root,
    mode,
    configLoader: 'native',
    logLevel: 'warn',
    build: { outDir: join(root, 'dist', mode), emptyOutDir: true, watch: {} },
  });
  if ('on' in watcher)
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code === 'END') restartSoon();
    });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)));
