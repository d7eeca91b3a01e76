import { IntlMessageFormat } from 'intl-messageformat';
import type { FormatValues, Languages, LanguageTag, MessageKey } from './languages.ts';

export type Direction = 'ltr' | 'rtl';

/** Everything a page needs to speak one language. Handed to views and components as `i18n`. */
export interface I18n {
  readonly language: LanguageTag;
  readonly direction: Direction;
  /** A message, formatted. Values stand for the message's ICU arguments. */
  t(key: MessageKey, values?: FormatValues): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A calendar day, "22 November 2026"; read in UTC. */
  date(day: Date | string): string;
  /** A month, given as `2026-11`, "November 2026". */
  month(month: string): string;
  /** The page of this language at a root path: `/conditions` becomes `/es/conditions`. */
  path(rootPath: string): string;
  list(items: readonly string[]): string;
  /** The name of a language in this language, "Spanish". */
  languageName(tag: LanguageTag): string;
  /** The name of a country (ISO 3166-1) or continent (UN M49) in this language, "Spain"; the code where it has none. */
  regionName(code: string): string;
  compare(a: string, b: string): number;
  /** The same in another language, for a passage that is not translated. */
  in(language: LanguageTag): I18n;
}

export function createI18n(languages: Languages, language: LanguageTag): I18n {
  const messages = languages.messages(language);
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const locale = languages.locale(language);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const numbers = new Map<string, Intl.NumberFormat>();
  const others = new Map<LanguageTag, I18n>();
  const i18n: I18n = {
    language,
    direction: languages.direction(language),
    t(key, values) {
      let format = formats.get(key);
      if (!format)
        formats.set(key, (format = new IntlMessageFormat(messages[key], locale, undefined, { ignoreTag: true })));
      return String(format.format(values));
    },
    number(value, options = {}) {
      const id = JSON.stringify(options);
      let format = numbers.get(id);
      if (!format) numbers.set(id, (format = new Intl.NumberFormat(locale, options)));
      return format.format(value);
    },
    date: (day) => days.format(new Date(day)),
    month: (month) => months.format(new Date(`${month}-01`)),
    path: (rootPath) => languages.path(language, rootPath),
    list: (items) => lists.format(items),
    languageName: (tag) => names.of(tag) ?? tag,
    regionName: (code) => regions.of(code) ?? code,
    compare: collator.compare,
    in(other) {
      if (other === language) return i18n;
      let known = others.get(other);
      if (!known) others.set(other, (known = createI18n(languages, other)));
      return known;
    },
  };
  return i18n;
}

/** For text that is not in the page's language: how it is read aloud, and in which direction it runs. */
export function foreign(i18n: I18n, language: string): { lang?: string; dir?: Direction } {
  if (language === i18n.language) return {};
  const direction: Direction = /^(ar|fa|he|ur)\b/u.test(language) ? 'rtl' : 'ltr';
  return { lang: language, ...(direction !== i18n.direction && { dir: direction }) };
}
