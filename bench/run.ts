/**
 * `npm run bench`: builds what is stale, then measures every figure of docs/performance.md, one after the other.
 *   npm run bench -- page-weight    only this figure; a wrong name lists them all
 *   npm run bench -- --write        puts the results into docs/performance.md; other options go to each bench
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../scripts/stale.mjs';

const figures = [
  'content-page',
  'demo-start',
  'release',
  'attack',
  'map',
  'signed-in',
  'experiences',
  'freshness',
  'enumeration',
  'page-weight',
  'mechanism-step',
  'search',
  'import-vocabularies',
  'export',
  'moderation',
  'review',
];

/** Returns the exit code. Ctrl-C reaches the bench by itself; we wait until it has put its things away. */
async function run(script: string, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const options = args.filter((arg) => arg.startsWith('--'));
const unknown = named.filter((name) => !figures.includes(name));
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${figures.join(', ')}.`);
  process.exitCode = 1;
} else {
  process.exitCode = await run('scripts/build.ts', ['--if-stale', '--quiet']);
  if (process.exitCode === 0)
    for (const figure of named.length > 0 ? named : figures) {
      if (interrupted) break;
      process.exitCode = (await run(`bench/${figure}.ts`, options)) || process.exitCode;
    }
}
