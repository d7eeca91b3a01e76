import type { I18n } from '#platform/i18n/i18n.ts';

/** A calendar day in the reader's words, with the day for machines. */
export function Day({ i18n, day }: { i18n: I18n; day: Date | string }) {
  return <time datetime={new Date(day).toISOString().slice(0, 10)}>{i18n.date(day)}</time>;
}
