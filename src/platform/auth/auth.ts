import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Library } from './better-auth.ts';
import { storedBrowserName, type BrowserName } from './browser-name.ts';
import { createSessionRepository, type ListedSession } from './session.repository.ts';

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

/** Made by our server for one attempt. The challenge travels in the page, so that no cookie is needed before sign-in. */
export interface PasskeyOffer {
  options: object;
  challenge: string;
}

type SignInBody = NonNullable<Parameters<Library['api']['verifyPasskeyAuthentication']>[0]>['body'];

export interface PasskeyAnswer {
  /** What the browser's authenticator said. */
  answer: SignInBody['response'];
  challenge: string;
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

  // The library keeps the challenge of an attempt in a cookie. We hand it to the page instead, and make it one again here.
  const challengeCookie = `${origin.startsWith('https:') ? '__Secure-' : ''}cairn.better-auth-passkey`;
  const challengeIn = (headers: Headers): string => {
    const cookie = headers.getSetCookie().find((each) => each.startsWith(`${challengeCookie}=`)) ?? '';
    return cookie.slice(challengeCookie.length + 1).split(';')[0]!;
  };
  const headersWith = (challenge: string) =>
    new Headers({ origin, cookie: /^[\w.%-]{1,300}$/u.test(challenge) ? `${challengeCookie}=${challenge}` : '' });

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

    endOtherSessions: (trx: Database, accountId: string, exceptSessionId: string | undefined): Promise<number> =>
      createSessionRepository(trx).endOthers(accountId, exceptSessionId),

    listSessions: (accountId: string): Promise<ListedSession[]> =>
      createSessionRepository(database).list(accountId, clock.now()),

    noteSecondFactor: (trx: Database, sessionId: string): Promise<void> =>
      createSessionRepository(trx).noteSecondFactor(sessionId, clock.now()),

    /** Once a day at most, for somebody who is here. */
    async extendSession(sessionId: string): Promise<void> {
      const now = clock.now();
      await createSessionRepository(database).extend(sessionId, { now, until: until(now) });
    },

    /** What a browser is asked to make a passkey with, and the challenge that it must bring back beside its answer. */
    async offerPasskey(accountId: string): Promise<PasskeyOffer> {
      const { api } = await library();
      const { response, headers } = await api.generatePasskeyRegistrationOptions({
        query: { context: accountId },
        headers: new Headers(),
        returnHeaders: true,
      });
      return { options: response, challenge: challengeIn(headers) };
    },

    /** Keeps a passkey for the account for which the challenge was made. False if it does not fit. */
    async addPasskey(trx: Database, { answer, challenge, name }: PasskeyAnswer & { name: string }): Promise<boolean> {
      const { api } = await libraryOver(trx);
      return succeeds(() =>
        api.verifyPasskeyRegistration({ body: { response: answer, name }, headers: headersWith(challenge) }),
      );
    },

    async offerPasskeySignIn(): Promise<PasskeyOffer> {
      const { api } = await library();
      const { response, headers } = await api.generatePasskeyAuthenticationOptions({
        headers: new Headers(),
        returnHeaders: true,
      });
      return { options: response, challenge: challengeIn(headers) };
    },

    /** Starts a session for whose passkey it is; undefined if it is nobody's. */
    async signInByPasskey(
      trx: Database,
      { answer, challenge, browser }: PasskeyAnswer & { browser: BrowserName },
    ): Promise<(StartedSession & { accountId: string }) | undefined> {
      const { api } = await libraryOver(trx);
      const headers = headersWith(challenge);
      headers.set('user-agent', storedBrowserName(browser));
      const made = await attempt(() =>
        api.verifyPasskeyAuthentication({ body: { response: answer }, headers, returnHeaders: true }),
      );
      if (!made) return undefined;
      const { session, user } = made.response;
      const now = clock.now();
      await createSessionRepository(trx).begin(session.id, { now, until: until(now) });
      const setCookie = made.headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));
      return { sessionId: session.id, accountId: user.id, setCookie };
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

/** What the library refuses is nothing unusual: a passkey that is not known, a challenge that is too old. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return undefined;
    throw error;
  }
}

const succeeds = async (work: () => Promise<unknown>): Promise<boolean> => (await attempt(work)) !== undefined;
