import { join } from 'node:path';
import { root } from '../../scripts/stale.mjs';
import { loadBundled } from './bundle.ts';
import type * as Fill from './fill.ts';
import type { Place } from './places.ts';
import { option } from './report.ts';

let loaded: Promise<typeof Fill> | undefined;

const load = () => (loaded ??= loadBundled('fill') as Promise<typeof Fill>);
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
