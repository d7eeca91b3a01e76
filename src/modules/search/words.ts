/** Counted up whenever what stands below, or in `codes.ts`, turns a name into other words: the index is then made again. */
export const indexRules = 1;

/** Accents and other marks over and under letters; not the voicing marks of kana, which make another letter. */
const marks =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** Letters that Unicode does not take apart. */
const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Greek letters as names of forms: "α-mannosidosis" is spoken and typed "alpha". */
const greek: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ω: 'omega',
};

/** More than any name needs; what is longer is cut, so that nobody's text can make a key that no index takes. */
export const longestName = 300;

/** Letters as search compares them: no case, no accents, no punctuation, nothing that cannot be seen. */
export const fold = (text: string): string =>
  text
    .slice(0, longestName)
    .toWellFormed()
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => letters[letter]!)
    .replace(/(?<!\p{Script=Greek})[αβγδεζκλμω](?!\p{Script=Greek})/gu, (letter) => greek[letter]!)
    .replace(/\p{Cf}/gu, '')
    .replace(/['’ʼ‘`´]s(?![\p{L}\p{N}])/gu, 's')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .normalize('NFC')
    .trim();

/** Words that say nothing about which condition is meant. */
const idle = new Set(
  (
    'a an and are as at be by can do does due for from have how i in is it me my of on or that the to type was what when where which who why with you your ' +
    'al como con cual cuando de del donde el en es la las lo los me mi o para por porque que se sin son su tengo tiene tipo un una y'
  ).split(' '),
);

/** "type I", "haemophilia A": a letter that tells forms apart, where elsewhere it is idle. */
const namesForm = (word: string, before: string | undefined, after: string | undefined): boolean =>
  (word === 'a' || word === 'i') &&
  before !== undefined &&
  (!idle.has(before) || before === 'type' || before === 'tipo') &&
  (after === undefined || !idle.has(after));

const roman = /^(?=[ivx])(x{0,2})(ix|iv|v?i{0,3})([a-d]?)$/u;
const romanUnits: Record<string, number> = { '': 0, i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9 };

/** "ii" and "iva" as "2" and "4a", up to 29; "x" alone stays what it is in "X-linked". */
function withoutRoman(word: string): string {
  const found = roman.exec(word);
  if (!found || /^x[a-d]?$/u.test(word)) return word;
  const [, tens = '', units = '', letter = ''] = found;
  return `${tens.length * 10 + romanUnits[units]!}${letter}`;
}

/** What British and American, and Greek and Romance spelling write differently, written one way; singular where that is simple. */
const oneSpelling = (word: string): string =>
  word
    .replaceAll('ae', 'e')
    .replaceAll('oe', 'e')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('rh', 'r')
    .replace(/our$/u, 'or')
    .replace(/is(e|ed|ing|ation)$/u, 'iz$1')
    .replace(/(?<=...)ies$/u, 'y')
    .replace(/(?<=....)(?<![siu])s$/u, '')
    .replaceAll('y', 'i');

const runs =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+|\p{N}+|[^\p{N}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+/gu;
const writtenWithoutSpaces = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;

/** Japanese and Chinese have no spaces: every two letters that stand together count as a word. */
function pairs(run: string): string[] {
  const each = [...run];
  return each.length < 2 ? each : each.slice(1).map((letter, at) => each[at]! + letter);
}

const mostWords = 40;

/**
 * The words that a text is found by, in their order: "Parkinson’s disease, type II" gives parkinson, disease, 2.
 * Idle words are left out unless there are no others.
 */
export function wordsOf(text: string): string[] {
  const all = fold(text).split(' ').filter(Boolean);
  const telling = all.filter((word, at) => !idle.has(word) || namesForm(word, all[at - 1], all[at + 1]));
  return (telling.length > 0 ? telling : all)
    .flatMap((word) => withoutRoman(word).match(runs) ?? [])
    .flatMap((run) => {
      if (writtenWithoutSpaces.test(run)) return pairs(run);
      if (/^\p{N}/u.test(run)) return [run.replace(/^0+(?=.)/u, '')];
      return [oneSpelling(run)];
    })
    .slice(0, mostWords);
}

/** What a word may begin with when this much of it is typed: "p" may be the half of "ph", which is kept as "f". */
export const beginningsOf = (typed: string): string[] =>
  typed.endsWith('p') ? [typed, `${typed.slice(0, -1)}f`] : [typed];

/** The same for the same words in any order. */
export const bagKey = (words: readonly string[]): string => `=${[...words].sort().join(' ')}`;

/** The same wherever the spaces and hyphens stand: "blepharo spasm", "SCA-3". */
export const lettersKey = (words: readonly string[]): string => `~${words.join('')}`;
