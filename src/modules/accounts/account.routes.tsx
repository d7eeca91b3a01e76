import { Hono } from 'hono';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { createOutboxRoutes } from './outbox.routes.tsx';
import { createSecurityRoutes } from './security.routes.tsx';
import { createSignInRoutes } from './sign-in.routes.tsx';
import { createStaffRoutes, type StaffRoutesOptions } from './staff.routes.tsx';

/** Acts of this module, as the record says them. */
const ownActs: Readonly<Record<string, MessageKey>> = {
  'staff.granted': 'staff.act.granted',
  'staff.removed': 'staff.act.removed',
  'staff.second-factor-forgotten': 'staff.act.second-factor-forgotten',
};

/** All pages of this module in one language. `acts` names what other modules put into the record of staff. */
export function createAccountRoutes({ acts, ...options }: StaffRoutesOptions): Hono {
  const routes = new Hono();
  routes.route('/', createSignInRoutes(options));
  routes.route('/', createSecurityRoutes(options));
  routes.route('/', createStaffRoutes({ ...options, acts: { ...ownActs, ...acts } }));
  if (options.frame.demo) routes.route('/', createOutboxRoutes(options));
  return routes;
}
