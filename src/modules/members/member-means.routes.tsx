import type { Context } from 'hono';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { refusalOf, warningsOf, type NameRefusal, type NameWarning } from './display-name.ts';
import type { MemberFrame } from './join.views.tsx';
import type { ConditionBook } from './named-condition.ts';

/** What this room asks of the one that keeps accounts. */
export interface AccountDoor {
  /** The language in which mails are written to somebody. */
  findLanguage(accountId: string): Promise<string | undefined>;
  setLanguage(accountId: string, language: LanguageTag): Promise<void>;
  /** Removes the account of somebody who cannot join and ends their session. Staff keep theirs. */
  removeNew(c: Context, signedIn: SignedIn): Promise<void>;
  /** By which names others than this account speak for the organisation. */
  listStaffNames(exceptAccountId: string): Promise<string[]>;
}

/** What the pages of members are handed. */
export interface MemberMeans extends MemberFrame {
  database: Database;
  events: Pick<Events, 'publish'>;
  clock: Clock;
  conditions: ConditionBook;
  accounts: AccountDoor;
  /** Those in which mails and pages are written. */
  languages: readonly LanguageTag[];
}

/** The address without its language. */
export const rootPathOf = (c: Context, i18n: I18n): string =>
  c.req.path.slice(i18n.path('/').replace(/\/$/u, '').length);

export const yearOf = (clock: Clock): number => clock.now().getUTCFullYear();

/** A page for one person: it stays nowhere, neither in a browser's cache nor in a proxy. */
export const forOnePerson = (c: Context): void => c.header('cache-control', 'private, no-store');

/** What stands against a name, or should be thought about; staff may call themselves what they are. */
export async function checkName(
  name: string,
  signedIn: SignedIn,
  { accounts, frame }: MemberMeans,
): Promise<{ refusal: NameRefusal | undefined; warnings: NameWarning[] }> {
  const { siteName, operator } = frame;
  const others = await accounts.listStaffNames(signedIn.accountId);
  const refusal = refusalOf(name, [siteName, ...(operator ? [operator] : []), ...others]);
  if (refusal === 'like-staff' && signedIn.staffRoles.length > 0) return { refusal: undefined, warnings: [] };
  return { refusal, warnings: refusal ? [] : warningsOf(name, signedIn.email) };
}
