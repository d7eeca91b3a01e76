import type { AuditRecord } from '#platform/audit/audit.repository.ts';
import { staffRoles } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Day } from '#ui/words/day.tsx';
import { FromMe } from './export.views.tsx';
import { passed } from './reading.ts';
import { recordPath } from './rights-paths.ts';

/** The acts for which there are words; a test compares them with what is noted anywhere. */
export const actsWithWords = [
  'staff.granted',
  'staff.removed',
  'staff.second-factor-forgotten',
  'moderation.keep',
  'moderation.approve',
  'moderation.note',
  'moderation.ask-for-change',
  'moderation.hide',
  'moderation.remove',
  'moderation.restrict',
  'moderation.ban',
  'moderation.lift',
  'moderation.undo',
  'moderation.uphold',
  'moderation.reverse',
  passed,
] as const;

function describe({ act, details }: Pick<AuditRecord, 'act' | 'details'>, i18n: I18n): string {
  const known = actsWithWords.find((each) => each === act);
  if (!known) return i18n.t('record.act.other', { act });
  const role = staffRoles.find((each) => each === details.role);
  return i18n.t(`record.act.${known}`, { ...details, ...(role && { role: i18n.t(`staff.role.${role}`) }) });
}

/** What staff did about somebody, for that person, in plain words. */
export function RecordPage({
  frame,
  records,
  accountId,
}: {
  frame: SiteFrame;
  records: readonly AuditRecord[];
  accountId: string;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('record.title'), path: recordPath, noindex: true }}>
      <PageHead title={i18n.t('record.title')} lede={i18n.t('record.lede')} trail={<FromMe i18n={i18n} />} />
      {records.length === 0 ? (
        <section class="part">
          <Empty stones={[]} title={i18n.t('record.none')}>
            {i18n.t('record.none-means')}
          </Empty>
        </section>
      ) : (
        <Part id="list" title={i18n.t('record.list')}>
          <div class="flow">
            <Facts
              facts={records.map((record) => ({
                name: <Day i18n={i18n} day={record.at} />,
                values: [
                  <>
                    {describe(record, i18n)}{' '}
                    <span class="soft">
                      ({i18n.t(record.actorId === accountId ? 'record.by.you' : `record.by.${record.actorRole}`)})
                    </span>
                  </>,
                ],
              }))}
            />
            <p>{i18n.t('record.ask')}</p>
          </div>
        </Part>
      )}
    </Page>
  );
}
