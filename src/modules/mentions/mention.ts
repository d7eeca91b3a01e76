import { inLanguage, realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { answerPath } from '#modules/answers/index.ts';
import { comparePath } from '#modules/conditions/index.ts';

/** Tag of cached pages that are made from the index of mentions. */
export const mentionPages = 'mentions';

/** A sentence that names a source or a glossary term, and where a reader finds it. */
export interface Mention {
  conditionId: string;
  kind: 'source' | 'term';
  key: string;
  place: 'short' | 'part' | 'look-alike';
  questionId: string | null;
  /** The other condition of a pair. */
  otherId: string | null;
  /** The element of the page that it stands in. */
  anchor: string | null;
  /** What that part of the page is called, in the language of the sentence. */
  heading: string | null;
  language: LanguageTag;
  /** Readers of these languages see this text. */
  seenIn: LanguageTag[];
  sentence: string;
}

/** Which of the texts' languages a reader of this one is shown; pseudo-locales are shown English. */
export const readerLanguage = (language: LanguageTag): LanguageTag =>
  (realLanguages as readonly string[]).includes(language) ? language : 'en';

/** The languages whose readers see a pack's text in the language that it is written in. */
export const readersOf = (text: Parameters<typeof inLanguage<string>>[0], written: LanguageTag): LanguageTag[] =>
  realLanguages.filter((reader) => inLanguage(text, reader).language === written);

/** Where a mention stands. */
export function placeOf(
  { place, questionId, anchor }: Pick<Mention, 'place' | 'questionId' | 'anchor'>,
  slug: string,
  otherSlug: string | undefined,
): string {
  const page = place === 'look-alike' ? comparePath(slug, otherSlug ?? '') : answerPath(slug, questionId ?? '');
  return anchor ? `${page}#${anchor}` : page;
}
