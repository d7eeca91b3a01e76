/** As long as a name on a card may be; counted in letters as people see them. */
export const longestName = 40;

export type NameRefusal = 'too-long' | 'no-letters' | 'mixed-scripts' | 'like-staff';
export type NameWarning = 'mail' | 'address' | 'phone' | 'handle' | 'real-name';

/** What somebody typed, as it is stored: composed, without what cannot be seen, blanks single. */
export const readName = (typed: string): string =>
  typed
    .toWellFormed()
    .normalize('NFKC')
    // joiners stay between letters: Persian and Indic names, families of emoji need them
    .replace(/[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lettersOf = (name: string) => [...segmenter.segment(name)];

/** Writing systems that are used together in one name: Japanese, Korean, Chinese; and Latin beside these. */
const together: readonly (readonly Script[])[] = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Hangul'],
  ['Latin', 'Han', 'Bopomofo'],
];

const scripts = [
  'Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya',
  'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Georgian', 'Hangul',
  'Ethiopic', 'Cherokee', 'Khmer', 'Mongolian', 'Hiragana', 'Katakana', 'Bopomofo', 'Han',
] as const; // prettier-ignore
type Script = (typeof scripts)[number];
const letterOf = new Map(scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')]));

/** Unicode Technical Standard 39, restriction level "highly restrictive": one script, or those that belong together. */
function mixesScripts(name: string): boolean {
  const used = new Set<Script | 'other'>();
  for (const [letter] of name.matchAll(/\p{L}/gu)) {
    const script = scripts.find((each) => letterOf.get(each)!.test(letter));
    // letters that several scripts share, like the Japanese mark of length, belong to none
    if (script) used.add(script);
    else if (!/\p{Script_Extensions=Common}|\p{Script=Common}|\p{Script=Inherited}/u.test(letter)) used.add('other');
  }
  if (used.size < 2) return false;
  return !together.some((set) => [...used].every((script) => set.includes(script as Script)));
}

/** What looks like what, after compatibility forms and accents are gone (the part of UTS 39's table that names meet). */
const alike: Record<string, string> = {
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', п: 'n', о: 'o', р: 'p',
  ԛ: 'q', г: 'r', ѕ: 's', т: 't', и: 'u', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', ү: 'y', З: '3',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', γ: 'y', ω: 'w',
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ʀ: 'r', ɑ: 'a', ɡ: 'g', ɪ: 'i', ß: 'b', օ: 'o', ո: 'n', ս: 'u', հ: 'h',
  0: 'o', 1: 'i', '!': 'i', '|': 'i', l: 'i', 3: 'e', 4: 'a', '@': 'a', 5: 's', $: 's', 7: 't', 8: 'b',
}; // prettier-ignore

/** What a name looks like to a quick eye: the same for every spelling that can be taken for it. */
const looksOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/./gsu, (letter) => alike[letter] ?? letter);

const wordsOf = (looks: string): string[] => looks.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Words with which somebody would claim to speak for the organisation. */
const staffWords = new Set(
  [
    'admin', 'admins', 'administrator', 'administrador', 'administradora', 'administracion', 'moderator', 'moderators',
    'moderador', 'moderadora', 'moderacion', 'mod', 'steward', 'stewards', 'staff', 'reviewer', 'reviewers', 'revisor',
    'revisora', 'webmaster', 'sysadmin', 'official', 'oficial', 'equipo oficial', 'support team', 'helpdesk', 'cairn',
  ].map((word) => wordsOf(looksOf(word)).join('')),
); // prettier-ignore

/** Whether a name can be taken for somebody who speaks for the organisation: by its words, or by a name staff goes by. */
function looksLikeStaff(name: string, staffNames: readonly string[]): boolean {
  const words = wordsOf(looksOf(name));
  const whole = words.join('');
  return (
    words.some((word) => staffWords.has(word)) ||
    staffWords.has(whole) ||
    staffNames.some((staff) => wordsOf(looksOf(staff)).join('') === whole && whole !== '')
  );
}

/** Why a name cannot be taken; undefined if it can. `staffNames`: names that stand for the organisation here. */
export function refusalOf(name: string, staffNames: readonly string[]): NameRefusal | undefined {
  if (lettersOf(name).length > longestName) return 'too-long';
  if (!/[\p{L}\p{N}]/u.test(name)) return 'no-letters';
  if (mixesScripts(name)) return 'mixed-scripts';
  return looksLikeStaff(name, staffNames) ? 'like-staff' : undefined;
}

/** Small words inside names: "de", "van der". */
const particles = /^(al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|la|las|le|los|ten|ter|van|von|y|zu)$/u;
/** Words that begin a phrase rather than a name: "The Gardener". */
const phrases = /^(a|an|the|my|old|little|big|el|la|los|las|un|una|mi|tu|señor|señora|mrs?|ms|dr)$/iu;

/** Given and family name, as most languages with capital letters write them: two to five words, all capital but particles. */
function looksLikeRealName(name: string): boolean {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5 || phrases.test(words[0]!)) return false;
  const proper = words.filter((word) => !particles.test(word));
  return proper.length >= 2 && proper.every((word) => /^\p{Lu}[\p{L}\p{M}’'.-]+$/u.test(word));
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a name is one that its owner uses elsewhere: the part of their address before the at sign. */
function looksLikeHandle(name: string, email: string): boolean {
  const local = bare(email.split('@')[0]!.split('+')[0]!);
  return local.length > 2 && bare(name) === local;
}

/** What somebody should think about before they take a name that can be taken. */
export function warningsOf(name: string, email: string): NameWarning[] {
  const warnings: NameWarning[] = [];
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/u.test(name)) warnings.push('mail');
  else if (/:\/\/|\bwww\.|\b[\p{L}\d-]+\.(com|org|net|es|eu|de|uk|me|info|social|io)\b|^@\w/iu.test(name))
    warnings.push('address');
  if ((name.match(/\d/gu) ?? []).length >= 7) warnings.push('phone');
  if (looksLikeHandle(name, email)) warnings.push('handle');
  if (looksLikeRealName(name)) warnings.push('real-name');
  return warnings;
}
