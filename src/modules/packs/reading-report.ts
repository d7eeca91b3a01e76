import type { Reading } from '#modules/answers/index.ts';
import type { realLanguages } from '#platform/i18n/languages.ts';

export type Language = (typeof realLanguages)[number];

/** How hard an answer is to read. */
export interface ReadingReport {
  file: string;
  language: Language;
  short: Reading & { readable: boolean };
  body: Reading & { readable: boolean };
  /** Of the short answer, as readers see it. */
  shortWords: number;
}

export function gradeInWords({ grade, second }: Reading, language: Language, part: 'short' | 'body'): string {
  const most = part === 'short' ? 6 : 8;
  const least = part === 'short' ? 65 : 55;
  return language === 'en'
    ? `grade ${grade.toFixed(1)} (Flesch–Kincaid) and ${second.toFixed(1)} (ARI), where ${most} is the most.`
    : `grade ${grade.toFixed(1)} (Crawford), where ${most} is the most, and ${second.toFixed(0)} (Szigriszt-Pazos), where ${least} is the least.`;
}
