import type { Localised } from '#platform/i18n/languages.ts';

/** In the order in which a page shows them. */
export const measures = [
  'point-prevalence',
  'lifetime-prevalence',
  'incidence',
  'birth-prevalence',
  'people',
  'age-at-onset',
  'sex-ratio',
  'duration',
  'proportion',
] as const;

export type Measure = (typeof measures)[number];

export type Unit = 'per-100000' | 'percent' | 'years' | 'ratio' | 'people' | 'minutes';

/** Which people a study counted. */
export const populations = ['all-ages', 'adults', 'children', 'older-people', 'men', 'women'] as const;

/** Whom a claim counts, in words that a program can compare. */
export interface Counted {
  who: (typeof populations)[number];
  /** Where only one form of the condition was counted: a word for it. Absent: all of the condition. */
  form?: string;
}

/** A number with what it measures, where, when and by whom: nothing else may be called a number here. */
export interface Claim {
  /** Unique within its condition. */
  id: string;
  measure: Measure;
  /** Who or what was counted. */
  about: Localised;
  /** The same for comparing; absent: known in words only, and compared with nothing but the same words. */
  counted?: Counted;
  /** In `unit`; null where only a range is known. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** 95 % confidence interval, or the range of the studies found. */
  interval: 'ci95' | 'range' | null;
  /** `ratio` of a sex-ratio is women per man. */
  unit: Unit;
  place: Localised;
  /** Of the study, or of its publication. */
  year: number;
  method?: Localised;
  /** Citation key. */
  source: string;
}

export const claimsOf = (claims: readonly Claim[], measure: Measure): Claim[] =>
  claims.filter((claim) => claim.measure === measure);

/** How many people have or get a condition: what pages draw, compare and rank. */
export const frequencies = ['point-prevalence', 'lifetime-prevalence', 'incidence', 'birth-prevalence'] as const;
export type Frequency = (typeof frequencies)[number];
export const isFrequency = (measure: string): measure is Frequency =>
  (frequencies as readonly string[]).includes(measure);

/** Studies give how common something is in percent or per 100,000; on one scale they can be compared. */
export function onOneScale(claim: Claim): Claim {
  if (claim.unit !== 'percent' || !isFrequency(claim.measure)) return claim;
  const times = (number: number | null) => (number === null ? null : Math.round(number * 1e6) / 1e3);
  return { ...claim, unit: 'per-100000', value: times(claim.value), low: times(claim.low), high: times(claim.high) };
}

/** From the least to the most that a claim allows; a claim without an interval is taken as it stands. */
export interface Reach {
  low: number;
  high: number;
}
export const reachOf = ({ value, low, high }: Claim): Reach => ({ low: low ?? value ?? 0, high: high ?? value ?? 0 });

export const isWorldwide = ({ place }: Claim): boolean => place.en === 'Worldwide';
