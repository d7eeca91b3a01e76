import type { Auth, StartedSession } from '#platform/auth/auth.ts';
import type { BrowserName } from '#platform/auth/browser-name.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import { createCredentialRepository } from './credential.repository.ts';
import type { TellOfChange } from './change.usecases.ts';
import { passwordsOf } from './limits.ts';
import { passwordsFromOneAsker, passwordsOfOneAddress, problemOf, type PasswordProblem } from './password.ts';

/**
 * Signs in with a password. An address without an account, and an account without a password, take as long and get the
 * same answer as a wrong password: a password is checked each time.
 */
export async function signInByPassword({
  address,
  password,
  browser,
  asker,
  database,
  auth,
  rateLimit,
}: {
  address: string;
  password: string;
  browser: BrowserName;
  asker: string;
  database: Database;
  auth: Pick<Auth, 'isPassword' | 'startSession'>;
  rateLimit: Pick<RateLimit, 'take'>;
}): Promise<StartedSession | 'wrong' | 'too-often'> {
  const fromHere = await rateLimit.take(`passwords from ${asker}`, passwordsFromOneAsker);
  const ofThis = await rateLimit.take(passwordsOf(address), passwordsOfOneAddress);
  if (!fromHere.allowed || !ofThis.allowed) return 'too-often';
  const found = await createCredentialRepository(database).findPasswordByAddress(address);
  if (!(await auth.isPassword(password, found?.hash)) || !found) return 'wrong';
  return database.transaction().execute((trx) => auth.startSession(trx, { accountId: found.accountId, browser }));
}

/** Sets or replaces the password. Whoever is signed in elsewhere with an old one is signed out. */
export async function setPassword({
  accountId,
  sessionId,
  address,
  password,
  tell,
  database,
  clock,
  auth,
}: {
  accountId: string;
  sessionId: string;
  address: string;
  password: string;
  tell: TellOfChange;
  database: Database;
  clock: Clock;
  auth: Pick<Auth, 'hashPassword' | 'endOtherSessions'>;
}): Promise<PasswordProblem | undefined> {
  const problem = problemOf(password, address);
  if (problem) return problem;
  const hash = await auth.hashPassword(password);
  await database.transaction().execute(async (trx) => {
    const replaced = await createCredentialRepository(trx).setPassword(accountId, { hash, now: clock.now() });
    if (replaced) await auth.endOtherSessions(trx, accountId, sessionId);
    await tell(trx, 'password-set');
  });
  return undefined;
}

export async function removePassword({
  accountId,
  tell,
  database,
}: {
  accountId: string;
  tell: TellOfChange;
  database: Database;
}): Promise<void> {
  await database.transaction().execute(async (trx) => {
    if (await createCredentialRepository(trx).removePassword(accountId)) await tell(trx, 'password-removed');
  });
}
