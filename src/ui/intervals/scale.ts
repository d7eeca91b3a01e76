import type { I18n } from '#platform/i18n/i18n.ts';

/** Units of claims; `per-100000` and `people` span so much that only a logarithmic scale shows all of them. */
export type IntervalUnit = 'per-100000' | 'percent' | 'years' | 'ratio' | 'people' | 'minutes';

export interface Tick {
  /** In per cent of the width, from the left. */
  x: number;
  /** One or two short lines. */
  lines: readonly string[];
}

export interface Scale {
  logarithmic: boolean;
  /** Where a value stands, in per cent of the width from the left. */
  across: (value: number) => number;
  ticks: readonly Tick[];
}

const tenth = (n: number) => Math.round(n * 10) / 10;
const isLogarithmic = (unit: IntervalUnit) => unit === 'per-100000' || unit === 'people' || unit === 'ratio';

/** A scale that holds all the values, with a little room at both ends. On a logarithmic one, zero stands at the left edge. */
export function scaleFor(unit: IntervalUnit, values: readonly number[], i18n: I18n): Scale {
  return isLogarithmic(unit) ? logarithmic(unit, values, i18n) : linear(unit, values, i18n);
}

function logarithmic(unit: IntervalUnit, values: readonly number[], i18n: I18n): Scale {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  // at least one whole power of ten inside, so that there is always something to compare with
  let low = Math.min(...logs, 0) === 0 && logs.length === 0 ? 0 : Math.min(...logs) - 0.3;
  let high = logs.length === 0 ? 2 : Math.max(...logs) + 0.3;
  if (high - low < 2) [low, high] = [Math.floor(low) - 0.1, Math.ceil(high) + 0.1];
  // there is no zero on this scale: a range that begins there begins at its edge
  const across = (value: number) => (value > 0 ? tenth(((Math.log10(value) - low) / (high - low)) * 100) : 0);
  const powers = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, i) => Math.ceil(low) + i);
  const shown = powers.length > 5 ? powers.filter((_, i) => i % 2 === 0) : powers;
  return {
    logarithmic: true,
    across,
    ticks: shown.map((power) => ({ x: across(10 ** power), lines: words(unit, 10 ** power, i18n) })),
  };
}

function linear(unit: IntervalUnit, values: readonly number[], i18n: I18n): Scale {
  const most = unit === 'percent' ? 100 : Math.max(...values, 1);
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const end = Math.ceil(most / step) * step;
  const across = (value: number) => tenth(2 + (value / end) * 94);
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step);
  return { logarithmic: false, across, ticks: ticks.map((at) => ({ x: across(at), lines: words(unit, at, i18n) })) };
}

function words(unit: IntervalUnit, at: number, i18n: I18n): string[] {
  if (unit !== 'per-100000') return [figure(i18n, unit, at)];
  const people = Math.round(100_000 / at);
  const one = people >= 1_000_000 ? { notation: 'compact', compactDisplay: 'long' } : {};
  return people > 1
    ? [i18n.t('intervals.one-in'), i18n.number(people, one as Intl.NumberFormatOptions)]
    : [i18n.t('intervals.all')];
}

/** A value as it stands beside its row: three significant digits are as much as an eye compares. */
export function figure(i18n: I18n, unit: IntervalUnit, value: number, digits = 3): string {
  const number = i18n.number(value, {
    maximumSignificantDigits: Math.max(digits, Math.ceil(Math.log10(Math.abs(value) + 1))),
  });
  return unit === 'percent' ? i18n.t('intervals.percent', { number }) : number;
}
