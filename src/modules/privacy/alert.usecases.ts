import type { Audit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/db/database.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { ReadLimits } from '#platform/rate-limit/read-budget.ts';
import { createAlertRepository } from './alert.repository.ts';
import type { LeavingServices } from './leaving.usecases.ts';
import { passed } from './reading.ts';
import { alertsPath } from './rights-paths.ts';

export interface AlertServices extends Pick<LeavingServices, 'database' | 'i18nOf' | 'writeMail'> {
  audit: Pick<Audit, 'note'>;
  limits: ReadLimits;
  /** `https://atlas.example`, for the link in the mail. */
  origin: string;
}

/** Somebody has read more than a day allows: it is noted, and every steward is written to, in their language. */
export async function tellStewards(
  { of, accountId }: { of: 'account' | 'address'; accountId: string | undefined },
  { database, audit, limits, origin, i18nOf, writeMail }: AlertServices,
): Promise<void> {
  const limit = of === 'account' ? limits.perAccount : limits.perAddress;
  await database.transaction().execute(async (transaction: Database) => {
    await audit.note(transaction, {
      actorRole: 'site',
      act: passed,
      // Of an address nothing is kept, and who of those behind it read so much is not known.
      ...(of === 'account' && accountId !== undefined && { aboutAccountId: accountId }),
      details: { of, limit },
    });
    for (const { email, language } of await createAlertRepository(transaction).listStewards()) {
      const i18n = i18nOf(language);
      await writeMail(transaction, { to: email, language, ...mailOf({ of, limit }, i18n, origin) });
    }
  });
}

/** Without a name: a mailbox is read by others, too. Who it is stands on the page. */
const mailOf = ({ of, limit }: { of: 'account' | 'address'; limit: number }, i18n: I18n, origin: string) => ({
  subject: i18n.t('alerts.mail.subject'),
  body: [i18n.t('alerts.mail.body'), `${i18n.t(`alerts.of.${of}`, { limit })}.`, origin + i18n.path(alertsPath)].join(
    '\n\n',
  ),
});
