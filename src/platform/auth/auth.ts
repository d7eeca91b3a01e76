import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Library } from './better-auth.ts';
import { storedBrowserName, type BrowserName } from './browser-name.ts';
import { createSessionRepository } from './session.repository.ts';

export interface AuthOptions {
  database: Database;
  clock: Clock;
  origin: string;
  siteName: string;
  secret: string;
}

/** A session that has begun, and the headers that tell the browser. */
export interface StartedSession {
  sessionId: string;
  setCookie: readonly string[];
}

export type Auth = ReturnType<typeof createAuth>;

const day = 24 * 60 * 60;
/** How long somebody stays signed in who does not come back: a month. Every visit begins it anew. */
export const sessionSeconds = 30 * day;

/** Sessions, passwords and passkeys. The library behind it is loaded at the first use: readers do without. */
export function createAuth({ database, clock, origin, siteName, secret }: AuthOptions) {
  async function libraryOver(db: Database): Promise<Library> {
    const { openLibrary } = await import('./better-auth.ts');
    return openLibrary({ database: db, origin, siteName, secret, sessionSeconds });
  }
  let own: Promise<Library> | undefined;
  const library = () => (own ??= libraryOver(database));
  let nobodys: Promise<string> | undefined;

  const until = (now: Date) => new Date(now.getTime() + sessionSeconds * 1000);
  const secure = origin.startsWith('https:');
  const cookieName = `${secure ? '__Secure-' : ''}cairn.session_token`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

  return {
    cookieName,
    secret,
    /** Ends the cookie that a browser has. */
    endedCookie: `${cookieName}=; Max-Age=0; ${attributes}`,
    /** The cookie that a browser has, for another month. */
    cookieAgain(sent: string): string {
      const value = new RegExp(`(?:^|;\\s*)${cookieName.replaceAll('.', '\\.')}=([^;\\s]*)`, 'u').exec(sent)?.[1] ?? '';
      return `${cookieName}=${value}; Max-Age=${sessionSeconds}; ${attributes}`;
    },

    async startSession(
      trx: Database,
      { accountId, browser, secondFactorAt }: { accountId: string; browser: BrowserName; secondFactorAt?: Date },
    ): Promise<StartedSession> {
      const { api } = await libraryOver(trx);
      const { response, headers } = await api.startSession({
        body: { accountId },
        headers: new Headers({ 'user-agent': storedBrowserName(browser) }),
        returnHeaders: true,
      });
      if (!response) throw new Error('A session was to be started for an account that is gone');
      const now = clock.now();
      await createSessionRepository(trx).begin(response.sessionId, {
        now,
        until: until(now),
        ...(secondFactorAt && { secondFactorAt }),
      });
      return { sessionId: response.sessionId, setCookie: headers.getSetCookie() };
    },

    /** Only one's own: somebody else's session is not found. */
    endSession: (trx: Database, accountId: string, sessionId: string): Promise<void> =>
      createSessionRepository(trx).end(accountId, sessionId),

    /** Once a day at most, for somebody who is here. */
    async extendSession(sessionId: string): Promise<void> {
      const now = clock.now();
      await createSessionRepository(database).extend(sessionId, { now, until: until(now) });
    },

    async hashPassword(password: string): Promise<string> {
      const { password: passwords } = await (await library()).$context;
      return passwords.hash(password);
    },

    /** Takes as long for an account that has no password, or for none at all. */
    async isPassword(password: string, hash: string | undefined): Promise<boolean> {
      const { password: passwords } = await (await library()).$context;
      const against = hash ?? (await (nobodys ??= passwords.hash('a password that nobody has')));
      const same = await passwords.verify({ password, hash: against });
      return hash !== undefined && same;
    },
  };
}
