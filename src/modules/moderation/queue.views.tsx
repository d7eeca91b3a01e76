import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Queue } from '#ui/desk/desk.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Choices } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { TextVersion } from './items.ts';
import type { QueuedCase } from './moderation.repository.ts';
import { nameOfText } from './report.views.tsx';
import type { Tier } from './urgency.ts';
import { ageText, reasonText } from './words.ts';

export const queuePath = '/moderate';
export const figuresPath = '/moderate/figures';
export const casePath = (id: string): string => `/moderate/${id}`;

export interface QueueView {
  entries: readonly (QueuedCase & { text: TextVersion; holder: string | undefined; mine: boolean })[];
  waiting: readonly { tier: Tier; count: number; oldest: Date }[];
  /** Where the next page begins. */
  next: string | undefined;
  /** Not the first page. */
  further: boolean;
  /** What was done a moment ago and can be taken back. */
  done: { batch: string; count: number } | undefined;
  said: 'undone' | 'nothing-next' | 'none-chosen' | 'left' | undefined;
  left: number;
  now: Date;
  /** Whether this reader decides; stewards look. */
  decides: boolean;
}

/** What was done a moment ago, and the way back. */
export function DoneNotice({ done, i18n }: { done: { batch: string; count: number }; i18n: I18n }) {
  return (
    <Notice role="status">
      <p>{i18n.t('moderate.done', { count: done.count })}</p>
      <form method="post" action={i18n.path('/moderate/undo')}>
        <input type="hidden" name="batch" value={done.batch} />
        <Button kind="second">{i18n.t('moderate.undo')}</Button>
      </form>
    </Notice>
  );
}

function StateTag({ entry, now, i18n }: { entry: QueueView['entries'][number]; now: Date; i18n: I18n }) {
  const held = entry.holderId !== null && entry.heldUntil !== null && entry.heldUntil > now;
  const age = i18n.t('moderate.waits', { age: ageText(entry.since, now, i18n) });
  return (
    <>
      {(entry.tier === 'crisis' || entry.tier === 'pressing') && (
        <Tag kind="alarm">{i18n.t(`moderate.tier.${entry.tier}`)}</Tag>
      )}{' '}
      {held && (
        <Tag kind="knowledge">
          {entry.mine ? i18n.t('moderate.yours') : i18n.t('moderate.with', { name: entry.holder ?? '' })}
        </Tag>
      )}{' '}
      {age}
    </>
  );
}

const rowText = ({ reasons, reporters }: QueuedCase, i18n: I18n): string =>
  [
    i18n.list(reasons.map((reason) => reasonText(reason, i18n))),
    ...(reporters > 0 ? [i18n.t('moderate.reporters', { count: reporters })] : []),
  ].join(' · ');

/** What waits for a moderator, the most urgent first. */
export function QueuePage({ view, frame }: { view: QueueView; frame: SiteFrame }) {
  const { i18n } = frame;
  const { entries, waiting, now, decides } = view;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('moderate.title'), path: queuePath, noindex: true }}>
      <PageHead title={i18n.t('moderate.title')} lede={i18n.t('moderate.lede')}>
        {view.done && <DoneNotice done={view.done} i18n={i18n} />}
        {view.said && (
          <Notice role="status">
            <p>{i18n.t(`moderate.said.${view.said}`, { count: view.left })}</p>
          </Notice>
        )}
        {waiting.length > 0 && (
          <Facts
            facts={waiting.map(({ tier, count, oldest }) => ({
              name: i18n.t(`moderate.tier.${tier}`),
              values: [i18n.t('moderate.waiting', { count, age: ageText(oldest, now, i18n) })],
            }))}
          />
        )}
        {decides && entries.length > 0 && (
          <form method="post" action={i18n.path('/moderate/next')}>
            <ButtonRow>
              <Button>{i18n.t('moderate.next')}</Button>
            </ButtonRow>
          </form>
        )}
        <p>
          <WayOn href={i18n.path(figuresPath)}>{i18n.t('moderate.figures.title')}</WayOn>
        </p>
      </PageHead>
      <section class="part flow" aria-labelledby="waiting">
        <h2 id="waiting">{i18n.t('moderate.queue')}</h2>
        {entries.length > 0 ? (
          <Many decides={decides} i18n={i18n}>
            <Queue
              items={entries.map((entry) => ({
                href: i18n.path(casePath(entry.item.id)),
                title: nameOfText(entry.text),
                text: rowText(entry, i18n),
                tag: <StateTag entry={entry} now={now} i18n={i18n} />,
                ...(decides && {
                  pick: {
                    name: 'chosen',
                    value: `${entry.item.kind}/${entry.item.id}/${entry.version}`,
                    label: i18n.t('moderate.mark', { title: nameOfText(entry.text) }),
                  },
                }),
              }))}
            />
          </Many>
        ) : (
          <Empty title={i18n.t('moderate.nothing')}>{i18n.t('moderate.nothing-text')}</Empty>
        )}
        {(view.next ?? view.further) && (
          <nav aria-label={i18n.t('paging.label')}>
            <ol class="pages" role="list">
              {view.further && (
                <li>
                  <a href={i18n.path(queuePath)}>{i18n.t('moderate.first-page')}</a>
                </li>
              )}
              {view.next && (
                <li>
                  <a href={i18n.path(`${queuePath}?after=${view.next}`)} rel="next">
                    {i18n.t('paging.next')}
                  </a>
                </li>
              )}
            </ol>
          </nav>
        )}
      </section>
    </Page>
  );
}

/** The queue as a form, for those who decide: one decision about all that are marked. */
function Many({ decides, i18n, children }: { decides: boolean; i18n: I18n; children: Child }) {
  if (!decides) return <>{children}</>;
  return (
    <form class="flow" method="post" action={i18n.path('/moderate/many')}>
      {children}
      <Fold summary={i18n.t('moderate.many')}>
        <Choices
          legend={i18n.t('moderate.many-decision')}
          name="decision"
          choices={(['spam', 'spam-ban', 'keep', 'approve'] as const).map((decision) => ({
            value: decision,
            text: i18n.t(`moderate.many.${decision}`),
            help: i18n.t(`moderate.many.${decision}-means`),
          }))}
        />
        <ButtonRow>
          <Button kind="second">{i18n.t('moderate.many-record')}</Button>
        </ButtonRow>
      </Fold>
    </form>
  );
}
