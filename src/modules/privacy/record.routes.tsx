import { Hono } from 'hono';
import { createAuditRepository } from '#platform/audit/audit.repository.ts';
import { signedInOf } from '#platform/auth/signed-in.ts';
import type { Database } from '#platform/db/database.ts';
import type { ReadLimits } from '#platform/rate-limit/read-budget.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { createAlertRepository } from './alert.repository.ts';
import { AlertsPage } from './alerts.views.tsx';
import { privacyPolicy } from './privacy.policy.ts';
import { RecordPage } from './record.views.tsx';
import { alertsPath, recordPath } from './rights-paths.ts';

/** A year of alerts, if there were one every other day. */
const newest = 200;

export interface RecordServices {
  database: Database;
  limits: ReadLimits;
}

/** What staff did about somebody, for that person; and where very much was read, for stewards. */
export function createRecordRoutes({ frame, database, limits }: RecordServices & { frame: SiteFrame }): Hono {
  const { i18n } = frame;
  const routes = new Hono();
  const signInTo = (path: string) => `${i18n.path('/sign-in')}?to=${encodeURIComponent(i18n.path(path))}`;

  routes.get(recordPath, async (c) => {
    c.header('cache-control', 'private, no-store');
    const signedIn = signedInOf(c);
    if (!signedIn) return c.redirect(signInTo(recordPath), 303);
    const { accountId } = signedIn;
    const records = await createAuditRepository(database).listAbout(accountId);
    return c.html(<RecordPage frame={frame} records={records} accountId={accountId} />);
  });

  routes.get(alertsPath, async (c) => {
    c.header('cache-control', 'private, no-store');
    const signedIn = signedInOf(c);
    if (!signedIn) return c.redirect(signInTo(alertsPath), 303);
    if (!privacyPolicy.readAlerts(signedIn)) {
      const owesSecondFactor = privacyPolicy.readAlerts({ staff: signedIn.staffRoles });
      return owesSecondFactor ? c.redirect(i18n.path('/me/security/second-factor'), 303) : c.notFound();
    }
    const alerts = await createAlertRepository(database).listAlerts(newest);
    return c.html(<AlertsPage frame={frame} alerts={alerts} limits={limits} />);
  });

  return routes;
}
