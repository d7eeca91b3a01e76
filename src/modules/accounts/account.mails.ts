import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { SignInLink } from './link.ts';
import { linkSeconds } from './link.ts';
import { nameBrowser } from './account.words.ts';

export type WriteLinkMail = (given: { token: string; link: SignInLink }) => Mail;

/** The mails of this module. Subjects are read on locked screens by whoever sits there: they name nothing, not even the site. */
export function accountMails({ i18n: any, origin, siteName }: { i18n: I18n; origin: string; siteName: string }) {
  const in_ = (language: string) => any.in(language as LanguageTag);
  const foot = (i18n: I18n) => `\n-- \n${siteName}, ${origin}${i18n.path('/')}\n`;

  return {
    signInLink: (({ token, link }) => {
      const i18n = in_(link.language);
      const address = `${origin}${i18n.path('/sign-in/link')}?token=${token}`;
      return {
        to: link.address,
        language: link.language,
        subject: i18n.t('mail.sign-in.subject'),
        body:
          [
            i18n.t('mail.sign-in.open'),
            address,
            i18n.t('mail.sign-in.once', { minutes: linkSeconds / 60 }),
            i18n.t('mail.sign-in.asked', { browser: nameBrowser(link, i18n) }),
          ].join('\n\n') + foot(i18n),
      };
    }) satisfies WriteLinkMail,
  };
}
