/** `run-built.mjs demo`: builds what is stale, then runs the command line in this same process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './node-version.mjs';
import { builtFrom, hashSources, root } from './stale.mjs';

if (builtFrom() !== hashSources()) {
  // Its words go to standard error: what a command says may be read by a program.
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.ts'), '--if-stale'], {
    stdio: ['inherit', 2, 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}
await import(pathToFileURL(join(root, 'dist/server/cairn.js')).href);
