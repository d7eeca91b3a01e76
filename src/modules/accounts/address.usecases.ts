import type { z } from 'zod';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { hashToken, isToken, newToken } from '#platform/ids/ids.ts';
import type { Mail, Mails } from '#platform/mail/mail.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import type { Auth } from '#platform/auth/auth.ts';
import { createAccountRepository } from './account.repository.ts';
import { tellOwner } from './change.usecases.ts';
import type { WriteAddressChangedMail, WriteChangeMail } from './account.mails.ts';
import { createCredentialRepository } from './credential.repository.ts';
import {
  linkSeconds,
  linksToOneAddress,
  newAddressLink,
  oldAddressLink,
  samePressSeconds,
  takeBackDays,
  type NewAddressLink,
  type OldAddressLink,
} from './link.ts';
import { addressesOf, linkPressed, linksTo } from './limits.ts';
import { createLinkRepository } from './link.repository.ts';
import { createSecondFactorRepository } from './second-factor.repository.ts';
import { createStaffRepository } from './staff.repository.ts';

/**
 * Asks the new address whether it is the member's, and tells the old one. Whether another account has it is not said here:
 * only whoever reads mail there learns that.
 */
export async function askNewAddress({
  accountId,
  address,
  language,
  writeMail,
  writeChange,
  database,
  clock,
  mails,
  rateLimit,
}: {
  accountId: string;
  address: string;
  language: string;
  writeMail: (given: { token: string; link: NewAddressLink }) => Mail;
  writeChange: WriteChangeMail;
  database: Database;
  clock: Clock;
  mails: Mails;
  rateLimit: Pick<RateLimit, 'take'>;
}): Promise<void> {
  const press = await rateLimit.take(linkPressed(address), { most: 1, seconds: samePressSeconds });
  if (!press.allowed) return;
  const ofThis = await rateLimit.take(addressesOf(accountId), linksToOneAddress);
  const toThere = await rateLimit.take(linksTo(address), linksToOneAddress);
  if (!ofThis.allowed || !toThere.allowed) return;
  const now = clock.now();
  const token = newToken();
  const link: NewAddressLink = { for: 'new-address', accountId, address, language };
  await database.transaction().execute(async (trx) => {
    await createLinkRepository(trx).add({
      tokenHash: hashToken(token),
      value: link,
      now,
      expiresAt: new Date(now.getTime() + linkSeconds * 1000),
    });
    await mails.write(trx, writeMail({ token, link }));
    await tellOwner(accountId, { mails, writeMail: writeChange })(trx, 'address-asked');
  });
}

/** What a stored link says, as long as it can be used. */
function readLink<T>(
  schema: z.ZodType<T>,
  found: { value: unknown; expiresAt: Date } | undefined,
  now: Date,
): T | undefined {
  const link = schema.safeParse(found?.value);
  return found && link.success && found.expiresAt > now ? link.data : undefined;
}

const lookAt =
  (schema: z.ZodType<{ address: string }>) =>
  async ({
    token,
    database,
    clock,
  }: {
    token: string | undefined;
    database: Database;
    clock: Clock;
  }): Promise<string | undefined> => {
    const found = isToken(token) ? await createLinkRepository(database).find(hashToken(token)) : undefined;
    return readLink(schema, found, clock.now())?.address;
  };

/** The address that a link would confirm, without using it up. */
export const lookAtNewAddress = lookAt(newAddressLink);
/** The address that a link would bring back, without using it up. */
export const lookAtOldAddress = lookAt(oldAddressLink);

/**
 * Takes the new address, and every session but this browser's ends. The old one is told, with a link that takes the
 * account back: whoever got hold of an open session must not be able to keep its owner out.
 */
export async function confirmNewAddress({
  token,
  sessionId,
  writeMail,
  database,
  clock,
  mails,
  auth,
}: {
  token: string | undefined;
  /** Of whoever confirms, if they are signed in here. */
  sessionId: string | undefined;
  writeMail: WriteAddressChangedMail;
  database: Database;
  clock: Clock;
  mails: Mails;
  auth: Pick<Auth, 'endOtherSessions'>;
}): Promise<'changed' | 'expired' | 'taken'> {
  if (!isToken(token)) return 'expired';
  return database.transaction().execute(async (trx) => {
    const links = createLinkRepository(trx);
    const now = clock.now();
    const link = readLink(newAddressLink, await links.hold(hashToken(token)), now);
    if (!link) return 'expired';
    const accounts = createAccountRepository(trx);
    const owner = await accounts.findByAddress(link.address);
    await links.remove(hashToken(token));
    if (owner) return owner.id === link.accountId ? 'changed' : 'taken';
    const account = await accounts.find(link.accountId);
    if (!account) return 'expired';
    const back = newToken();
    const value: OldAddressLink = { for: 'old-address', accountId: account.id, address: account.email };
    const expiresAt = new Date(now.getTime() + takeBackDays * 24 * 60 * 60 * 1000);
    await links.add({ tokenHash: hashToken(back), value, now, expiresAt });
    await mails.write(trx, writeMail({ token: back, account }));
    await accounts.changeAddress(link.accountId, link.address, now);
    await auth.endOtherSessions(trx, link.accountId, sessionId);
    return 'changed';
  });
}

/**
 * Gives an account back to the address that it left. Whatever somebody else may have put there to come in by goes: every
 * session ends, password, passkeys and a young second factor are removed, and no other link for this account works any
 * more. The address that loses the account is not written to: it may be an intruder's.
 */
export async function takeAddressBack({
  token,
  writeChange,
  database,
  clock,
  mails,
  auth,
}: {
  token: string | undefined;
  writeChange: WriteChangeMail;
  database: Database;
  clock: Clock;
  mails: Mails;
  auth: Pick<Auth, 'endOtherSessions'>;
}): Promise<'returned' | 'expired' | 'taken'> {
  if (!isToken(token)) return 'expired';
  return database.transaction().execute(async (trx) => {
    const links = createLinkRepository(trx);
    const held = await links.hold(hashToken(token));
    const link = readLink(oldAddressLink, held, clock.now());
    if (!held || !link) return 'expired';
    const accounts = createAccountRepository(trx);
    const owner = await accounts.findByAddress(link.address);
    if (owner && owner.id !== link.accountId) return 'taken';
    await links.removeAllOf(link.accountId);
    await accounts.changeAddress(link.accountId, link.address, clock.now());
    await createCredentialRepository(trx).removeAll(link.accountId);
    await removeYoungSecondFactor(trx, link.accountId, daysBefore(held.expiresAt, 2 * takeBackDays));
    await auth.endOtherSessions(trx, link.accountId, undefined);
    await tellOwner(link.accountId, { mails, writeMail: writeChange })(trx, 'address-returned');
    return 'returned';
  });
}

const daysBefore = (time: Date, days: number) => new Date(time.getTime() - days * 24 * 60 * 60 * 1000);

/**
 * One that was set up since then may be an intruder's, and would keep the owner out. An older one is the owner's, and the
 * old mailbox alone must not pass it by; nor ever one of staff, whose roles rest on it: an operator can make that forgotten.
 */
async function removeYoungSecondFactor(trx: Database, accountId: string, since: Date): Promise<void> {
  const factors = createSecondFactorRepository(trx);
  const factor = await factors.findInUse(accountId);
  if (!factor || factor.createdAt < since) return;
  if ((await createStaffRepository(trx).list()).some((each) => each.accountId === accountId)) return;
  await factors.remove(accountId);
  await createAccountRepository(trx).setTwoFactorEnabled(accountId, false);
}
