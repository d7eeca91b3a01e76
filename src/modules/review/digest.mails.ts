import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { Waiting, WaitingFor } from './digest.ts';

const lines = ['proposed', 'overdue', 'soon', 'unsigned'] as const;

/** What waits on the desk, in numbers: neither the subject nor the text names a condition. */
export function digestMail(
  { ofTopics, all }: WaitingFor,
  { accountId, email, language }: { accountId: string; email: string; language: string },
  { i18n: any, origin, siteName }: { i18n: I18n; origin: string; siteName: string },
): Mail {
  const i18n = any.in(language as LanguageTag);
  const counted = (waiting: Waiting) =>
    lines
      .filter((line) => waiting[line] > 0)
      .map((line) => `- ${i18n.t(`mail.digest.${line}`, { count: waiting[line] })}`)
      .join('\n');
  return {
    to: email,
    accountId,
    language,
    subject: i18n.t('mail.digest.subject'),
    body:
      [
        ...(ofTopics ? [i18n.t('mail.digest.topics'), counted(ofTopics)] : []),
        i18n.t('mail.digest.waits'),
        counted(all),
        `${origin}${i18n.path('/review')}`,
        i18n.t('mail.digest.how-often'),
        `${origin}${i18n.path('/review/profile')}`,
      ].join('\n\n') + `\n-- \n${siteName}, ${origin}${i18n.path('/')}\n`,
  };
}
