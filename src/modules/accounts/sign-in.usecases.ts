import type { Auth, StartedSession } from '#platform/auth/auth.ts';
import type { BrowserName } from '#platform/auth/browser-name.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { hashToken, isToken, newToken } from '#platform/ids/ids.ts';
import type { Mails } from '#platform/mail/mail.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import { createAccountRepository, type Account } from './account.repository.ts';
import {
  linkSeconds,
  linksFromOneAsker,
  linksToOneAddress,
  samePressSeconds,
  signInLink,
  stateOf,
  type LinkState,
  type SignInLink,
} from './link.ts';
import { createLinkRepository } from './link.repository.ts';
import type { WriteLinkMail } from './account.mails.ts';
import { askedTooOften } from './account.errors.ts';
import { linkPressed, linksTo } from './limits.ts';

interface Parts {
  database: Database;
  clock: Clock;
  auth: Pick<Auth, 'startSession' | 'endSession'>;
  mails: Mails;
  rateLimit: Pick<RateLimit, 'take'>;
}

/**
 * Sends a link with which whoever reads the mail can sign in, or join. Whether an account has this address is not looked
 * up: all that is done here, and how long it takes, is the same for every address.
 */
export async function sendLink({
  address,
  language,
  to,
  browser,
  asker,
  writeMail,
  ...parts
}: Omit<Parts, 'auth'> & {
  address: string;
  language: string;
  to: string | undefined;
  browser: BrowserName;
  asker: string;
  writeMail: WriteLinkMail;
}): Promise<void> {
  const { database, clock, mails, rateLimit } = parts;
  const fromHere = await rateLimit.take(`links from ${asker}`, linksFromOneAsker);
  if (!fromHere.allowed) throw askedTooOften({ retryAfterSeconds: fromHere.seconds });
  const press = await rateLimit.take(linkPressed(address), { most: 1, seconds: samePressSeconds });
  const toThere = press.allowed && (await rateLimit.take(linksTo(address), linksToOneAddress)).allowed;
  if (!toThere) return;

  const now = clock.now();
  const token = newToken();
  const link: SignInLink = { for: 'sign-in', address, language, to, askedAt: now, ...browser };
  await database.transaction().execute(async (trx) => {
    await createLinkRepository(trx).add({
      tokenHash: hashToken(token),
      value: link,
      now,
      expiresAt: new Date(now.getTime() + linkSeconds * 1000),
    });
    await mails.write(trx, writeMail({ token, link }));
  });
}

export interface LookedAtLink {
  state: LinkState;
  /** While it can be used. */
  link?: SignInLink;
}

/** What a link would do, without using it up: mail scanners open every link. */
export async function lookAtLink({
  token,
  database,
  clock,
}: Pick<Parts, 'database' | 'clock'> & { token: string | undefined }): Promise<LookedAtLink> {
  const found = isToken(token) ? await createLinkRepository(database).find(hashToken(token)) : undefined;
  return readLink(found, clock.now());
}

function readLink(found: { value: unknown; expiresAt: Date } | undefined, now: Date): LookedAtLink {
  const link = signInLink.safeParse(found?.value);
  if (!found || !link.success) return { state: 'expired' };
  const state = stateOf(link.data, found.expiresAt, now);
  return state === 'ready' ? { state, link: link.data } : { state };
}

export interface SignedInByLink {
  session: StartedSession;
  account: Account;
  /** This was the first time: the account has just been made. */
  isNew: boolean;
  to: string | undefined;
  owesSecondFactor: boolean;
}

/** Uses a link up. The account is made here, not when the link was asked for: the mailbox must be the person's own. */
export async function signInByLink({
  token,
  browser,
  demo,
  ...parts
}: Pick<Parts, 'database' | 'clock' | 'auth'> & {
  token: string | undefined;
  /** This is the demonstration, whose invented staff are let in without a second factor. */
  demo: boolean;
  browser: BrowserName;
}): Promise<SignedInByLink | Exclude<LinkState, 'ready'>> {
  const { database, clock, auth } = parts;
  if (!isToken(token)) return 'expired';
  const tokenHash = hashToken(token);
  return database.transaction().execute(async (trx) => {
    const links = createLinkRepository(trx);
    const now = clock.now();
    const { state, link } = readLink(await links.hold(tokenHash), now);
    if (!link) return state as Exclude<LinkState, 'ready'>;
    const accounts = createAccountRepository(trx);
    const { account, isNew } = await accounts.findOrAdd({ address: link.address, language: link.language, now });
    if (!account.verified) await accounts.noteVerified(account.id, now);
    // The browser did not wait for the answer to the first press.
    if (link.used) await auth.endSession(trx, account.id, link.used.sessionId);
    const invented = demo && account.demo && link.invented;
    const session = await auth.startSession(trx, {
      accountId: account.id,
      browser,
      ...(invented && { secondFactorAt: now }),
    });
    await links.replace(tokenHash, { ...link, used: { at: link.used?.at ?? now, sessionId: session.sessionId } });
    const owesSecondFactor = account.twoFactorEnabled && !invented;
    return { session, account, isNew, to: link.to, owesSecondFactor };
  });
}
