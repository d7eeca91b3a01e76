import { readableText, readingOf, sentencesOf, wordsOf, type ReadableLanguage } from '#modules/answers/index.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';

/** A sentence that is harder to read than it needs to be. */
export interface Hint {
  sentence: string;
  words: number;
  /** School year, by the first formula of the language. */
  grade: number;
}

const longSentence = 20;
const mostHints = 3;

/** The hardest sentences of a text: those with more than twenty words, or two school years above the limit. */
export function hintsFor(
  markdown: string,
  { language, names, limit }: { language: ReadableLanguage; names: readonly string[]; limit: number },
): Hint[] {
  let text: string;
  try {
    text = readableText(parseMarkdown(markdown), names);
  } catch {
    return [];
  }
  return sentencesOf(text)
    .map((sentence) => ({
      sentence: sentence
        .replace(/\uE000/gu, '…')
        .replace(/\s+/gu, ' ')
        .trim(),
      words: wordsOf(sentence).length,
      grade: readingOf(`${sentence}.`, language).grade,
    }))
    .filter(({ words, grade }) => words > longSentence || (words > 5 && grade > limit + 2))
    .sort((one, other) => other.grade - one.grade)
    .slice(0, mostHints);
}
