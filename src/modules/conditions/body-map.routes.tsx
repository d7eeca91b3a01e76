import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { bodyMapPath, loadBodyMap } from './body-map-page.ts';
import { BodyMapPage } from './body-map.views.tsx';
import type { ConditionRepository } from './condition.repository.ts';
import type { Mark } from './distribution.ts';
import { pagesOfForm } from './page-tags.ts';

/** Whatever else a form may send is left alone: nothing is kept, so nothing can be wrong with it. */
const marksSchema = z.object({
  region: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .catch([]),
});
const sideSchema = z.enum(['left', 'right', 'both']).optional().catch(undefined);

/**
 * The body map. With a script, marks are answered in the browser. Without one they come as the body of a POST: not in the
 * address, which browsers, servers and proxies note down; and the answer is kept by nobody.
 */
export function createBodyMapRoutes({
  frame,
  conditions,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
}): Hono {
  const routes = new Hono();

  const answer = async (c: Context, readMarks: () => Promise<Mark[]>, keep: boolean) => {
    const data = await loadBodyMap({ slug: c.req.param('slug')!, conditions });
    if ('owner' in data) return c.redirect(frame.i18n.path(bodyMapPath(data.owner)), 301);
    if (keep) markCacheable(c, pagesOfForm(data.condition, data.ancestors));
    else c.header('cache-control', 'no-store');
    return c.html(<BodyMapPage data={data} marks={await readMarks()} frame={frame} />);
  };

  routes.get('/conditions/:slug/body-map', (c) => answer(c, () => Promise.resolve([]), true));
  routes.post('/conditions/:slug/body-map', (c) => answer(c, () => readMarks(c), false));
  return routes;
}

async function readMarks(c: Context): Promise<Mark[]> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}));
  return marksSchema
    .parse(body)
    .region.map((region) => ({ region, side: sideSchema.parse((body as Record<string, unknown>)[`side-${region}`]) }));
}
