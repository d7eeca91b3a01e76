import en from '#messages/en.json' with { type: 'json' };
import es from '#messages/es.json' with { type: 'json' };
import { pseudo } from './pseudo.ts';

/** English is the language of reference: its keys are the keys of all. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;
export type FormatValues = Record<string, string | number | Date | boolean>;

/** A BCP 47 tag. `en-XA` (accented) and `ar-XB` (right to left) are pseudo-locales, for tests. */
export type LanguageTag = 'en' | 'es' | 'en-XA' | 'ar-XB';

export const defaultLanguage: LanguageTag = 'en';
export const realLanguages = ['en', 'es'] as const satisfies LanguageTag[];
const pseudoLanguages = ['en-XA', 'ar-XB'] as const satisfies LanguageTag[];

const catalogue: Record<LanguageTag, () => Messages> = {
  en: () => en,
  es: () => es satisfies Messages,
  'en-XA': () => pseudo(en, 'accents'),
  'ar-XB': () => pseudo(en, 'right-to-left'),
};

export interface Languages {
  readonly all: readonly LanguageTag[];
  messages(language: LanguageTag): Messages;
  direction(language: LanguageTag): 'ltr' | 'rtl';
  /** The locale for `Intl`: pseudo-locales count and date as English does. */
  locale(language: LanguageTag): string;
  path(language: LanguageTag, rootPath: string): string;
}

/** The languages an atlas speaks; pseudo-locales only where a test asks for them. */
export function createLanguages({ withPseudo = false } = {}): Languages {
  return {
    all: withPseudo ? [...realLanguages, ...pseudoLanguages] : realLanguages,
    messages: (language) => catalogue[language](),
    direction: (language) => (language === 'ar-XB' ? 'rtl' : 'ltr'),
    locale: (language) => (language === 'en' || language.includes('-X') ? 'en-GB' : language),
    path: (language, rootPath) =>
      language === defaultLanguage ? rootPath : `/${language}${rootPath === '/' ? '' : rootPath}`,
  };
}

/** A text in several languages, as packs hold it; English is always there. */
export type Localised<T = string> = { en: T } & { [language in (typeof realLanguages)[number]]?: T };

/** The text in the reader's language, or in English with the language it is in. */
export function inLanguage<T>(text: Localised<T>, language: LanguageTag): { text: T; language: 'en' | 'es' } {
  const wanted = text[language as 'es'];
  return wanted === undefined ? { text: text.en, language: 'en' } : { text: wanted, language: language as 'es' };
}
