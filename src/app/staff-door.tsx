import type { Hono, MiddlewareHandler } from 'hono';
import { signedInOf } from '#platform/auth/signed-in.ts';
import { signInPath } from '#modules/accounts/index.ts';
import { readForm, SignedOutPage } from '#modules/members/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';

/** Where staff work. That there are such pages is no secret; who may open which is decided by the room itself. */
const rooms = ['/review', '/moderate', '/steward'] as const;

/** As long as what is typed in these rooms gets: an answer with all its numbers. */
const longest = 100_000;

/**
 * The door to the rooms of staff, the same for all of them: whoever is not signed in is led there and comes back,
 * staff who have yet to give their second factor are led to it, and for every other member there is no such page. A form
 * that was sent when the session had ended is kept: it can be sent again.
 */
export function hangStaffDoor(routes: Hono, frame: SiteFrame): void {
  const { i18n } = frame;
  const door: MiddlewareHandler = async (c, next) => {
    c.header('cache-control', 'private, no-store');
    const signedIn = signedInOf(c);
    if (!signedIn) {
      const path = c.req.path.slice(i18n.path('/').replace(/\/$/u, '').length);
      if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(signInPath(i18n, path), 303);
      const fields = readForm(await c.req.text(), longest).entries();
      return c.html(<SignedOutPage frame={frame} path={path} fields={fields} />, 401);
    }
    if (signedIn.staffRoles.length === 0) return c.notFound();
    if (signedIn.staff.length === 0) return c.redirect(i18n.path('/me/security/second-factor'), 303);
    return next();
  };
  for (const room of rooms) {
    routes.use(room, door);
    routes.use(`${room}/*`, door);
  }
}
