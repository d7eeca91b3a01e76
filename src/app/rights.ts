import { limitsAbout } from '#modules/accounts/index.ts';
import { createConditionRepository, everyPage, pagesOfCondition } from '#modules/conditions/index.ts';
import { eraseDue, type LeavingServices } from '#modules/privacy/index.ts';
import { limitSecretOf, secretOf } from '#platform/auth/secret.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, defaultLanguage, realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { createRateLimit } from '#platform/rate-limit/rate-limit.ts';
import { readerKeysOf } from '#platform/rate-limit/read-budget.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import type { Services } from './start.ts';

type Needed = Pick<Services, 'config' | 'database' | 'clock' | 'mails' | 'log'> & {
  pageCache: Pick<PageCache, 'invalidate'>;
};

const anyLanguage = createI18n(createLanguages(), defaultLanguage);

/** In the language somebody is written to; whatever else a row may say, in the language of reference. */
const i18nOf = (language: string) =>
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
        limits: limitsAbout(account).flatMap(hashesOf),
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
