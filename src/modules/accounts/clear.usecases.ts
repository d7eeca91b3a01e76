import { createSessionRepository } from '#platform/auth/session.repository.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { createRateLimitRepository } from '#platform/rate-limit/rate-limit.repository.ts';
import { createAccountRepository } from './account.repository.ts';

const monthMs = 30 * 24 * 60 * 60 * 1000;

/** Removes what has had its time: sessions, links, limits, and accounts made for a role that nobody came for. */
export async function clearAccounts({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const now = clock.now();
  await createSessionRepository(database).removeExpired(now);
  await createRateLimitRepository(database).removeBefore(now);
  await createAccountRepository(database).removeNeverUsed(new Date(now.getTime() - monthMs));
}
