import type { BrowserContextOptions } from 'playwright-core';
import { findPages, kindOf, languageOf } from './pages.ts';

/** Of each kind of page the one with most on it; the others differ in words. */
const manySided = ['/conditions/dystonia', '/conditions/dystonia/questions/what-is-it', '/search?q=distonia'];
const richest = [...manySided, '/conditions/dystonia/map', '/map/europe'];
/** Between them these show every component: the gallery alone shows them all. They are looked at in every light. */
export const inEveryLight = ['/', '/ui', ...manySided];

/** One page of each kind, and those that differ from their kind in more than words. */
export async function findTemplates(site: string): Promise<string[]> {
  const pages = (await findPages(site)).filter((path) => !path.startsWith('/ui/') && languageOf(path) === 'en');
  const kinds = Map.groupBy(pages, kindOf);
  const one = [...kinds.values()].map((paths) => paths.find((path) => richest.includes(path)) ?? paths[0]!);
  return [
    ...new Set([
      ...one,
      '/search?q=xyzzyplugh',
      '/conditions/dystonia/questions/how-common',
      '/conditions/dystonia/questions/look-alikes',
      '/no-such-page',
    ]),
  ];
}

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
