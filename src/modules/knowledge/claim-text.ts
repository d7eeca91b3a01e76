import type { I18n } from '#platform/i18n/i18n.ts';
import type { ClaimShow } from './text.ts';

/** What a sentence needs to know of a claim; `Claim` of conditions is one. */
export interface ClaimNumbers {
  value: number | null;
  low: number | null;
  high: number | null;
  unit: 'per-100000' | 'percent' | 'years' | 'ratio' | 'people' | 'minutes';
  /** Citation key. */
  source: string;
}

const million = 1_000_000;

/** A claim in words: "16.4 in every 100,000 people"; a `value` "16.4"; a `range` "12.1 to 22.3". Three significant digits. */
export function claimText(claim: ClaimNumbers, show: ClaimShow, i18n: I18n): string {
  const { value, low, high } = claim;
  const hasRange = low !== null && high !== null;
  const asRange = hasRange && (show === 'range' || value === null);
  const write = (number: number) => writeNumber(number, i18n, claim.unit === 'percent' && show === 'whole');
  if (!asRange && value === null) return '';
  const numbers = asRange ? i18n.t('answers.claim-range', { low: write(low), high: write(high) }) : write(value!);
  return show === 'whole' ? withUnit(numbers, asRange ? high : value!, claim.unit, i18n) : numbers;
}

function writeNumber(number: number, i18n: I18n, percent: boolean): string {
  if (percent) return i18n.number(number / 100, { style: 'percent', maximumSignificantDigits: 3 });
  const compact = number >= million ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  return i18n.number(number, { ...compact, maximumSignificantDigits: 3 });
}

function withUnit(value: string, largest: number, unit: ClaimNumbers['unit'], i18n: I18n): string {
  const count = Number(largest.toPrecision(3));
  switch (unit) {
    case 'percent':
      return value;
    case 'per-100000':
      return i18n.t('answers.claim-per-100000', { value, base: i18n.number(100_000) });
    case 'years':
      return i18n.t('answers.claim-years', { value, count });
    case 'minutes':
      return i18n.t('answers.claim-minutes', { value, count });
    case 'ratio':
      return i18n.t('answers.claim-ratio', { value, count });
    case 'people':
      return i18n.t('answers.claim-people', { value, count, size: largest >= million ? 'millions' : 'fewer' });
  }
}
