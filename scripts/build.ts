/**
 * Builds Cairn into `dist`: what the browser gets, then the server with the command line.
 *   --if-stale  only if something changed since the last build
 *   --quiet     says nothing unless it fails
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.ts';
import { compressFolder } from './compress.ts';
import { builtFrom, hashSources, root } from './stale.mjs';

const wanted = new Set(process.argv.slice(2));
const ifStale = wanted.has('--if-stale');
const say = (text: string) => void (wanted.has('--quiet') || process.stdout.write(text));

/** Builds aside and moves the result into place at the end: whoever reads `dist` meanwhile reads the old build. */
async function build(from: string): Promise<void> {
  const begun = performance.now();
  say('Building Cairn … ');
  const aside = join(root, '.cache', `build-${process.pid}`);
  try {
    const vite = await import('vite');
    for (const mode of ['client', 'server'])
      await vite.build({
        root,
        mode,
        configLoader: 'native',
        logLevel: 'warn',
        build: { outDir: join(aside, mode), emptyOutDir: true },
      });
    compressFolder(join(aside, 'client'));
    writeFileSync(join(aside, '.built-from'), `${from}\n`);
    moveIntoPlace(aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  say(`done in ${((performance.now() - begun) / 1000).toFixed(1)} s.\n`);
}

function moveIntoPlace(built: string): void {
  const dist = join(root, 'dist');
  const old = `${built}-replaced`;
  for (let attempt = 1; ; attempt++)
    try {
      rmSync(old, { recursive: true, force: true });
      renameIfThere(dist, old);
      renameSync(built, dist);
      rmSync(old, { recursive: true, force: true });
      return;
    } catch (error) {
      // Another build may have moved its own result in between the two renames.
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['ENOTEMPTY', 'EEXIST'].includes(code) || attempt === 10) throw error;
    }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function main(): Promise<void> {
  if (ifStale && builtFrom() === hashSources()) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  await alone(join(root, '.cache/build.lock'), async () => {
    // Hashed before the build begins: an edit made meanwhile leaves the build stale, and the next one sees it.
    const from = hashSources();
    if (!ifStale || builtFrom() !== from) await build(from);
  });
}

function explain(error: unknown): unknown {
  const { code = '', path = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM')
    return `Cairn cannot be built here: ${path} belongs to another user. Remove dist and .cache as that user, or build as that user.`;
  // The bundler says what is wrong, and where; its own insides are of no use.
  return error instanceof Error && 'errors' in error ? message : error;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
