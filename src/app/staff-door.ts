import type { Hono, MiddlewareHandler } from 'hono';
import { signedInOf } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { signInPath } from '#modules/accounts/index.ts';

/** Where staff work. That there are such pages is no secret; who may open which is decided by the room itself. */
const rooms = ['/review', '/moderate', '/steward'] as const;

/**
 * The door to the rooms of staff, the same for all of them: whoever is not signed in is led there and comes back,
 * staff who have yet to give their second factor are led to it, and for every other member there is no such page.
 */
export function hangStaffDoor(routes: Hono, i18n: I18n): void {
  for (const room of rooms) {
    const door: MiddlewareHandler = async (c, next) => {
      c.header('cache-control', 'private, no-store');
      const signedIn = signedInOf(c);
      // what a form would have done is not done after signing in: they come back to the room
      const back = c.req.method === 'GET' ? c.req.path.slice(i18n.path('/').replace(/\/$/u, '').length) : room;
      if (!signedIn) return c.redirect(signInPath(i18n, back), 303);
      if (signedIn.staffRoles.length === 0) return c.notFound();
      if (signedIn.staff.length === 0) return c.redirect(i18n.path('/me/security/second-factor'), 303);
      return next();
    };
    routes.use(room, door);
    routes.use(`${room}/*`, door);
  }
}
