import type { ReadLimits } from '#platform/rate-limit/read-budget.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Day } from '#ui/words/day.tsx';
import type { Alert } from './alert.repository.ts';
import { FromMe } from './export.views.tsx';
import { alertsPath } from './rights-paths.ts';

const saysOf = ({ of, email, limit }: Alert, i18n: I18n): string => {
  if (of === 'address') return `${i18n.t('alerts.of.address', { limit })}. ${i18n.t('alerts.of.address-help')}`;
  if (email === null) return `${i18n.t('alerts.of.gone', { limit })}.`;
  return `${i18n.t('alerts.of.account', { limit })}: ${email}`;
};

/** Where very much was read in a day: for stewards. */
export function AlertsPage({
  frame,
  alerts,
  limits,
}: {
  frame: SiteFrame;
  alerts: readonly Alert[];
  limits: ReadLimits;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('alerts.title'), path: alertsPath, noindex: true }}>
      <PageHead title={i18n.t('alerts.title')} lede={i18n.t('alerts.lede')} trail={<FromMe i18n={i18n} />} />
      {alerts.length === 0 ? (
        <section class="part">
          <Empty stones={[]} title={i18n.t('alerts.none')}>
            {i18n.t('alerts.none-means', { account: limits.perAccount, address: limits.perAddress })}
          </Empty>
        </section>
      ) : (
        <Part id="list" title={i18n.t('alerts.list')}>
          <div class="flow">
            <Facts
              facts={alerts.map((alert) => ({
                name: <Day i18n={i18n} day={alert.at} />,
                values: [saysOf(alert, i18n)],
              }))}
            />
            <p>{i18n.t('alerts.do')}</p>
          </div>
        </Part>
      )}
    </Page>
  );
}
