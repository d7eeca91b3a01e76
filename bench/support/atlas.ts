import { join } from 'node:path';
import { root } from '../../scripts/stale.ts';
import type { Place } from './places.ts';

type Programs = typeof import('./fill.ts');
let loaded: Promise<Programs> | undefined;

/** Node reads no JSX, and the modules' front doors lead to some: Vite translates on the way. */
async function programs(): Promise<Programs> {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport<Programs>(join(import.meta.dirname, 'fill.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

const load = () => (loaded ??= programs());

/** Fills an empty place with the shipped pack, and invented conditions and people up to `conditions` in all. */
export const fillAtlas = async (place: Place, conditions: number) => (await load()).fillAtlas(place.settings, conditions);

/** Opens an atlas from this process, to change it while others serve it. */
export const openEditor = async (place: Place) => (await load()).openEditor(place.settings);
