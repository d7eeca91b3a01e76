// Plain JavaScript, like all that stands between `npm run demo` and the site: loading what reads TypeScript takes a sixth of a second.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder, whatever folder a command was started in. */
export const root = join(import.meta.dirname, '..');

const sources = [
  'messages',
  'migrations',
  'package-lock.json',
  'package.json',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/** A hash of everything a build is made from. Tests are not part of it, so that editing one rebuilds nothing. */
export function hashSources(folder = root) {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, folder, source);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} folder @param {string} path */
function addTo(hash, folder, path) {
  const entries = readFolder(join(folder, path));
  if (!entries)
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(folder, path)))
      .update('\n');
  else for (const entry of entries) if (!/\.test\.tsx?$/.test(entry)) addTo(hash, folder, `${path}/${entry}`);
}

/** @param {string} path */
function readFolder(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What the build in `dist` was made from; undefined without a build. */
export function builtFrom(folder = root) {
  try {
    return readFileSync(join(folder, 'dist/.built-from'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
