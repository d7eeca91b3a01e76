import { cleanLine, cleanText, lettersOf, mostLetters } from './clean-text.ts';
import { joinParts, mayBeNamed, ofAgeIn, prompts, type DraftContent } from './draft.ts';
import { audiences, contentNotes, relations, yearsSince } from './experience.ts';

/** What a form can be asked for. */
interface Fields {
  text(name: string): string;
  all(name: string): string[];
}

const oneOf = <Value extends string>(values: readonly Value[], typed: string): Value | null =>
  values.find((value) => value === typed) ?? null;

/** The words that a form brings, on top of what was said before. `long`: more than is taken. */
export function readWords(form: Fields, before: DraftContent): { content: DraftContent; long: boolean } {
  const byPrompts = form.text('prompts') === 'yes';
  const parts = byPrompts ? prompts.map((_, index) => cleanText(form.text(`part-${index}`))) : [];
  const title = cleanLine(form.text('title'));
  const body = byPrompts ? joinParts(parts) : cleanText(form.text('body'));
  return {
    content: { ...before, title, body, parts },
    long: lettersOf(title) > mostLetters.title || lettersOf(body) > mostLetters.body,
  };
}

/** What a form says about readers and about whom it is; the age is asked, and only the year of coming of age is kept. */
export function readReaders(
  form: Fields,
  before: DraftContent,
  { adultAge, now, languages }: { adultAge: number; now: number; languages: readonly string[] },
): DraftContent {
  const about = oneOf(['self', ...relations], form.text('about'));
  const others = about !== null && about !== 'self';
  const minor = others ? (form.text('minor') === 'yes' ? true : form.text('minor') === 'no' ? false : null) : null;
  const typedAge = form.text('age').normalize('NFKC').trim();
  const age = /^\d{1,2}$/u.test(typedAge) ? Number(typedAge) : Number.NaN;
  // not asked again on every change: what was worked out once holds
  const year = minor ? (typedAge === '' ? before.ofAgeIn : (ofAgeIn(age, { adultAge, now }) ?? null)) : null;
  const content: DraftContent = {
    ...before,
    about,
    minor,
    ofAgeIn: year,
    audience: oneOf(audiences, form.text('audience')),
    named: form.text('named') === 'yes' ? true : form.text('named') === 'no' ? false : null,
    yearsSince: oneOf(yearsSince, form.text('years')),
    contentNotes: contentNotes.filter((note) => form.all('notes').includes(note)),
    language: oneOf(languages, form.text('language')) ?? before.language,
  };
  return mayBeNamed(content) ? content : { ...content, named: false };
}

export const sameWords = (a: DraftContent, b: DraftContent): boolean => a.title === b.title && a.body === b.body;
