import { Hono } from 'hono';
import { z } from 'zod';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { loadComparePage } from './compare-page.ts';
import { ComparePage, type CompareBeside } from './compare.views.tsx';
import { loadConditionPage } from './condition-page.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { createBodyMapRoutes } from './body-map.routes.tsx';
import { comparePath, inPairOrder, type Ancestor, type Condition } from './condition.ts';
import { ConditionPage, type ConditionBeside } from './condition.views.tsx';
import { ConditionIndexPage } from './index.views.tsx';
import { loadNumbersPage } from './numbers-page.ts';
import { NumbersPage } from './numbers.views.tsx';
import { everyPage, pagesOfCondition, pagesOfForm } from './page-tags.ts';

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

/** The index of conditions, the page of each, its numbers and its look-alikes, in one language. */
export function createConditionRoutes({
  frame,
  conditions,
  beside,
  besidePair,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  /** What other modules show on the page of a condition. */
  beside: (condition: Condition, ancestors: readonly Ancestor[]) => Promise<ConditionBeside>;
  /** Where else to read on about two look-alikes. */
  besidePair: (pair: readonly [Condition, Condition]) => Promise<CompareBeside>;
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
  routes.get('/conditions/:slug/numbers', async (c) => {
    const data = await loadNumbersPage({ slug: c.req.param('slug'), conditions });
    // a count of any neighbour changes it
    markCacheable(c, [everyPage]);
    return c.html(<NumbersPage data={data} frame={frame} />);
  });

  routes.get('/conditions/:slug/compare/:other', async (c) => {
    const { slug, other } = c.req.param();
    const slugs = inPairOrder(slug, other);
    const data = await loadComparePage({ slugs, conditions });
    markCacheable(c, [pagesOfCondition(data.one.id), pagesOfCondition(data.other.id)]);
    if (slug !== slugs[0]) return c.redirect(frame.i18n.path(comparePath(slug, other)), 301);
    return c.html(<ComparePage data={data} frame={frame} beside={await besidePair([data.one, data.other])} />);
  });

  return routes;
}
