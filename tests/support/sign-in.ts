import { createAccountRepository } from '#modules/accounts/account.repository.ts';
import { createStaffRepository } from '#modules/accounts/staff.repository.ts';
import { createAuth } from '#platform/auth/auth.ts';
import { secretOf } from '#platform/auth/secret.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { newId } from '#platform/ids/ids.ts';
import type { TestSite } from './site.ts';

export interface SignedInVisitor {
  accountId: string;
  sessionId: string;
  email: string;
  /** What a browser would send: `{ cookie, origin }`, so that forms are taken too. */
  headers: { cookie: string; origin: string };
}

export interface SignInOptions {
  email?: string;
  staff?: readonly StaffRole[];
  /** Whether the second factor was given in this session; staff have it unless told otherwise. */
  secondFactor?: boolean;
}

/** A fresh account that is signed in, without the way through the mail. */
export async function signInAs(
  { services, url }: Pick<TestSite, 'services' | 'url'>,
  { email = `${newId()}@example.org`, staff = [], secondFactor = staff.length > 0 }: SignInOptions = {},
): Promise<SignedInVisitor> {
  const { database, clock, config } = services;
  const auth = createAuth({ ...config, database: database.db, clock, secret: secretOf(config) });
  const now = clock.now();
  return database.db.transaction().execute(async (trx) => {
    const accounts = createAccountRepository(trx);
    const { account } = await accounts.findOrAdd({ address: email, language: 'en', now });
    await accounts.noteVerified(account.id, now);
    for (const role of staff) await createStaffRepository(trx).grant({ accountId: account.id, role, now });
    if (secondFactor) await accounts.setTwoFactorEnabled(account.id, true);
    const { sessionId, setCookie } = await auth.startSession(trx, {
      accountId: account.id,
      browser: { browser: 'Firefox', system: 'Linux' },
      ...(secondFactor && { secondFactorAt: now }),
    });
    const cookie = setCookie.map((each) => each.split(';')[0]).join('; ');
    return { accountId: account.id, sessionId, email, headers: { cookie, origin: url } };
  });
}

/** Signs in as anybody would: asks for the link, takes it from the demonstration’s outbox, and uses it. */
export async function signInByMail(site: string, email: string): Promise<{ cookie: string; location: string }> {
  const form = (fields: Record<string, string>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: site },
  });
  await fetch(`${site}/sign-in`, form({ address: email }));
  const token = await newestToken(site, email);
  const response = await fetch(`${site}/sign-in/link`, form({ token }));
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { cookie, location: response.headers.get('location') ?? '' };
}

/** The token of the newest link that the outbox has for an address. */
export async function newestToken(site: string, email: string): Promise<string> {
  const outbox = await (await fetch(`${site}/outbox`)).text();
  const mail = outbox.split('<article').find((article) => article.includes(email) && article.includes('token='));
  const token = /token=([A-Za-z0-9_-]{43})/u.exec(mail ?? '')?.[1];
  if (!token) throw new Error(`The outbox has no link for ${email}`);
  return token;
}
