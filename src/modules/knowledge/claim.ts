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

/** A number with what it measures, where, when and by whom: nothing else may be called a number here. */
export interface Claim {
  /** Unique within its condition. */
  id: string;
  measure: Measure;
  /** Who or what was counted. */
  about: Localised;
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
