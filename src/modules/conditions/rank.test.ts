import { describe, expect, test } from 'vitest';
import type { Claim } from '#modules/knowledge/index.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { rankText } from './rank-text.ts';
import { rankOf, type CountedCondition } from './rank.ts';

const count = (value: number | null, low: number | null, high: number | null, parts: Partial<Claim> = {}): Claim => ({
  id: `count-${value}`,
  measure: 'point-prevalence',
  about: { en: 'Everybody' },
  counted: { who: 'all-ages' },
  value,
  low,
  high,
  interval: low === null ? null : 'ci95',
  unit: 'per-100000',
  place: { en: 'Worldwide' },
  year: 2022,
  source: 'rock2012',
  ...parts,
});
const condition = (slug: string, claims: Claim[], parts: Partial<CountedCondition> = {}): CountedCondition => ({
  id: slug,
  slug,
  kind: 'disorder',
  groupId: 'movement',
  parentId: null,
  summary: { en: slug },
  names: { en: { preferred: slug, inSentence: slug, synonyms: [], narrower: [] } },
  claims,
  ...parts,
});

// published counts of the conditions that the saying "third most common" leaves out or forgets
const dystonia = condition('dystonia', [count(16.43, 12.09, 22.32), count(30.85, 5.06, 187.74)]);
const tremor = condition('essential-tremor', [count(0.32, 0.12, 0.91, { unit: 'percent' })]);
const legs = condition('restless-legs', [count(7.12, 5.15, 9.76, { unit: 'percent', counted: { who: 'adults' } })]);
const tics = condition('tourette', [count(0.05, null, null, { unit: 'percent', counted: { who: 'adults' } })]);
const huntington = condition('huntington', [count(4.88, 3.38, 7.06)]);
const all = [dystonia, tremor, legs, tics, huntington];
const place = (slug: string, among: readonly CountedCondition[] = all) => {
  const rank = rankOf(slug, among, 'point-prevalence');
  return rank && [rank.first, rank.last, rank.from.length];
};

describe('The rank of a condition', () => {
  test('is one place where no interval overlaps, whatever the unit', () => {
    expect(place('restless-legs')).toEqual([1, 1, 5]);
    expect(place('essential-tremor', [dystonia, tremor, legs, tics])).toEqual([2, 3, 4]);
  });

  test('goes from the best place that the counts allow to the worst', () => {
    // its counts reach from 5.06 to 187.74: tremor and tics may be above, and so may a Huntington's of 7.06
    expect(place('dystonia')).toEqual([2, 5, 5]);
  });

  test('does not bear out that dystonia is third after tremor and Parkinson’s disease', () => {
    expect(rankOf('dystonia', all, 'point-prevalence')?.from[0]?.condition.slug).toBe('restless-legs');
  });

  test('changes when a claim does, and so does the sentence', () => {
    const i18n = createI18n(createLanguages(), 'en');
    const say = (among: CountedCondition[]) => rankText(rankOf('dystonia', among, 'point-prevalence'), i18n);
    expect(say(all)).toBe(
      'somewhere between the 2nd and the 5th most common of the 5 conditions of its group whose counts can be compared',
    );
    const surer = condition('dystonia', [count(16.43, 12.09, 22.32)]);
    expect(say([surer, tremor, legs, tics, huntington])).toBe(
      'the 4th most common of the 5 conditions of its group whose counts can be compared',
    );
    expect(say([dystonia, tremor])).toBe(
      'at no clear place among the 2 conditions of its group whose counts can be compared',
    );
    expect(say([condition('dystonia', []), ...all.slice(1)])).toMatch(/^without a place/);
  });

  test('is drawn among conditions of one kind and group, and forms of the same condition', () => {
    const others = [
      condition('cramp', [count(33, null, null, { unit: 'percent' })], { kind: 'symptom' }),
      condition('migraine', [count(14, null, null, { unit: 'percent' })], { groupId: 'headache' }),
      condition('cervical-dystonia', [count(9.95, 3.51, 28.17)], { parentId: 'dystonia' }),
      condition('blepharospasm', [count(2.82, 1.12, 3.12)], { parentId: 'dystonia' }),
    ];
    expect(place('dystonia', [...all, ...others])).toEqual([2, 5, 5]);
    expect(place('cervical-dystonia', [...all, ...others])).toEqual([1, 1, 2]);
  });

  test('leaves out counts of a form, of a place, and of people that are not everybody or all adults', () => {
    const partial = condition('chorea', [
      count(900, null, null, { counted: { who: 'all-ages', form: 'sydenham' } }),
      count(900, null, null, { place: { en: 'Finland' } }),
      count(900, null, null, { counted: { who: 'children' } }),
      count(900, null, null, { counted: undefined }),
    ]);
    expect(place('dystonia', [...all, partial])).toEqual([2, 5, 5]);
    expect(place('chorea', [...all, partial])).toBeUndefined();
  });

  test('is not given where there is nothing to compare with', () => {
    expect(place('dystonia', [dystonia])).toBeUndefined();
    expect(place('unheard-of')).toBeUndefined();
  });
});

test('A rank reads as a sentence in Spanish, too', () => {
  const i18n = createI18n(createLanguages(), 'es');
  expect(rankText(rankOf('dystonia', all, 'point-prevalence'), i18n)).toBe(
    'en algún puesto entre el 2 y el 5 por frecuencia entre las 5 afecciones de su grupo con recuentos comparables',
  );
});
