import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Mail, Mails } from '#platform/mail/mail.ts';
import { isDigestDue, isWorthAMail, type Waiting } from './digest.ts';
import { createDigestRepository } from './digest.repository.ts';
import type { Reviewer } from './review.policy.ts';
import { createReviewRepository } from './review.repository.ts';
import { dayOf } from './review.ts';

export interface DigestMeans {
  database: Database;
  clock: Clock;
  mails: Pick<Mails, 'write'>;
  /** Texts that editors handed in, in these languages. */
  countProposed: (languages: readonly LanguageTag[]) => Promise<number>;
  /** Where a reviewer is written to; undefined for an account that is gone, or has lost the role. */
  findAddress: (accountId: string) => Promise<{ email: string; language: string } | undefined>;
  writeMail: (waiting: Waiting, to: { accountId: string; email: string; language: string }) => Mail;
}

/** What waits for this reviewer today. */
export async function countWaiting(
  { languages }: Pick<Reviewer, 'languages'>,
  { database, clock, countProposed }: Pick<DigestMeans, 'database' | 'clock' | 'countProposed'>,
): Promise<Waiting> {
  const byLanguage = await createReviewRepository(database).countByAge(dayOf(clock.now()));
  const own = byLanguage.filter(({ language }) => languages.includes(language));
  const sum = (count: (each: (typeof own)[number]) => number) => own.reduce((all, each) => all + count(each), 0);
  return {
    proposed: await countProposed(languages as LanguageTag[]),
    overdue: sum(({ overdue }) => overdue),
    soon: sum(({ soon }) => soon),
    unsigned: sum(({ texts, signed, overdue }) => texts - signed - overdue),
  };
}

/** Writes to each reviewer for whom something waits and for whom it is time. Returns to how many. */
export async function sendDigests(means: DigestMeans): Promise<number> {
  const { database, clock, mails, findAddress, writeMail } = means;
  const today = dayOf(clock.now());
  let sent = 0;
  for (const reviewer of await createReviewRepository(database).listReviewers()) {
    const { id, accountId, active, verifiedOn } = reviewer;
    if (!active || verifiedOn === null || accountId === null) continue;
    const waiting = await countWaiting(reviewer, means);
    if (!isWorthAMail(waiting)) continue;
    const address = await findAddress(accountId);
    if (!address) continue;
    const written = await database.transaction().execute(async (transaction) => {
      const digests = createDigestRepository(transaction);
      await digests.hold(id);
      if (!isDigestDue(await digests.find(id), today)) return false;
      await mails.write(transaction, writeMail(waiting, { accountId, ...address }));
      await digests.saveTold(id, today);
      return true;
    });
    if (written) sent++;
  }
  return sent;
}
