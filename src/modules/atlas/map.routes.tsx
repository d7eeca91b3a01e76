import { Hono, type Context } from 'hono';
import { everyPage, pagesOfForm, type ConditionRepository } from '#modules/conditions/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { PngMaker } from '#platform/pictures/png.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { AtlasRepository } from './atlas.repository.ts';
import type { Sorting } from './map.ts';
import { loadMapPage, toRelease, type MapPageData } from './map.usecases.ts';
import { MapPage, pictureOf } from './map.views.tsx';
import type { PictureRepository } from './picture.repository.ts';
import { findPng } from './picture.usecases.ts';

const sortings: readonly string[] = ['name', 'number'] satisfies Sorting[];

export interface MapRoutes {
  frame: SiteFrame;
  /** The script of the map. */
  script: string;
  conditions: ConditionRepository;
  findRelease: AtlasRepository['findRelease'];
  /** From how many people on a number is told. */
  shownFrom: number;
  pictures: PictureRepository;
  makePng: PngMaker['make'];
}

/** The map of everybody, of each group and of each condition: the world, its continents, countries and their parts, in one language. */
export function createMapRoutes({
  frame,
  script,
  conditions,
  findRelease,
  shownFrom,
  pictures,
  makePng,
}: MapRoutes): Hono {
  const routes = new Hono();
  const english: I18n = frame.i18n.in('en');

  const show = async (c: Context) => {
    const wanted = c.req.query('list');
    const list = sortings.includes(wanted ?? '') ? (wanted as Sorting) : undefined;
    const { slug, group: groupId, place } = c.req.param() as { slug?: string; group?: string; place?: string };
    const data = await loadMapPage({ slug, groupId, place, conditions, findRelease, english });
    // a release changes the numbers, an import the names
    if (wanted === list) markCacheable(c, tagsOf(data));
    return c.html(<MapPage data={data} list={list} script={script} shownFrom={shownFrom} frame={frame} />);
  };
  const draw = async (c: Context, as: 'svg' | 'png') => {
    const { slug, group: groupId } = c.req.param() as { slug?: string; group?: string };
    const data = await loadMapPage({ slug, groupId, place: undefined, conditions, findRelease, english });
    const svg = await pictureOf(data, frame);
    markCacheable(c, tagsOf(data));
    // made for other sites to show
    c.header('cross-origin-resource-policy', 'cross-origin');
    if (as === 'svg') return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
    const png = await findPng({
      svg,
      scope: toRelease(data.asked.scope),
      language: frame.i18n.language,
      pictures,
      makePng,
    });
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  };
  for (const base of ['/map', '/groups/:group/map', '/conditions/:slug/map']) {
    for (const as of ['svg', 'png'] as const) routes.get(`${base}.${as}`, (c) => draw(c, as));
    routes.get(base, show);
    routes.get(`${base}/:place`, show);
  }
  return routes;
}

const tagsOf = ({ condition, ancestors }: MapPageData): string[] =>
  condition ? pagesOfForm(condition, ancestors) : [everyPage];
