import { limitsAbout } from '#modules/accounts/index.ts';
import { createConditionRepository, everyPage, pagesOfCondition } from '#modules/conditions/index.ts';
import { limitsOfAuthor } from '#modules/experiences/index.ts';
import { reportLimitOf } from '#modules/moderation/index.ts';
import { eraseDue, tellStewards, type LeavingServices } from '#modules/privacy/index.ts';
import { createAudit } from '#platform/audit/audit.ts';
import { limitSecretOf, secretOf } from '#platform/auth/secret.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, defaultLanguage, realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { createRateLimit } from '#platform/rate-limit/rate-limit.ts';
import {
  readerKeysOf,
  takeReadBudget,
  type ReadBudget,
  type Reader,
  type ReadLimits,
} from '#platform/rate-limit/read-budget.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import type { Services } from './start.ts';

type Needed = Pick<Services, 'config' | 'database' | 'clock' | 'mails' | 'log'> & {
  pageCache: Pick<PageCache, 'invalidate'>;
};

const anyLanguage = createI18n(createLanguages(), defaultLanguage);

/** In the language somebody is written to; whatever else a row may say, in the language of reference. */
export const i18nOf = (language: string) =>
  anyLanguage.in(realLanguages.includes(language as never) ? (language as LanguageTag) : defaultLanguage);

/** What leaving and erasing need from the rest of the house. */
export function leavingServicesOf({ config, database, clock, mails, pageCache }: Omit<Needed, 'log'>): LeavingServices {
  return {
    database: database.db,
    clock,
    backupDays: config.backupDays,
    site: { name: config.siteName, address: config.origin },
    i18nOf,
    writeMail: (transaction, mail) => mails.write(transaction, mail),
    async dropPages(transaction, conditionIds) {
      // what is above a form lists it
      const above = await createConditionRepository(transaction).listParentIds(conditionIds);
      const tags = [...new Set([...conditionIds, ...above])].map(pagesOfCondition);
      await pageCache.invalidate(transaction, [everyPage, ...tags]);
    },
    async keysOf(transaction, account) {
      const secret = limitSecretOf(secretOf(config));
      const { hashesOf } = createRateLimit({ database: transaction, clock, secret });
      return {
        limits: [
          ...limitsAbout(account),
          ...limitsOfAuthor(account.accountId),
          reportLimitOf(account.accountId),
        ].flatMap(hashesOf),
        readers: await readerKeysOf(transaction, account.accountId),
      };
    },
  };
}

/** Erases who is due. What fails stands in the log without saying whom it is about, and is tried again at the next hour. */
export async function eraseWhoIsDue(services: Needed): Promise<void> {
  const { log } = services;
  try {
    const erased = await eraseDue(leavingServicesOf(services), (error) =>
      log.error({ error }, 'An account could not be erased, and will be tried again'),
    );
    if (erased > 0) log.info({ erased }, 'Accounts were erased');
  } catch (error) {
    log.error({ error }, 'Who is due to be erased could not be looked up');
  }
}

export const readLimitsOf = ({ readsPerAccount, readsPerAddress }: Needed['config']): ReadLimits => ({
  perAccount: readsPerAccount,
  perAddress: readsPerAddress,
});

export type ReadWithin = (reader: Reader, things: readonly string[]) => Promise<ReadBudget>;

/** Counts what somebody reads about people; where it is too much for a day, stewards are told, the first time. */
export function readWithin(services: Omit<Needed, 'log'>): ReadWithin {
  const { config, database, clock } = services;
  const limits = readLimitsOf(config);
  return async (reader, things) => {
    const budget = await takeReadBudget({ database: database.db, clock, limits }, reader, things);
    if (!budget.allowed && budget.first) {
      const audit = createAudit({ clock });
      const alert = { of: budget.of, accountId: reader.accountId };
      await tellStewards(alert, { ...leavingServicesOf(services), audit, limits, origin: config.origin });
    }
    return budget;
  };
}
