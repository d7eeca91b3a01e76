import type { Root } from 'mdast';
import { isReadable, readableText, readingOf, wordsOf } from '#modules/answers/index.ts';
import { plainInline } from '#modules/knowledge/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import { plainText } from '#platform/markdown/markdown.ts';
import type { AnswerFile } from './answer-file.ts';
import { applySchema, valueAt } from './apply-schema.ts';
import { checkTranslation } from './check-translation.ts';
import { checkText, type PackText } from './check-text.ts';
import { checkWords } from './check-words.ts';
import type { Faults, Place } from './faults.ts';
import type { Known, Uses } from './known.ts';
import { readYaml, type Located } from './located.ts';
import type { PackAnswer } from './pack.ts';
import { numbersOfClaim } from './claim.schemas.ts';
import { frontMatterSchema } from './pack.schemas.ts';
import { gradeInWords, type Language, type ReadingReport } from './reading-report.ts';

export const mostWordsInShort = 60;

interface Checking {
  known: Known;
  uses: Uses;
  faults: Faults;
  i18nOf: Record<Language, I18n>;
  /** `YYYY-MM-DD`; nothing can have been updated later. */
  today: string;
  /** The days of English answers, by `daysKey`; missing: not known, and nothing is said of translations. */
  english?: ReadonlyMap<string, string>;
}

/** Checks one answer. Without `answer`, it cannot be imported. */
export function checkAnswer(
  file: AnswerFile,
  { known, uses, faults, i18nOf, today, english }: Checking,
): { answer?: PackAnswer; report?: ReadingReport } {
  const language = realLanguages.find((each) => each === file.language);
  checkAddress(file, language, known, faults);
  const parts = /^---\n((?:.*\n)*?)---(?:\n|$)/u.exec(file.text);
  if (!parts) {
    faults.add(
      file.file,
      { line: 1 },
      'An answer begins with a line of ---, then short and updated, then another line of ---.',
    );
    return {};
  }
  const front = readYaml(file.file, parts[1]!, faults, 2);
  const data = front && applySchema(frontMatterSchema, front, [], faults);
  if (data && data.updated > today)
    faults.add(
      file.file,
      front.placeOf(['updated']),
      `\`updated\` lies after today, ${today}. Write the day of the last change.`,
    );
  if (data && english) checkTranslation(file, data, front, { english, today, faults });
  const bodyLine = parts[0].split('\n').length;
  const body = file.text.slice(parts[0].length);
  const text = { file: file.file, language: file.language, condition: file.condition };
  const atBody = ({ line, column }: Place): Place => ({ line: line + bodyLine - 1, column });
  const bodyRoot = checkText({ ...text, kind: 'body', markdown: body, placeOf: atBody }, known, uses, faults);
  const short = valueAt(front?.value, ['short']);
  const inShort: PackText | undefined =
    front && typeof short === 'string'
      ? { ...text, kind: 'short', markdown: short, placeOf: (_, words) => front.placeOfWords(['short'], words ?? '') }
      : undefined;
  const shortRoot = inShort && checkText(inShort, known, uses, faults);
  if (!bodyRoot || !shortRoot || !front || !language) return {};
  for (const [index, line] of body.split('\n').entries())
    checkWords(line.replace(/\[@[^\]]*\]|\{[^}]*\}/gu, ''), language, (_, reason) =>
      faults.add(file.file, atBody({ line: index + 1 }), reason),
    );
  checkWords(plainText(shortRoot), language, (words, reason) =>
    faults.add(file.file, front.placeOfWords(['short'], words), reason),
  );
  const report = {
    ...readAloud(file, language, shortRoot, bodyRoot, known),
    shortWords: wordsInShort(inShort.markdown, file, known, i18nOf[language]),
  };
  checkReading(report, front, bodyLine, faults);
  if (!data) return { report };
  return {
    report,
    answer: {
      condition: file.condition,
      questionId: file.question,
      language,
      short: data.short,
      body: body.trim(),
      updated: data.updated,
      ...(data.translation && {
        translation: { madeBy: data.translation['made-by'], of: data.translation.of },
      }),
    },
  };
}

function checkAddress(
  { file, condition, language, question }: AnswerFile,
  known: Language | undefined,
  { conditions, languages, questions }: Known,
  faults: Faults,
): void {
  const top = { line: 1 };
  if (!known)
    faults.add(
      file,
      top,
      `Cairn does not speak \`${language}\`; it speaks ${realLanguages.join(', ')}. Put the answer in a folder of one of these.`,
    );
  else if (languages?.has(language) === false)
    faults.add(file, top, `pack.yaml does not name \`${language}\` among its languages. Add it there.`);
  if (questions?.has(question) === false)
    faults.add(file, top, `questions.yaml has no question \`${question}\`. Add it there, or rename this file.`);
  if (
    known &&
    known !== 'en' &&
    conditions.get(condition)?.located &&
    !namesIn(conditions.get(condition)!.located!, known)
  )
    faults.add(
      file,
      top,
      `conditions/${condition}/condition.yaml has no names in \`${known}\`. Add them before answering in it.`,
    );
}

const namesIn = (located: Located, language: string) => valueAt(located.value, ['names', language]);

/** The condition's names as its file has them, whatever else is wrong with it. */
function ownNames(condition: string, language: string, known: Known): string[] {
  const located = known.conditions.get(condition)?.located;
  const names = located && (namesIn(located, language) ?? namesIn(located, 'en'));
  return ['preferred', 'in-sentence', 'synonyms', 'narrower']
    .flatMap((key) => valueAt(names, [key]) ?? [])
    .filter((name): name is string => typeof name === 'string');
}

function readAloud(file: AnswerFile, language: Language, short: Root, body: Root, known: Known) {
  const names = ownNames(file.condition, language, known);
  const read = (root: Root, part: 'short' | 'body') => {
    const reading = readingOf(readableText(root, names), language);
    return { ...reading, readable: isReadable(reading, language, part) };
  };
  return { file: file.file, language, short: read(short, 'short'), body: read(body, 'body') };
}

/** Counted as readers see it, with the claims written out. */
function wordsInShort(short: string, { condition }: AnswerFile, known: Known, i18n: I18n): number {
  const claim = (reference: string) => {
    const [slug, id] = reference.includes('/') ? reference.split('/') : [condition, reference];
    const found = known.conditions.get(slug!)?.claims?.get(id!);
    const parsed = found && numbersOfClaim.safeParse(found);
    return parsed?.data && { source: '', ...parsed.data };
  };
  return wordsOf(plainInline(short, { i18n, claim, conditionSlug: condition })).length;
}

function checkReading(
  { language, short, body, file, shortWords: words }: ReadingReport,
  front: Located,
  bodyLine: number,
  faults: Faults,
): void {
  const shortPlace = front.placeOf(['short']);
  if (words > mostWordsInShort)
    faults.add(file, shortPlace, `The short answer has ${words} words. Shorten it to ${mostWordsInShort}.`);
  if (!short.readable)
    faults.add(
      file,
      shortPlace,
      `The short answer is too hard: ${gradeInWords(short, language, 'short')} Use shorter sentences and words.`,
    );
  if (!body.readable)
    faults.add(
      file,
      { line: bodyLine },
      `The body is too hard: ${gradeInWords(body, language, 'body')} Use shorter sentences and words.`,
    );
}
