import { syllable } from 'syllable';

/**
 * How many years of school a text asks for, by two published formulas per language.
 * English: Flesch–Kincaid grade (Kincaid and others 1975) and the Automated Readability Index (Smith and Senter 1967).
 * Spanish: Crawford's grade (Crawford 1984) and Szigriszt-Pazos' perspicuity (1993), read on the INFLESZ scale.
 */
export interface Reading {
  words: number;
  sentences: number;
  /** School grade (years); the first formula of the language. */
  grade: number;
  /** English: school grade by the second formula. Spanish: perspicuity from 0 (hard) to 100 (easy). */
  second: number;
}

export type ReadableLanguage = 'en' | 'es';

/** The limits of the design: a short answer is at grade 6 or below, a body at grade 8 or below, by both formulas. */
const limits = {
  en: {
    short: (r: Reading) => r.grade <= 6 && r.second <= 6,
    body: (r: Reading) => r.grade <= 8 && r.second <= 8,
  },
  es: {
    short: (r: Reading) => r.grade <= 6 && r.second >= 65,
    body: (r: Reading) => r.grade <= 8 && r.second >= 55,
  },
} as const;

export function isReadable(reading: Reading, language: ReadableLanguage, part: 'short' | 'body') {
  return reading.sentences === 0 || limits[language][part](reading);
}

/** Stands where a word was that is not counted, so that its sentence keeps its shape. It is neither letter nor sign. */
export const uncounted = '\uE000';

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;

/** Words of a plain text, as the word limit counts them. */
export const wordsOf = (text: string): string[] => text.match(wordPattern) ?? [];

/**
 * Flesch counts what stands between full stops, colons and semicolons, question and exclamation marks.
 * A stop before a small letter ends no sentence ("e.g. a touch").
 */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?:(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s+[^\p{Ll}\s]|\s*$)|[;:](?=\s|$)|\n\s*\n)/u)
    .filter((sentence) => wordsOf(sentence).length > 0);

/**
 * Vowel groups; a strong vowel beside another strong or an accented weak one begins a new syllable.
 * A silent h parts no vowels. A number counts as one, as it does in English here: numbers are claims, not style.
 */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu|gu(?=[eéií])/gu, 'k')
    .replace(/y(?![aeiouáéíóúü])/gu, 'i')
    .replace(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/gu, '');
  const groups = letters.match(/[aeiouáéíóúü]+/gu) ?? [];
  const inGroup = (group: string) => 1 + (group.match(/[aeoáéóíú](?=[aeoáéóíú])|i(?=i)|u(?=u)/gu)?.length ?? 0);
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + inGroup(group), 0),
  );
}

const lettersIn = (word: string) => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Reads a plain text (no markup). A text without words has 0 everywhere. */
export function readingOf(text: string, language: ReadableLanguage): Reading {
  const words = wordsOf(text);
  const sentences = sentencesOf(text).length;
  if (words.length === 0) return { words: 0, sentences: 0, grade: 0, second: 0 };
  const count = language === 'en' ? (word: string) => Math.max(1, syllable(word)) : spanishSyllables;
  const syllables = words.reduce((sum, word) => sum + count(word), 0);
  const wordsPerSentence = words.length / sentences;
  const syllablesPerWord = syllables / words.length;
  if (language === 'es') {
    const grade = -0.205 * (100 / wordsPerSentence) + 0.049 * (100 * syllablesPerWord) - 3.407;
    const perspicuity = 206.835 - 62.3 * syllablesPerWord - wordsPerSentence;
    return { words: words.length, sentences, grade: Math.max(0, grade), second: perspicuity };
  }
  const letters = words.reduce((sum, word) => sum + lettersIn(word), 0);
  return {
    words: words.length,
    sentences,
    grade: Math.max(0, 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59),
    second: Math.max(0, 4.71 * (letters / words.length) + 0.5 * wordsPerSentence - 21.43),
  };
}
