import { listContinents, listRegions, nameOfRegion, world, type RegionCode } from '#modules/regions/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';

const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\s]/gu, '')
    .toLowerCase();

/** Regions that somebody may have meant who wrote their name in the address (`/map/spain`); else the continents. */
export function placesNear(written: string, i18n: I18n, most: number): RegionCode[] {
  const wanted = bare(written);
  const near =
    wanted.length < 3
      ? []
      : listRegions()
          .filter(({ code }) => code !== world)
          .flatMap(({ code }) => {
            const names = [i18n, i18n.in('en')].map((each) => bare(nameOfRegion(code, each)));
            const rank = names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2;
            return rank < 2 ? [{ code, rank }] : [];
          })
          .sort((a, b) => a.rank - b.rank);
  return near.length > 0 ? near.slice(0, most).map(({ code }) => code) : listContinents().map(({ code }) => code);
}
