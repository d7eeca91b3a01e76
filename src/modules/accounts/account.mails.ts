import type { I18n } from '#platform/i18n/i18n.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { Account } from './account.repository.ts';
import { linkSeconds, takeBackDays, type NewAddressLink, type SignInLink } from './link.ts';
import { nameBrowser } from './account.words.ts';

/** What can change about how somebody signs in. */
export type Change =
  | 'password-set'
  | 'password-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'second-factor-set'
  | 'second-factor-ended'
  | 'backup-codes-renewed'
  | 'address-asked'
  | 'address-returned';

export type WriteChangeMail = (change: Change, account: Account) => Mail;
export type WriteAddressChangedMail = (given: { token: string; account: Account }) => Mail;
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

    change: ((change, account) => {
      const i18n = in_(account.language);
      return {
        to: account.email,
        accountId: account.id,
        language: account.language,
        subject: i18n.t('mail.change.subject'),
        body:
          [
            i18n.t(`mail.change.${change}`),
            i18n.t('mail.change.not-you'),
            `${origin}${i18n.path('/me/security')}`,
          ].join('\n\n') + foot(i18n),
      };
    }) satisfies WriteChangeMail,

    /** To the address that an account has just left: its owner is told, and can take the account back. */
    addressChanged: (({ token, account }) => {
      const i18n = in_(account.language);
      return {
        to: account.email,
        accountId: account.id,
        language: account.language,
        subject: i18n.t('mail.change.subject'),
        body:
          [
            i18n.t('mail.change.address-changed'),
            i18n.t('mail.old-address.take-back', { days: takeBackDays }),
            `${origin}${i18n.path('/sign-in/old-address')}?token=${token}`,
          ].join('\n\n') + foot(i18n),
      };
    }) satisfies WriteAddressChangedMail,

    newAddressLink: ({ token, link }: { token: string; link: NewAddressLink }): Mail => {
      const i18n = in_(link.language);
      return {
        to: link.address,
        language: link.language,
        subject: i18n.t('mail.new-address.subject'),
        body:
          [
            i18n.t('mail.new-address.open'),
            `${origin}${i18n.path('/sign-in/new-address')}?token=${token}`,
            i18n.t('mail.sign-in.once', { minutes: linkSeconds / 60 }),
            i18n.t('mail.new-address.not-you'),
          ].join('\n\n') + foot(i18n),
      };
    },

    staffRole: (role: StaffRole, granted: boolean, account: Account): Mail => {
      const i18n = in_(account.language);
      return {
        to: account.email,
        accountId: account.id,
        language: account.language,
        subject: i18n.t('mail.staff.subject'),
        body:
          (granted
            ? [
                i18n.t(`mail.staff.granted.${role}`),
                i18n.t('mail.staff.how'),
                `${origin}${i18n.path('/me/security/second-factor')}`,
              ]
            : [i18n.t(`mail.staff.removed.${role}`)]
          ).join('\n\n') + foot(i18n),
      };
    },
  };
}
