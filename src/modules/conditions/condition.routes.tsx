import { Hono } from 'hono';
import { z } from 'zod';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { loadConditionPage } from './condition-page.ts';
import type { ConditionRepository } from './condition.repository.ts';
import type { Condition } from './condition.ts';
import { ConditionPage, type ConditionBeside } from './condition.views.tsx';
import { loadIndexPage } from './index-page.ts';
import type { IndexRepository } from './index.repository.ts';
import { ConditionIndexPage } from './index.views.tsx';
import { everyPage, pagesOfCondition } from './page-tags.ts';

const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => value.trim() || undefined)
    .optional()
    .catch(undefined);

// what cannot be a letter or a name narrows nothing: a mistyped address still shows the index
const filterSchema = z.object({
  letter: text(2).transform((letter) => letter?.toLowerCase()),
  name: text(120),
  // where a page goes on: the last name as the index files it, and its address
  after: text(600),
  from: text(120),
});

/** The index of conditions and the page of each, in one language. */
export function createConditionRoutes({
  frame,
  conditions,
  index,
  beside,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  index: IndexRepository;
  /** What other modules show on the page of a condition. */
  beside: (condition: Condition) => Promise<ConditionBeside>;
}): Hono {
  const routes = new Hono();

  routes.get('/conditions', async (c) => {
    const { letter, name, after, from } = filterSchema.parse(c.req.query());
    const data = await loadIndexPage({
      choice: { language: frame.i18n.language, beginning: letter, part: name },
      after: after && from ? { folded: after, slug: from } : undefined,
      conditions,
      index,
    });
    markCacheable(c, [everyPage]);
    return c.html(<ConditionIndexPage data={data} filter={{ letter, name }} frame={frame} />);
  });

  routes.get('/conditions/:slug', async (c) => {
    const data = await loadConditionPage({ slug: c.req.param('slug'), conditions });
    markCacheable(c, [pagesOfCondition(data.condition.id)]);
    return c.html(<ConditionPage data={data} frame={frame} beside={await beside(data.condition)} />);
  });

  return routes;
}
