import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/stale.mjs';
import type * as Fill from './fill.ts';
import type { Place } from './places.ts';
import { option } from './report.ts';
import { atExit } from './tidy.ts';

let loaded: Promise<typeof Fill> | undefined;

/** Node reads no JSX, and the modules' front doors lead to some: it is bundled first, like the server itself. */
async function bundle(): Promise<typeof Fill> {
  const { build } = await import('vite');
  const outDir = join(root, '.cache', `bench-${process.pid}`);
  atExit(() => rmSync(outDir, { recursive: true, force: true }));
  const ssr = join(import.meta.dirname, 'fill.ts');
  await build({ root, configFile: false, logLevel: 'error', build: { ssr, outDir, target: 'node24' } });
  return (await import(pathToFileURL(join(outDir, 'fill.js')).href)) as typeof Fill;
}

const load = () => (loaded ??= bundle());
/** `--pack=<folder>`: another state of the shipped pack. */
const packFolder = option('pack', join(root, 'packs/movement-disorders'));

/** Fills an empty place with the shipped pack, and invented conditions and people up to `conditions` in all. */
export async function fillAtlas({ settings }: Place, conditions: number): Promise<void> {
  const { fillAtlas: fill } = await load();
  await fill({ settings, packFolder, conditions });
}

/** Opens an atlas from this process, to change it while others serve it. */
export async function openEditor({ settings }: Place): Promise<Fill.Editor> {
  const { openEditor: open } = await load();
  return open({ settings, packFolder });
}
