import { Hono } from 'hono';
import { z } from 'zod';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { SearchRepository } from './search.repository.ts';
import { searchAtlas, suggestConditions, type SearchSources } from './search.usecases.ts';
import { SearchPage, suggestionsOf } from './search.views.tsx';

/** A page that is no number is the first. */
const pageSchema = z.coerce.number().int().min(1).max(1000).catch(1);

/** `/search?q=` and `/search/suggest?q=`, in one language. What was typed is neither logged nor kept. */
export function createSearchRoutes({
  frame,
  search,
  sources,
}: {
  frame: SiteFrame;
  search: SearchRepository;
  sources: SearchSources;
}): Hono {
  const routes = new Hono();
  const { i18n } = frame;

  routes.get('/search', async (c) => {
    const query = c.req.query('q') ?? '';
    const page = pageSchema.parse(c.req.query('page'));
    const results = await searchAtlas({ query, language: i18n.language, search, sources, page });
    return c.html(<SearchPage results={results} asked={query !== ''} frame={frame} />);
  });

  routes.get('/search/suggest', async (c) => {
    const hits = await suggestConditions({ query: c.req.query('q') ?? '', language: i18n.language, search, sources });
    // not on the disk of a shared computer either; the page that asked remembers while it is open
    c.header('cache-control', 'no-store');
    return c.json(suggestionsOf(hits, i18n));
  });
  return routes;
}
