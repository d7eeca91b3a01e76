import { Hono } from 'hono';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { SearchRepository } from './search.repository.ts';
import { searchAtlas, type SearchSources } from './search.usecases.ts';
import { SearchPage } from './search.views.tsx';

/** `/search?q=`, in one language. What was typed is neither logged nor kept. */
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
  routes.get('/search', async (c) => {
    const results = await searchAtlas({
      query: c.req.query('q') ?? '',
      language: frame.i18n.language,
      search,
      sources,
    });
    return c.html(<SearchPage results={results} frame={frame} />);
  });
  return routes;
}
