import { Hono } from 'hono';
import { z } from 'zod';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { loadConditionPage } from './condition-page.ts';
import type { ConditionRepository } from './condition.repository.ts';
import type { Ancestor, Condition } from './condition.ts';
import { ConditionPage, type ConditionBeside } from './condition.views.tsx';
import { ConditionIndexPage } from './index.views.tsx';
import { everyPage, pagesOfForm } from './page-tags.ts';
import { createBodyMapRoutes } from './body-map.routes.tsx';

// what cannot be a letter or a name narrows nothing: a mistyped address still shows the index
const filterSchema = z.object({
  letter: z
    .string()
    .max(2)
    .transform((letter) => letter.toUpperCase() || undefined)
    .optional()
    .catch(undefined),
  name: z
    .string()
    .max(120)
    .transform((name) => name.trim() || undefined)
    .optional()
    .catch(undefined),
});

/** The index of conditions and the page of each, in one language. */
export function createConditionRoutes({
  frame,
  conditions,
  beside,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  /** What other modules show on the page of a condition. */
  beside: (condition: Condition, ancestors: readonly Ancestor[]) => Promise<ConditionBeside>;
}): Hono {
  const routes = new Hono();

  routes.get('/conditions', async (c) => {
    const filter = filterSchema.parse(c.req.query());
    const [entries, groups] = await Promise.all([conditions.list(), conditions.listGroups()]);
    markCacheable(c, [everyPage]);
    return c.html(<ConditionIndexPage entries={entries} groups={groups} filter={filter} frame={frame} />);
  });

  routes.get('/conditions/:slug', async (c) => {
    const data = await loadConditionPage({ slug: c.req.param('slug'), conditions });
    markCacheable(c, pagesOfForm(data.condition, data.ancestors));
    return c.html(<ConditionPage data={data} frame={frame} beside={await beside(data.condition, data.ancestors)} />);
  });

  routes.route('/', createBodyMapRoutes({ frame, conditions }));
  return routes;
}
