import type { AnswerFile } from './answer-file.ts';
import type { Faults } from './faults.ts';
import type { Located } from './located.ts';

export const daysKey = ({ condition, question }: Pick<AnswerFile, 'condition' | 'question'>): string =>
  `${condition}/${question}`;

/** The days on which English answers were last changed, as their files say. */
export const daysOfEnglish = (files: readonly AnswerFile[]): Map<string, string> =>
  new Map(
    files
      .filter(({ language }) => language === 'en')
      // a day that cannot be read is a fault of its own: every other day is before it
      .map((file) => [
        daysKey(file),
        /^updated:[ \t]*(\d{4}-\d{2}-\d{2})[ \t]*(?:#.*)?$/mu.exec(file.text)?.[1] ?? '9999',
      ]),
  );

/** Whether what an answer says of its translation can be true. */
export function checkTranslation(
  file: AnswerFile,
  { translation }: { translation?: { of: string } | undefined },
  front: Located,
  { english, today, faults }: { english: ReadonlyMap<string, string>; today: string; faults: Faults },
): void {
  const day = english.get(daysKey(file));
  if (!translation) {
    if (file.language !== 'en' && day !== undefined)
      faults.warn(
        file.file,
        front.placeOf(['updated']),
        'This does not say how it was translated. Add `translation: { made-by: machine, of: … }` (or person), with the `updated` day of the English text that it renders.',
      );
    return;
  }
  const { of } = translation;
  const place = front.placeOf(['translation', 'of']);
  if (file.language === 'en')
    faults.add(
      file.file,
      front.placeOf(['translation']),
      'English is the language of reference, and no translation. Remove `translation`.',
    );
  else if (day === undefined)
    faults.add(
      file.file,
      front.placeOf(['translation']),
      `There is no English answer that this could render. Write conditions/${file.condition}/answers/en/${file.question}.md, or remove \`translation\`.`,
    );
  else if (of > today)
    faults.add(
      file.file,
      place,
      `\`translation.of\` lies after today, ${today}. Write the \`updated\` day of the English text that was translated.`,
    );
  else if (of > day)
    faults.add(
      file.file,
      place,
      `\`translation.of\` is later than the English text, which is of ${day}. Write the \`updated\` day of the English text that was translated.`,
    );
}
