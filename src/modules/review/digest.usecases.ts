import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Mail, Mails } from '#platform/mail/mail.ts';
import { isDigestDue, isWorthAMail, type Waiting, type WaitingFor } from './digest.ts';
import { createDigestRepository } from './digest.repository.ts';
import { createQueueRepository } from './queue.repository.ts';
import type { Reviewer } from './review.policy.ts';
import { createReviewRepository } from './review.repository.ts';
import { dayOf } from './review.ts';
import { createWishesRepository } from './wishes.repository.ts';
import { hasTopics, type Topics } from './wishes.ts';

export interface DigestMeans {
  database: Database;
  clock: Clock;
  mails: Pick<Mails, 'write'>;
  /** The conditions of texts that editors handed in, in these languages: one for each text. */
  listProposed: (languages: readonly LanguageTag[]) => Promise<readonly { conditionId: string }[]>;
  /** Where a reviewer is written to; undefined for an account that is gone, or has lost the role. */
  findAddress: (accountId: string) => Promise<{ email: string; language: string } | undefined>;
  writeMail: (waiting: WaitingFor, to: { accountId: string; email: string; language: string }) => Mail;
}

/** What waits for this reviewer today: of their topics, and in all. */
export async function countWaiting(
  { id, languages }: Pick<Reviewer, 'id' | 'languages'>,
  { database, clock, listProposed }: Pick<DigestMeans, 'database' | 'clock' | 'listProposed'>,
): Promise<WaitingFor> {
  const queue = createQueueRepository(database);
  const today = dayOf(clock.now());
  const wishes = await createWishesRepository(database).find(id);
  const proposed = await listProposed(languages as LanguageTag[]);
  const countedOf = async (topics: Topics | undefined, handedIn: number): Promise<Waiting> => {
    const own = (await queue.countByAge(today, topics)).filter(({ language }) => languages.includes(language));
    const sum = (count: (each: (typeof own)[number]) => number) => own.reduce((all, each) => all + count(each), 0);
    return {
      proposed: handedIn,
      overdue: sum(({ overdue }) => overdue),
      soon: sum(({ soon }) => soon),
      unsigned: sum(({ texts, signed, overdue }) => texts - signed - overdue),
    };
  };
  const all = await countedOf(undefined, proposed.length);
  if (!hasTopics(wishes)) return { all };
  const meant = await queue.amongTopics(
    proposed.map(({ conditionId }) => conditionId),
    wishes,
  );
  const ofTopics = await countedOf(wishes, proposed.filter(({ conditionId }) => meant.has(conditionId)).length);
  return { all, ...(isWorthAMail(ofTopics) && { ofTopics }) };
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
    if (!isWorthAMail(waiting.all)) continue;
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
