import { Hono } from 'hono';
import { z } from 'zod';
import { everyPage } from '#modules/conditions/index.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { loadGlossary } from './glossary-page.ts';
import { GlossaryPage } from './glossary.views.tsx';
import { mentionPages } from './mention.ts';
import { lastPageOf, loadSourcePage, sourcesAtOnce, type MentionRepositories } from './source-page.ts';
import { SourceIndexPage, SourcePage } from './source.views.tsx';

// a mistyped page is the first one
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** The sources, what rests on each, and the glossary, in one language. */
export function createMentionRoutes({ frame, ...repositories }: { frame: SiteFrame } & MentionRepositories): Hono {
  const { language } = frame.i18n;
  const { mentions } = repositories;
  const routes = new Hono();

  routes.get('/sources', async (c) => {
    const lastPage = lastPageOf(await mentions.countSources(), sourcesAtOnce);
    const page = Math.min(pageNumber.parse(c.req.query('page')), lastPage);
    const sources = await mentions.listSources({ offset: (page - 1) * sourcesAtOnce, limit: sourcesAtOnce });
    markCacheable(c, [everyPage, mentionPages]);
    return c.html(<SourceIndexPage sources={sources} page={page} lastPage={lastPage} frame={frame} />);
  });

  routes.get('/sources/:key', async (c) => {
    const page = pageNumber.parse(c.req.query('page'));
    const data = await loadSourcePage({ key: c.req.param('key'), page, language, ...repositories });
    markCacheable(c, [everyPage, mentionPages]);
    return c.html(<SourcePage data={data} frame={frame} />);
  });

  routes.get('/glossary', async (c) => {
    const terms = await loadGlossary({ language, ...repositories });
    markCacheable(c, [everyPage, mentionPages]);
    return c.html(<GlossaryPage terms={terms} frame={frame} />);
  });

  return routes;
}
