import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { hashToken, isToken, newToken } from '#platform/ids/ids.ts';
import type { Mail, Mails } from '#platform/mail/mail.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import type { Auth } from '#platform/auth/auth.ts';
import { createAccountRepository } from './account.repository.ts';
import { tellOwner } from './change.usecases.ts';
import type { WriteChangeMail } from './account.mails.ts';
import { linkSeconds, linksToOneAddress, newAddressLink, samePressSeconds, type NewAddressLink } from './link.ts';
import { addressesOf, linkPressed, linksTo } from './limits.ts';
import { createLinkRepository } from './link.repository.ts';

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

/** The address that a link would confirm, without using it up. */
export async function lookAtNewAddress({
  token,
  database,
  clock,
}: {
  token: string | undefined;
  database: Database;
  clock: Clock;
}): Promise<string | undefined> {
  const found = isToken(token) ? await createLinkRepository(database).find(hashToken(token)) : undefined;
  return readNewAddress(found, clock.now())?.address;
}

function readNewAddress(found: { value: unknown; expiresAt: Date } | undefined, now: Date) {
  const link = newAddressLink.safeParse(found?.value);
  return found && link.success && found.expiresAt > now ? link.data : undefined;
}

/** Takes the new address. The old one is told, and every session but this browser's ends. */
export async function confirmNewAddress({
  token,
  sessionId,
  writeChange,
  database,
  clock,
  mails,
  auth,
}: {
  token: string | undefined;
  /** Of whoever confirms, if they are signed in here. */
  sessionId: string | undefined;
  writeChange: WriteChangeMail;
  database: Database;
  clock: Clock;
  mails: Mails;
  auth: Pick<Auth, 'endOtherSessions'>;
}): Promise<'changed' | 'expired' | 'taken'> {
  if (!isToken(token)) return 'expired';
  return database.transaction().execute(async (trx) => {
    const links = createLinkRepository(trx);
    const link = readNewAddress(await links.hold(hashToken(token)), clock.now());
    if (!link) return 'expired';
    const accounts = createAccountRepository(trx);
    const owner = await accounts.findByAddress(link.address);
    await links.remove(hashToken(token));
    if (owner) return owner.id === link.accountId ? 'changed' : 'taken';
    await tellOwner(link.accountId, { mails, writeMail: writeChange })(trx, 'address-changed');
    await accounts.changeAddress(link.accountId, link.address, clock.now());
    await auth.endOtherSessions(trx, link.accountId, sessionId);
    return 'changed';
  });
}
