import type { I18n } from '#platform/i18n/i18n.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Table } from '#ui/table/table.tsx';
import type { DueEntry, Load } from './queue.repository.ts';
import { reviewerPath } from './review.words.ts';

export interface DueView {
  due: readonly DueEntry[];
  /** Who reviews, and whoever has anything to do with what was signed. */
  reviewers: readonly { slug: string; name: string; load: Load; most: number }[];
}

/** What falls due in the coming months and under whose name; how much each reviewer has. */
export function DuePart({ view: { due, reviewers }, i18n }: { view: DueView; i18n: I18n }) {
  const months = [...new Set(due.map(({ month }) => month))];
  const Name = ({ slug, name }: { slug: string; name: string }) => <a href={i18n.path(reviewerPath(slug))}>{name}</a>;
  return (
    <section class="part flow" aria-labelledby="due">
      <h2 id="due">{i18n.t('desk.due-title')}</h2>
      {due.length === 0 ? (
        <Empty title={i18n.t('desk.due-none')}>{i18n.t('desk.due-none-text')}</Empty>
      ) : (
        <Table
          caption={i18n.t('desk.due-caption')}
          captionHidden
          corner={i18n.t('desk.due-month')}
          columns={[{ text: i18n.t('desk.due-texts'), number: true }, { text: i18n.t('desk.due-by') }]}
          rows={months.map((month) => {
            const ofMonth = due.filter((entry) => entry.month === month);
            return {
              head: month === 'overdue' ? i18n.t('desk.due-overdue') : i18n.month(month),
              cells: [
                i18n.number(ofMonth.reduce((sum, { texts }) => sum + texts, 0)),
                <>
                  {ofMonth.map((entry, index) => (
                    <>
                      {index > 0 && ', '}
                      <Name {...entry} /> {i18n.number(entry.texts)}
                    </>
                  ))}
                </>,
              ],
            };
          })}
        />
      )}
      {reviewers.length > 0 && (
        <Table
          caption={i18n.t('desk.by-reviewer')}
          corner={i18n.t('desk.reviewer')}
          columns={[
            { text: i18n.t('desk.by.desk'), number: true },
            { text: i18n.t('desk.by.in-date'), number: true },
            { text: i18n.t('desk.by.soon'), number: true },
            { text: i18n.t('desk.by.overdue'), number: true },
          ]}
          rows={reviewers.map(({ load, most, ...reviewer }) => ({
            head: <Name {...reviewer} />,
            cells: [
              i18n.t('desk.by.of', { desk: load.onDesk, most }),
              i18n.number(load.inDate),
              i18n.number(load.soon),
              i18n.number(load.overdue),
            ],
          }))}
        />
      )}
    </section>
  );
}
