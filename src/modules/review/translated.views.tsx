import type { I18n } from '#platform/i18n/i18n.ts';
import { behindInWords, pathOfWhatChanged, TranslationSays, type AnswerPage } from '#modules/answers/index.ts';
import { Notice } from '#ui/notice/notice.tsx';

/** How the text on a desk was translated; for texts in English nothing. */
export const translationFact = (page: AnswerPage, i18n: I18n) =>
  page.english
    ? [
        {
          name: i18n.t('desk.translation'),
          values: [
            page.answer.revision.translation ? (
              <TranslationSays page={page} i18n={i18n} />
            ) : (
              i18n.t('desk.translation-unknown')
            ),
          ],
        },
      ]
    : [];

/** That the English text has gone on, and what changed in it. */
export function BehindNotice({ page, i18n }: { page: AnswerPage; i18n: I18n }) {
  const says = behindInWords(page, i18n);
  if (says === undefined) return null;
  const changes = pathOfWhatChanged(page);
  return (
    <Notice role="note">
      <p>
        {says} {changes && <a href={i18n.in('en').path(changes)}>{i18n.t('desk.behind-changes')}</a>}
      </p>
    </Notice>
  );
}
