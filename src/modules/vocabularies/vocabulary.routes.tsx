import { Hono } from 'hono';
import { everyPage } from '#modules/conditions/index.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { VocabulariesPage } from './vocabularies-page.views.tsx';
import type { VocabularyRepository } from './vocabulary.repository.ts';

/** The page about the vocabularies themselves, in one language. */
export function createVocabularyRoutes({
  frame,
  vocabularies,
}: {
  frame: SiteFrame;
  vocabularies: Pick<VocabularyRepository, 'listParts'>;
}): Hono {
  const routes = new Hono();
  routes.get('/vocabularies', async (c) => {
    const parts = await vocabularies.listParts();
    markCacheable(c, [everyPage]);
    return c.html(<VocabulariesPage parts={parts} frame={frame} />);
  });
  return routes;
}
