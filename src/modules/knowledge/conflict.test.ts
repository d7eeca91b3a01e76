import { describe, expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import type { Claim } from './claim.ts';
import { conflictText } from './conflict-text.ts';
import { findConflicts } from './conflict.ts';

const claim = (value: number | null, parts: Partial<Claim> = {}): Claim => ({
  id: `claim-${value}`,
  measure: 'point-prevalence',
  about: { en: 'Voice box' },
  value,
  low: null,
  high: null,
  interval: null,
  unit: 'per-100000',
  place: { en: 'Worldwide' },
  year: 2022,
  source: 'rock2012',
  ...parts,
});
const laryngeal = { who: 'all-ages', form: 'laryngeal' } as const;
const pooled = claim(0.4, { low: 0.09, high: 1.83, interval: 'ci95', counted: laryngeal });
const quoted = claim(35.1, { about: { en: 'As quoted' }, place: { en: 'Not stated' }, year: 2023, counted: laryngeal });

describe('Two counts of the same people conflict', () => {
  test('when they are ten times apart, wherever they were made; the lower comes first', () => {
    expect(findConflicts([quoted, pooled])).toEqual([
      { claims: [pooled, quoted], times: expect.closeTo(87.75), kind: 'tenfold' },
    ]);
  });

  test('but not numbers of people years apart: there are more people now', () => {
    const people = (value: number, year: number) =>
      claim(value, { measure: 'people', unit: 'people', year, low: value, high: value, interval: 'range' });
    expect(findConflicts([people(2_500_000, 1990), people(6_100_000, 2016)])).toEqual([]);
    expect(findConflicts([people(2_500_000, 2015), people(6_100_000, 2016)])).toHaveLength(1);
  });

  test('when their intervals in one place have nothing in common, or a bare count lies outside of one', () => {
    const one = claim(3, { low: 2, high: 4, interval: 'ci95' });
    expect(findConflicts([one, claim(8, { low: 5, high: 12, interval: 'ci95' })])).toMatchObject([{ kind: 'apart' }]);
    expect(findConflicts([one, claim(8)])).toMatchObject([{ kind: 'apart' }]);
    expect(findConflicts([one, claim(null, { low: 5, high: 6, interval: 'range' })])).toMatchObject([
      { kind: 'apart', times: null },
    ]);
  });

  test('also when one is told in percent and the other in every 100,000', () => {
    expect(findConflicts([claim(5), claim(0.05, { unit: 'percent' })])).toMatchObject([{ times: 10 }]);
  });
});

describe('Two counts do not conflict', () => {
  test.each([
    ['when their intervals overlap', claim(3, { low: 2, high: 9, interval: 'ci95' }), claim(8, { low: 5, high: 12 })],
    [
      'when places differ and they are less than ten times apart',
      claim(1, { low: 0.5, high: 2 }),
      claim(9, { place: { en: 'Finland' } }),
    ],
    ['when neither has an interval and they are less than ten times apart', claim(1), claim(9)],
    [
      'when they count different people',
      claim(1, { counted: { who: 'children' } }),
      claim(90, { counted: { who: 'adults' } }),
    ],
    [
      'when one counts a form and the other all of it',
      claim(1, { counted: laryngeal }),
      claim(90, { counted: { who: 'all-ages' } }),
    ],
    ['when only words say whom they count, and the words differ', claim(1), claim(90, { about: { en: 'Neck' } })],
    ['when they measure different things', claim(1), claim(90, { measure: 'incidence' })],
    ['when one is nothing, of which there is no multiple', claim(0), claim(9)],
  ])('%s', (_, one, other) => {
    expect(findConflicts([one, other])).toEqual([]);
  });
});

test('A conflict is told with both counts, their places and their years', () => {
  const i18n = createI18n(createLanguages(), 'en');
  expect(conflictText(findConflicts([pooled, quoted])[0]!, i18n)).toBe(
    'Voice box: these two counts differ 88-fold. One found 0.4 in every 100,000 people (Worldwide, 2022), the other 35.1 in every 100,000 people (Not stated, 2023).',
  );
  const apart = findConflicts([claim(3, { low: 2, high: 4, interval: 'ci95' }), claim(8)])[0]!;
  expect(conflictText(apart, createI18n(createLanguages(), 'es'))).toContain('no encajan');
});
