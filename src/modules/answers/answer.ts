import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';
import type { Translation } from './translation.ts';

/** A question of the catalogue: asked of every condition. */
export interface Question {
  id: string;
  /** With `{condition}` where the condition's name stands. */
  title: Localised;
  short: Localised;
  /** How long a review of its answers holds, in months: 36, or 12 for treatment. */
  reviewMonths: number;
}

/**
 * How a text that was written on the site comes before readers: signed by a reviewer (`review`), as a corrected slip of the
 * pen under the signature that is there (`typo`), or at once and unsigned, with a reason that readers are told (`urgent`).
 */
export type PublishingWay = 'review' | 'typo' | 'urgent';

/** One exact text. Never changes; a new text is a new revision. */
export interface Revision {
  id: string;
  /** Counts up from 1 within its answer. */
  number: number;
  /** At most 60 words; inline markdown. */
  short: string;
  /** Markdown, see docs/domain/packs.md. */
  body: string;
  /** Where it was written: in a pack, or on the site. */
  origin: 'pack' | 'site';
  author: string;
  /** The day its writers last changed the text, `YYYY-MM-DD`. */
  textDate: string;
  createdAt: Date;
  /** Of a text that was written on the site. */
  site?: { way: PublishingWay; note: string | null };
  /** The version in which only slips of the pen were corrected to come to this one; absent: there is none. */
  rootId?: string;
  /** Of a text in another language than English, where it is known. */
  translation?: Translation;
}

/** In the place of a version where nobody has published one. */
export const unwritten: Revision = {
  id: '',
  number: 0,
  short: '',
  body: '',
  origin: 'site',
  author: '',
  textDate: '',
  createdAt: new Date(0),
};

export const isWritten = ({ number }: Pick<Revision, 'number'>): boolean => number > 0;

/** One language, one condition, one question. */
export interface Answer {
  id: string;
  conditionId: string;
  questionId: string;
  language: LanguageTag;
  /** What readers see. */
  revision: Revision;
}

/** Which questions of a condition have a published answer, and in which languages. */
export interface AnsweredQuestion {
  question: Question;
  languages: LanguageTag[];
}

/**
 * The original that a text in another language no longer keeps up with: English, the language of reference. Where it is known
 * which version was translated, any other version is another text, unless only slips of the pen were corrected between them.
 * Where it is not, the later day tells. Undefined for English itself, and where there is no English text.
 */
export function newerOriginal<T extends { language: LanguageTag; revision: Revision }>(
  answers: readonly T[],
  { language, revision }: { language: LanguageTag; revision: Revision },
): T | undefined {
  const original = originalOf(answers, language);
  if (!original) return undefined;
  const { id, rootId = id, textDate, origin, createdAt } = original.revision;
  if (revision.translation) return revision.translation.source?.rootId === rootId ? undefined : original;
  // a day is all that packs know; what was written on the site has its minute
  const later = textDate > revision.textDate || (origin === 'site' && createdAt > revision.createdAt);
  return later ? original : undefined;
}

/** What a text in another language is a translation of; undefined for English itself, and where there is no English text. */
export const originalOf = <T extends { language: LanguageTag }>(
  answers: readonly T[],
  language: LanguageTag,
): T | undefined => (language === 'en' ? undefined : answers.find((answer) => answer.language === 'en'));

/** The answer to show: in the reader's language, or else in English, or else in any. */
export function answerFor<T extends { language: LanguageTag }>(
  answers: readonly T[],
  language: LanguageTag,
): T | undefined {
  return (
    answers.find((answer) => answer.language === language) ??
    answers.find((answer) => answer.language === 'en') ??
    answers[0]
  );
}
