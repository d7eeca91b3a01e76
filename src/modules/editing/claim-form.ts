import { realLanguages } from '#platform/i18n/languages.ts';
import type { Claim } from '#modules/knowledge/index.ts';
import { claimOf, claimSchema } from '#modules/packs/index.ts';
import type { ClaimChange } from './proposal.ts';

/** What changes most of a number. */
export const numberFields = ['value', 'low', 'high', 'year', 'source'] as const;
const words = (['about', 'place', 'method'] as const).flatMap((of) =>
  realLanguages.map((language) => `${of}.${language}` as const),
);
/** What it is a number of. */
export const meaningFields = ['measure', 'unit', 'interval', 'who', 'form', ...words] as const;
const claimFields = [...numberFields, ...meaningFields];
export type ClaimField = (typeof claimFields)[number];

/** In the name of a field, in the place of a number's id: of the number that is added. */
export const newNumber = '+';
export const nameOfField = (id: string, field: ClaimField): string => `claim.${id}.${field}`;

/** A number as it stands in a form; empty where there is nothing. */
export function shownIn(claim: Claim, field: ClaimField): string {
  if (field === 'who') return claim.counted?.who ?? '';
  if (field === 'form') return claim.counted?.form ?? '';
  if (isWords(field)) {
    const [of, language] = field.split('.') as ['about' | 'place' | 'method', 'en' | 'es'];
    return claim[of]?.[language] ?? '';
  }
  return String(claim[field] ?? '');
}

type Words = (typeof words)[number];
const isWords = (field: ClaimField): field is Words => (words as readonly string[]).includes(field);

export interface ClaimProblem {
  id: string;
  field: ClaimField;
  problem: 'not-a-number' | 'no-source' | 'year-ahead' | 'refused';
  detail?: string;
}

type Form = Readonly<Record<string, string>>;

/**
 * The numbers that a form changes or adds, and what is wrong with it. A form without a number's fields leaves that number as
 * it is. Decimal points are points; a comma is understood.
 */
export function readClaims(
  {
    claims,
    added,
    form,
    readNew,
  }: {
    /** The condition's. */
    claims: readonly Claim[];
    /** That the draft has already, and the condition does not. */
    added: readonly Claim[];
    form: Form;
    /** Whether what stands in the fields of a new number is to be taken. */
    readNew: boolean;
  },
  { isSource, thisYear }: { isSource: (key: string) => boolean; thisYear: number },
): { changes: Record<string, ClaimChange>; problems: ClaimProblem[] } {
  const changes: Record<string, ClaimChange> = {};
  const problems: ClaimProblem[] = [];
  const take = (known: Claim | undefined, at: string, before: Claim | null) => {
    const typed = (field: ClaimField) => form[nameOfField(at, field)]?.trim();
    const isTouched = claimFields.some(
      (field) => ![undefined, known ? shownIn(known, field) : ''].includes(typed(field)),
    );
    if (!isTouched) {
      if (known && before === null) changes[known.id] = { before, now: known };
      return;
    }
    const id = known?.id ?? idFor(typed('measure'), typed('source'), [...claims, ...added]);
    const read = readClaim(id, (field) => typed(field) ?? (known ? shownIn(known, field) : ''), { isSource, thisYear });
    problems.push(...read.problems.map((problem) => ({ ...problem, id: at })));
    // what is wrong stays in the form until it is put right
    if (read.claim) changes[id] = { before, now: read.claim };
    else if (known && before === null) changes[id] = { before, now: known };
  };
  for (const claim of claims) take(claim, claim.id, claim);
  for (const claim of added) take(claim, claim.id, null);
  if (readNew && isBegun(form)) take(undefined, newNumber, null);
  return { changes, problems };
}

/** Lists have a choice from the start; a new number is begun once something is written. */
const isBegun = (form: Form) =>
  [...numberFields, 'form' as const, ...words].some(
    (field) => (form[nameOfField(newNumber, field)] ?? '').trim() !== '',
  );

function readClaim(
  id: string,
  typed: (field: ClaimField) => string,
  { isSource, thisYear }: { isSource: (key: string) => boolean; thisYear: number },
): { claim?: Claim; problems: Omit<ClaimProblem, 'id'>[] } {
  const problems: Omit<ClaimProblem, 'id'>[] = [];
  const number = (field: 'value' | 'low' | 'high' | 'year') => {
    const value = typed(field) === '' ? undefined : Number(typed(field).replace(',', '.'));
    if (Number.isNaN(value)) problems.push({ field, problem: 'not-a-number' });
    return value;
  };
  const localised = (of: 'about' | 'place' | 'method') => {
    const all = realLanguages.map((language) => [language, typed(`${of}.${language}`)] as const);
    return Object.fromEntries(all.filter(([language, text]) => text !== '' || (language === 'en' && of !== 'method')));
  };
  const [low, high, method] = [number('low'), number('high'), localised('method')];
  const written = {
    id,
    measure: typed('measure'),
    about: localised('about'),
    ...(typed('who') !== '' && {
      counted: { who: typed('who'), ...(typed('form') !== '' && { form: typed('form') }) },
    }),
    value: number('value'),
    low,
    high,
    ...((low !== undefined || high !== undefined) && typed('interval') !== '' && { interval: typed('interval') }),
    unit: typed('unit'),
    place: localised('place'),
    year: number('year'),
    ...(Object.keys(method).length > 0 && { method }),
    source: typed('source'),
  };
  if (problems.length > 0) return { problems };
  const read = claimSchema.safeParse(written);
  if (!read.success)
    return { problems: read.error.issues.slice(0, 1).map(({ path, message }) => refused(path.map(String), message)) };
  if (!isSource(read.data.source)) problems.push({ field: 'source', problem: 'no-source' });
  if (read.data.year > thisYear) problems.push({ field: 'year', problem: 'year-ahead' });
  return problems.length > 0 ? { problems } : { claim: claimOf(read.data), problems };
}

/** At the field that it is about; what is about the whole number, at its value. */
function refused(path: readonly string[], detail: string): Omit<ClaimProblem, 'id'> {
  const at = path[0] === 'counted' ? (path[1] ?? 'who') : path.join('.');
  return { field: claimFields.find((field) => field === at) ?? 'value', problem: 'refused', detail };
}

/** `point-prevalence-steeves2012`, with a number where that is taken. */
function idFor(measure = 'number', source = '', taken: readonly { id: string }[]): string {
  const base = `${measure}-${source}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 70);
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (taken.every((claim) => claim.id !== id)) return id;
  }
}
