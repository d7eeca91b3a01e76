import { Hono } from 'hono';
import { z } from 'zod';
import { getCondition, type ConditionRepository } from '#modules/conditions/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { ExperienceRepository } from './experience.repository.ts';
import { ExperiencesPage } from './experience.views.tsx';

const pageSize = 20;
const after = z.uuid().optional().catch(undefined);

/** The experiences of a condition, in one language of the site; each in the language its author wrote. */
export function createExperienceRoutes({
  frame,
  conditions,
  experiences,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  experiences: ExperienceRepository;
}): Hono {
  const routes = new Hono();
  routes.get('/conditions/:slug/experiences', async (c) => {
    const condition = await getCondition({ slug: c.req.param('slug'), conditions });
    const last = after.parse(c.req.query('after'));
    const start = last ? await experiences.find(condition.id, last) : undefined;
    const found = await experiences.listNewest(condition.id, { after: start, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    return c.html(
      <ExperiencesPage
        condition={condition}
        experiences={shown}
        next={found.length > pageSize ? shown.at(-1)!.id : undefined}
        frame={frame}
      />,
    );
  });
  return routes;
}
