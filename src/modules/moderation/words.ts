import type { I18n } from '#platform/i18n/i18n.ts';
import type { AuthorStanding } from './author.ts';

/** How long something has waited, in the largest whole unit: "3 hours". */
export function ageText(since: Date, now: Date, i18n: I18n): string {
  return spanText(Math.max(0, (now.getTime() - since.getTime()) / 1000), i18n);
}

/** A span of seconds in words. */
export function spanText(seconds: number, i18n: I18n): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return i18n.t('moderate.span.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? i18n.t('moderate.span.hours', { count: hours })
    : i18n.t('moderate.span.days', { count: Math.floor(hours / 24) });
}

/** Why a case waits, from the codes of the queue. */
export const reasonText = (reason: string, i18n: I18n): string => i18n.t(`moderate.why.${reason as 'spam'}`);

export const authorText = ({ standing, until }: { standing: AuthorStanding; until?: Date }, i18n: I18n): string =>
  i18n.t(`moderate.author.${standing}`, { day: until ? i18n.date(until) : '' });
