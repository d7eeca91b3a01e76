import { getSignedCookie } from 'hono/cookie';
import type { MiddlewareHandler } from 'hono';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Auth } from './auth.ts';
import { createSessionRepository, type FoundSession } from './session.repository.ts';
import type { SignedIn } from './signed-in.ts';

const day = 24 * 60 * 60 * 1000;

export interface SessionMiddlewareOptions {
  auth: Pick<Auth, 'cookieName' | 'cookieAgain' | 'secret' | 'extendSession'>;
  database: Database;
  clock: Clock;
  /** Only the demonstration knows its invented people; a database that it has left behind lets none of them in. */
  demo: boolean;
}

/** Finds out who asks. A request without a session costs nothing, and is given no cookie. */
export function readSession({ auth, database, clock, demo }: SessionMiddlewareOptions): MiddlewareHandler {
  const sessions = createSessionRepository(database);
  return async (c, next) => {
    const sent = c.req.raw.headers.get('cookie') ?? '';
    if (!sent.includes(auth.cookieName)) return next();
    const token = await getSignedCookie(c, auth.secret, auth.cookieName);
    const session = token ? await sessions.find(token, clock.now()) : undefined;
    const found = session?.demo && !demo ? undefined : session;
    if (found) {
      const owesSecondFactor = found.twoFactorEnabled && found.secondFactorAt === null;
      c.set(owesSecondFactor ? 'halfSignedIn' : 'signedIn', toSignedIn(found));
    }
    await next();
    if (found && clock.now().getTime() - found.refreshedAt.getTime() > day && !c.res.headers.has('set-cookie')) {
      await auth.extendSession(found.sessionId);
      c.res.headers.append('set-cookie', auth.cookieAgain(sent));
    }
    // What is made for one person is kept by nobody.
    if (found) c.res.headers.set('cache-control', 'private, no-store');
  };
}

const toSignedIn = (found: FoundSession): SignedIn => ({
  accountId: found.accountId,
  sessionId: found.sessionId,
  email: found.email,
  staff: found.twoFactorEnabled && found.secondFactorAt !== null ? found.roles : [],
  staffRoles: found.roles,
  demo: found.demo,
});
