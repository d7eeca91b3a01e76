import type { I18n } from '#platform/i18n/i18n.ts';
import { Queue } from '#ui/desk/desk.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { deskPath } from './desk.views.tsx';

/** A translation that the English text has gone on from, as the desk lists it. */
export interface BehindText {
  slug: string;
  questionId: string;
  language: string;
  title: string;
  number: number;
  /** Of the English text, `YYYY-MM-DD`. */
  since: string;
}

export const BehindTag = ({ i18n }: { i18n: I18n }) => <Tag>{i18n.t('desk.behind-tag')}</Tag>;

/** Translations to bring up to date, or to confirm as they are. */
export function BehindSection({ texts, total, i18n }: { texts: readonly BehindText[]; total: number; i18n: I18n }) {
  if (texts.length === 0) return null;
  return (
    <section class="part flow" aria-labelledby="behind">
      <h2 id="behind">{i18n.t('desk.behind')}</h2>
      <p>{i18n.t('desk.behind-lede')}</p>
      <Queue
        items={texts.map((each) => ({
          href: i18n.path(`${deskPath(each.slug, each.questionId, each.language)}/edit#translation`),
          title: each.title,
          text: i18n.t('desk.behind-since', {
            language: i18n.languageName(each.language as never),
            number: each.number,
            day: i18n.date(each.since),
          }),
          tag: <BehindTag i18n={i18n} />,
        }))}
      />
      {total > texts.length && <p class="soft">{i18n.t('desk.behind-more', { shown: texts.length, total })}</p>}
    </section>
  );
}
