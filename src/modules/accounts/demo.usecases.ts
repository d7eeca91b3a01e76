import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { hashToken, newToken } from '#platform/ids/ids.ts';
import { createAccountRepository } from './account.repository.ts';
import type { SignInLink } from './link.ts';
import { createLinkRepository } from './link.repository.ts';
import { createStaffRepository } from './staff.repository.ts';

/** The demonstration's invented people who can be signed in as. Nobody can own a mailbox below `.example`. */
export const demoPeople = ['member', 'editor', 'reviewer', 'moderator', 'steward'] as const;
export type DemoPerson = (typeof demoPeople)[number];

const demoAddress = (who: DemoPerson): string => `${who}@demo.example`;

const day = 24 * 60 * 60 * 1000;

/**
 * Makes the invented people, once, and a link for each that works once, for a day. Their accounts are marked: outside the
 * demonstration they can do nothing, and only there does such a link stand for a second factor.
 */
export async function makeDemoLinks({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<{ who: DemoPerson; token: string }[]> {
  return database.transaction().execute(async (trx) => {
    const now = clock.now();
    const links: { who: DemoPerson; token: string }[] = [];
    for (const who of demoPeople) {
      const accounts = createAccountRepository(trx);
      const address = demoAddress(who);
      const { account, isNew } = await accounts.findOrAdd({ address, language: 'en', now, demo: true });
      if (!account.demo) continue;
      if (isNew && who !== 'member') {
        await createStaffRepository(trx).grant({ accountId: account.id, role: who satisfies StaffRole, now });
        await accounts.setTwoFactorEnabled(account.id, true);
      }
      const token = newToken();
      const value: SignInLink = { for: 'sign-in', address, language: 'en', askedAt: now, invented: true };
      const expiresAt = new Date(now.getTime() + day);
      await createLinkRepository(trx).add({ tokenHash: hashToken(token), value, now, expiresAt });
      links.push({ who, token });
    }
    return links;
  });
}
