import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { Mail } from '#platform/mail/mail.ts';
import { createLeavingRepository, type ErasedAccount } from './leaving.repository.ts';
import { daysAfter, daysToChangeOnesMind, goneFromBackupsOn, type Leaving } from './leaving.ts';
import { createPersonRepository } from './person.repository.ts';
import { tooLateToStay } from './privacy.errors.ts';

/** What leaving and erasing need from the rest of the house. */
export interface LeavingServices {
  database: Database;
  clock: Clock;
  site: { name: string; address: string };
  /** How long the organisation keeps a backup, in days. */
  backupDays: number;
  i18nOf(language: string): I18n;
  /** The last mail belongs to no account, so that it outlives the one it is about; it is deleted once sent. */
  writeMail(transaction: Database, mail: Mail): Promise<void>;
  /** Pages that show what somebody wrote about these conditions are made anew. */
  dropPages(transaction: Database, conditionIds: readonly string[]): Promise<void>;
  /** The keys under which limits and read budgets count somebody. */
  keysOf(
    database: Database,
    account: { accountId: string; email: string },
  ): Promise<{ limits: string[]; readers: string[] }>;
}

type Needs<Names extends keyof LeavingServices> = Pick<LeavingServices, Names>;

async function dropPagesOf(
  transaction: Database,
  memberId: string | undefined,
  { dropPages }: Needs<'dropPages'>,
): Promise<void> {
  if (memberId === undefined) return;
  const conditionIds = await createLeavingRepository(transaction).listConditionsWrittenUnder(memberId);
  if (conditionIds.length > 0) await dropPages(transaction, conditionIds);
}

/**
 * Somebody leaves: from now on others do not see them; on the day that is returned they are erased, unless they stay.
 * With `atOnce` that day is now.
 */
export async function leave(
  { accountId, keepsExperiences, atOnce }: { accountId: string; keepsExperiences: boolean; atOnce: boolean },
  {
    database,
    clock,
    site,
    i18nOf,
    writeMail,
    ...services
  }: Needs<'database' | 'clock' | 'site' | 'i18nOf' | 'writeMail' | 'dropPages'>,
): Promise<Leaving> {
  const now = clock.now();
  return database.transaction().execute(async (transaction) => {
    const repository = createLeavingRepository(transaction);
    // pressed twice, the second waits here and finds that it is done
    await repository.hold(accountId);
    const before = await repository.find(accountId);
    const on = atOnce ? now : (before?.leaving?.on ?? daysAfter(now, daysToChangeOnesMind));
    const leaving = { on, keepsExperiences };
    await repository.leave(accountId, leaving, now);
    await dropPagesOf(transaction, before?.memberId, services);
    if (atOnce) await repository.endSessions(accountId);
    else if (before && !before.leaving) {
      const { email, language } = before;
      await writeMail(transaction, { to: email, accountId, language, ...begunMail(on, i18nOf(language), site) });
    }
    return leaving;
  });
}

/** Said at once, in case it was somebody else who pressed. */
const begunMail = (on: Date, i18n: I18n, site: LeavingServices['site']) => ({
  subject: i18n.t('leave.begun.subject'),
  body: [
    i18n.t('leave.begun.text', { site: site.name, day: i18n.date(on) }),
    i18n.t('leave.begun.not-you'),
    site.address + i18n.path('/me'),
  ].join('\n\n'),
});

/** @throws CairnError `privacy.too_late_to_stay` when the days are over. */
export async function stay(
  { accountId }: { accountId: string },
  { database, clock, ...services }: Needs<'database' | 'clock' | 'dropPages'>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const repository = createLeavingRepository(transaction);
    const before = await repository.find(accountId);
    if (!before?.leaving) return;
    if (!(await repository.stay(accountId, clock.now()))) throw tooLateToStay();
    await dropPagesOf(transaction, before.memberId, services);
  });
}

/**
 * Erases one account, whole or not at all. False if there was nothing to do: it is gone, or they stayed.
 * The last mail goes to an address that is in no other table any more.
 */
export async function eraseAccount(accountId: string, services: LeavingServices): Promise<boolean> {
  const { database, clock, backupDays, i18nOf, writeMail, keysOf } = services;
  const now = clock.now();
  return database.transaction().execute(async (transaction) => {
    const repository = createLeavingRepository(transaction);
    const account = await repository.holdDue(accountId, now);
    if (!account) return false;
    const { email, language, memberId, leaving } = account;
    const keepsExperiences = leaving!.keepsExperiences;
    await dropPagesOf(transaction, memberId, services);
    const { limits, readers } = await keysOf(transaction, account);
    const person = { accountId, email, memberId, limitKeys: limits, readerKeys: readers };
    await createPersonRepository(transaction).erase(person, { keepsExperiences });
    await repository.noteErased(accountId, keepsExperiences, now);
    const i18n = i18nOf(language);
    await writeMail(transaction, {
      to: email,
      language,
      subject: i18n.t('leave.mail.subject'),
      body: [
        i18n.t('leave.mail.erased', { kept: keepsExperiences ? 'yes' : 'no' }),
        i18n.t('leave.mail.backups', { backups: i18n.date(goneFromBackupsOn(now, backupDays)) }),
        i18n.t('leave.mail.last'),
      ].join('\n\n'),
    });
    return true;
  });
}

/** Erases everybody whose days are over, each in a transaction of its own: what fails is tried again, the others go. */
export async function eraseDue(services: LeavingServices, onFailure: (error: unknown) => void): Promise<number> {
  const repository = createLeavingRepository(services.database);
  let erased = 0;
  for (const accountId of await repository.listDue(services.clock.now())) {
    try {
      if (await eraseAccount(accountId, services)) erased++;
    } catch (error) {
      onFailure(error);
    }
  }
  await repository.forgetErased(daysAfter(services.clock.now(), -services.backupDays - 1));
  return erased;
}

/** After a backup was restored: whoever was erased since it was made is erased again, without a mail. */
export async function eraseAgain(erased: readonly ErasedAccount[], services: LeavingServices): Promise<number> {
  const { database, clock } = services;
  const silent = { ...services, writeMail: async () => {} };
  const found = await createLeavingRepository(database).findAgain(erased);
  let count = 0;
  for (const { accountId, keepsExperiences } of found) {
    await createLeavingRepository(database).leave(accountId, { on: clock.now(), keepsExperiences }, clock.now());
    if (await eraseAccount(accountId, silent)) count++;
  }
  return count;
}
