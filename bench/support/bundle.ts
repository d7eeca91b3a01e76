import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/stale.mjs';
import { atExit } from './tidy.ts';

/** Loads a file of this folder. Node reads no JSX, and the modules' front doors lead to some: it is bundled first, like the server itself. */
export async function loadBundled(name: string): Promise<unknown> {
  const { build } = await import('vite');
  const outDir = join(root, '.cache', `bench-${name}-${process.pid}`);
  atExit(() => rmSync(outDir, { recursive: true, force: true }));
  const ssr = join(import.meta.dirname, `${name}.ts`);
  await build({ root, configFile: false, logLevel: 'error', build: { ssr, outDir, target: 'node24' } });
  return import(pathToFileURL(join(outDir, `${name}.js`)).href);
}
