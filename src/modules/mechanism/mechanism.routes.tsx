import { Hono } from 'hono';
import {
  getCondition,
  pagesOfCondition,
  sharedKnowledge,
  type Condition,
  type ConditionRepository,
} from '#modules/conditions/index.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { readFigure, type FoundFigure } from './figure.ts';
import type { FigureAssets } from './figure.views.tsx';
import { mechanismNotFound } from './mechanism.errors.ts';
import { MechanismPage } from './mechanism.views.tsx';

/** The page of the figure, for each condition with an answer that holds one, in one language. */
export function createMechanismRoutes({
  frame,
  assets,
  conditions,
  findFigure,
}: {
  frame: SiteFrame;
  assets: FigureAssets;
  conditions: ConditionRepository;
  findFigure: (condition: Condition) => Promise<FoundFigure | undefined>;
}): Hono {
  const routes = new Hono();
  routes.get('/conditions/:slug/mechanism', async (c) => {
    const condition = await getCondition({ slug: c.req.param('slug'), conditions });
    const found = await findFigure(condition);
    if (!found) throw mechanismNotFound({ slug: condition.slug });
    const [parent] = await conditions.listByIds(condition.parentId ? [condition.parentId] : []);
    const urgentHelp = await conditions.findUrgentHelp(condition.packId);
    markCacheable(c, [sharedKnowledge, pagesOfCondition(condition.id)]);
    return c.html(
      <MechanismPage
        condition={condition}
        parent={parent}
        urgentHelp={urgentHelp}
        figure={readFigure(found).figure}
        found={found}
        assets={assets}
        frame={frame}
      />,
    );
  });
  return routes;
}
