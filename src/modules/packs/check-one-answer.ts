import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { checkAnswer } from './check-answer.ts';
import { checkLetters } from './check-letters.ts';
import { collectFaults } from './faults.ts';
import type { Known } from './known.ts';
import type { ReadingReport } from './reading-report.ts';

/** What is to be put right in a text that is written on the site. */
export interface AnswerFault {
  field: 'short' | 'body';
  /** Within the field, counted from 1; the short answer is one line. */
  line: number;
  /** As `cairn check-pack` says it. */
  reason: string;
  severity: 'fault' | 'warning';
}

const linesAbove = 4;
const languages = createLanguages();
const i18nOf = { en: createI18n(languages, 'en'), es: createI18n(languages, 'es') };

/** Checks one answer by the rules of packs, all of them: whatever the site publishes can be exported as a pack. */
export function checkOneAnswer(
  {
    short,
    body,
    today,
    ...address
  }: { condition: string; language: string; question: string; short: string; body: string; today: string },
  known: Known,
): { faults: AnswerFault[]; report: ReadingReport | undefined } {
  const faults = collectFaults();
  const file = `${address.question}.md`;
  const text = `---\nshort: ${JSON.stringify(short.trim())}\nupdated: ${today}\n---\n${body}\n`;
  checkLetters(file, text, faults);
  const { report } = checkAnswer(
    { ...address, file, text },
    { known, uses: { sources: new Set(), terms: new Set() }, faults, i18nOf, today },
  );
  return {
    report,
    faults: faults.sorted().map(({ line, reason, severity }) => ({
      field: line <= linesAbove ? 'short' : 'body',
      line: Math.max(1, line - linesAbove),
      reason,
      severity,
    })),
  };
}
