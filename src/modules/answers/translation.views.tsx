import type { I18n } from '#platform/i18n/i18n.ts';
import type { ReviewState } from '#ui/review-line/review-line.tsx';
import { weave } from '#ui/words/weave.ts';
import type { AnswerPage } from './answer-page.ts';
import type { Translation } from './translation.ts';

const pathOfEnglish = ({ condition, question }: AnswerPage): string =>
  `/conditions/${condition.slug}/questions/${question.id}/history`;

const versionInWords = ({ of, source }: Translation, i18n: I18n): string =>
  source
    ? i18n.t('answers.translated-version', { number: source.number })
    : i18n.t('answers.translated-day', { day: i18n.date(of) });

/** How a version was translated, in a sentence; empty where it is not known. */
export const translationInWords = (translation: Translation | undefined, i18n: I18n): string =>
  translation ? i18n.t(`answers.translated-${translation.madeBy}`, { version: versionInWords(translation, i18n) }) : '';

/** The same, with a link to the English version that it renders. */
export function TranslationSays({ page, i18n }: { page: AnswerPage; i18n: I18n }) {
  const { translation } = page.answer.revision;
  if (!translation) return null;
  const words = versionInWords(translation, i18n);
  const version = translation.source ? (
    <a href={i18n.in('en').path(`${pathOfEnglish(page)}/${translation.source.number}`)} hreflang="en">
      {words}
    </a>
  ) : (
    words
  );
  return <>{weave(i18n, `answers.translated-${translation.madeBy}`, { version })}</>;
}

/** What readers are told of a translation. “Clinically checked” rests on a signature in date under this very text alone. */
export function TranslationLine({ page, review, i18n }: { page: AnswerPage; review: ReviewState; i18n: I18n }) {
  const { translation } = page.answer.revision;
  if (!translation) return null;
  return (
    <p class="soft">
      <TranslationSays page={page} i18n={i18n} />
      {review.state === 'signed' &&
        ` ${i18n.t(review.reviewer.fictional ? 'answers.translated-checked-invented' : 'answers.translated-checked', {
          language: i18n.languageName(page.answer.language),
        })}`}
    </p>
  );
}

/** That a translation does not keep up with the English text; undefined where it does. */
export function behindInWords({ answer, original }: AnswerPage, i18n: I18n): string | undefined {
  if (!original) return undefined;
  const { number, textDate } = original.revision;
  const day = i18n.date(textDate);
  return answer.revision.translation
    ? i18n.t('answers.translation-behind', { number, day })
    : i18n.t('answers.original-newer', { day });
}

/** Where the English text is shown with what changed in it since the version that a translation renders. */
export function pathOfWhatChanged(page: AnswerPage): string | undefined {
  const source = page.answer.revision.translation?.source;
  return page.original && source && `${pathOfEnglish(page)}/${source.number}...${page.original.revision.number}`;
}
