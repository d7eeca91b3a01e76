import { Empty } from '#ui/empty/empty.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Table } from '#ui/table/table.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { figuresPath, queuePath } from './queue.views.tsx';
import type { Tier } from './urgency.ts';
import { ageText, spanText } from './words.ts';

/** How long people wait for a moderator: times, and how many cases, which are texts. Nothing here counts members. */
export function FiguresPage({
  waiting,
  times,
  days,
  now,
  frame,
}: {
  waiting: readonly { tier: Tier; count: number; oldest: Date }[];
  times: readonly { tier: Tier; median: number; ninetieth: number; longest: number }[];
  days: number;
  now: Date;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const title = i18n.t('moderate.figures.title');
  const column = (key: 'count' | 'oldest' | 'median' | 'ninetieth' | 'longest') => ({
    text: i18n.t(`moderate.figures.${key}`),
    number: true,
  });
  return (
    <Page frame={frame} current="you" meta={{ title, path: figuresPath, noindex: true }}>
      <PageHead
        title={title}
        lede={i18n.t('moderate.figures.lede')}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('moderate.title'), href: i18n.path(queuePath) }]} />}
      />
      <Part id="now" title={i18n.t('moderate.figures.now')}>
        {waiting.length === 0 ? (
          <Empty title={i18n.t('moderate.nothing')} />
        ) : (
          <Table
            caption={i18n.t('moderate.figures.now')}
            captionHidden
            corner={i18n.t('moderate.figures.kind')}
            columns={[column('count'), column('oldest')]}
            rows={waiting.map(({ tier, count, oldest }) => ({
              head: i18n.t(`moderate.tier.${tier}`),
              cells: [i18n.number(count), ageText(oldest, now, i18n)],
            }))}
          />
        )}
      </Part>
      <Part id="times" title={i18n.t('moderate.figures.times', { days })}>
        {times.length === 0 ? (
          <Empty title={i18n.t('moderate.figures.none')} />
        ) : (
          <div class="flow">
            <Table
              caption={i18n.t('moderate.figures.times', { days })}
              captionHidden
              corner={i18n.t('moderate.figures.kind')}
              columns={[column('median'), column('ninetieth'), column('longest')]}
              rows={times.map(({ tier, median, ninetieth, longest }) => ({
                head: i18n.t(`moderate.tier.${tier}`),
                cells: [median, ninetieth, longest].map((seconds) => spanText(seconds, i18n)),
              }))}
            />
            <p class="soft">{i18n.t('moderate.figures.goal')}</p>
          </div>
        )}
      </Part>
    </Page>
  );
}
