import type { Root } from 'mdast';
import { isReadable, readableText, readingOf, type Reading } from '#modules/answers/index.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import { valueAt } from './apply-schema.ts';
import type { Faults } from './faults.ts';
import type { Located } from './located.ts';
import { gradeInWords } from './reading-report.ts';
import { checkUnique, each } from './references.ts';

/** The formulas are made for a hundred words or more: of one entry they only warn, of the whole glossary they are sure. */
export function checkGlossary(glossary: Located, faults: Faults): void {
  checkUnique(glossary, each(glossary, [], 'id'), 'glossary entry', faults);
  for (const language of realLanguages) {
    const all: string[] = [];
    for (const path of each(glossary, [])) {
      const means = valueAt(glossary.value, [...path, 'means', language]);
      const term = valueAt(glossary.value, [...path, 'term', language]);
      if (typeof means !== 'string') continue;
      const place = glossary.placeOf([...path, 'means', language]);
      const counted = readableText(parseProse(means), typeof term === 'string' ? [term] : []);
      const reading = readingOf(counted, language);
      all.push(counted);
      if (/\p{N}/u.test(means))
        faults.add(
          glossary.file,
          place,
          'A glossary entry cites nothing, so it holds no numbers. Say it in words, or in an answer.',
        );
      if (reading.sentences > 2)
        faults.add(glossary.file, place, 'A glossary entry is one or two sentences. Shorten it.');
      if (isClearlyHard(reading, language))
        faults.warn(
          glossary.file,
          place,
          `This is hard: ${gradeInWords(reading, language, 'body')} Use shorter sentences and words.`,
        );
    }
    const whole = readingOf(all.join('\n\n'), language);
    if (!isReadable(whole, language, 'body'))
      faults.add(
        glossary.file,
        { line: 1 },
        `The glossary is too hard: ${gradeInWords(whole, language, 'body')} Use shorter sentences and words.`,
      );
  }
}

const isClearlyHard = ({ grade, second }: Reading, language: 'en' | 'es'): boolean =>
  language === 'en' ? grade > 11 && second > 11 : second < 40;

const parseProse = (words: string): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
});
