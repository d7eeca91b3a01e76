import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { everyPage } from '#modules/conditions/index.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { policyNames, type Policies } from '../policies.ts';
import { AboutPage, AccessibilityPage, HelpPage, PrivacyPage } from './plain-pages.tsx';
import { PolicyPage, policyPath } from './policy-page.tsx';

/** Pages about the site itself, in one language. */
export function createPlainRoutes({
  frame,
  shownFrom,
  backupDays,
  policies,
}: {
  frame: SiteFrame;
  /** From how many people on a number is told. */
  shownFrom: number;
  backupDays: number;
  policies: Policies;
}): Hono {
  const routes = new Hono();
  const show = (path: string, draw: () => Child) =>
    routes.get(path, (c) => {
      markCacheable(c, [everyPage]);
      return c.html(<>{draw()}</>);
    });
  show('/about', () => <AboutPage frame={frame} shownFrom={shownFrom} />);
  show('/accessibility', () => <AccessibilityPage frame={frame} />);
  show('/help', () => <HelpPage frame={frame} />);
  show('/privacy', () => <PrivacyPage frame={frame} backupDays={backupDays} />);
  for (const name of policyNames)
    show(policyPath(name), () => <PolicyPage name={name} policy={policies(name, frame.i18n.language)} frame={frame} />);
  return routes;
}
