import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { loadComparePage } from './compare-page.ts';
import { ComparePage, type CompareBeside } from './compare.views.tsx';
import { loadConditionPage } from './condition-page.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { createBodyMapRoutes } from './body-map.routes.tsx';
import { comparePath, inPairOrder, type Ancestor, type Condition, type ConditionGroup } from './condition.ts';
import { ConditionPage, type ConditionBeside } from './condition.views.tsx';
import { loadIndexPage } from './index-page.ts';
import type { IndexRepository } from './index.repository.ts';
import { ConditionIndexPage } from './index.views.tsx';
import { loadNumbersPage } from './numbers-page.ts';
import { NumbersPage } from './numbers.views.tsx';
import { everyPage, pagesOfCondition, pagesOfForm, sharedKnowledge } from './page-tags.ts';

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

/** The index of conditions, the page of each, its numbers and its look-alikes, in one language. */
export function createConditionRoutes({
  frame,
  conditions,
  index,
  beside,
  besidePair,
  besideGroup,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  index: IndexRepository;
  /** What other modules show on the page of a condition. */
  beside: (condition: Condition, ancestors: readonly Ancestor[]) => Promise<ConditionBeside>;
  /** Where else to read on about two look-alikes. */
  besidePair: (pair: readonly [Condition, Condition]) => Promise<CompareBeside>;
  /** What other modules show under the name of a group. */
  besideGroup: (group: ConditionGroup) => Child;
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
    return c.html(<ConditionIndexPage data={data} filter={{ letter, name }} besideGroup={besideGroup} frame={frame} />);
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
    markCacheable(c, [sharedKnowledge, pagesOfCondition(data.one.id), pagesOfCondition(data.other.id)]);
    if (slug !== slugs[0]) return c.redirect(frame.i18n.path(comparePath(slug, other)), 301);
    return c.html(<ComparePage data={data} frame={frame} beside={await besidePair([data.one, data.other])} />);
  });

  return routes;
}
