import { describe, expect, test } from 'vitest';
import type { ConditionDetails } from './member.ts';
import { faultOfBirthYear, faultOfIllnessYear, readYear } from './years.ts';

const now = 2026;
const own: ConditionDetails = { role: 'living-with-it', state: null, firstSymptomsYear: 2001, diagnosisYear: 2009 };

test.each<[string, ReturnType<typeof readYear>]>([
  ['', null],
  ['  ', null],
  [' 1984 ', 1984],
  ['１９８４', 1984],
  ['84', 'unreadable'],
  ['1984.5', 'unreadable'],
  ['-1984', 'unreadable'],
  ['1e3', 'unreadable'],
  ['last year', 'unreadable'],
])('%j is read as %s', (typed, year) => expect(readYear(typed)).toBe(year));

describe('A year of birth', () => {
  const fault = (year: number, details: ConditionDetails[] = []) =>
    faultOfBirthYear(year, { now, minimumAge: 16, own: details });

  test('lies within a life, and long enough ago for whoever said they are old enough', () => {
    expect(fault(2027)).toBe('ahead');
    expect(fault(1903)).toBe('too-long-ago');
    expect(fault(1904)).toBeUndefined();
    expect(fault(2011)).toBe('too-young');
    expect(fault(2010)).toBeUndefined();
  });

  test('comes before one’s own symptoms and diagnosis, not before those of somebody one cares for', () => {
    expect(fault(2002, [own])).toBe('after-symptoms');
    expect(fault(2001, [own])).toBeUndefined();
    expect(fault(2002, [{ ...own, role: 'caring-for-someone' }])).toBeUndefined();
    expect(fault(2002, [{ ...own, firstSymptomsYear: null, diagnosisYear: null }])).toBeUndefined();
  });
});

describe('A year of an illness', () => {
  test('lies within a life and not ahead', () => {
    expect(faultOfIllnessYear(2027, { now, role: 'living-with-it', birthYear: null })).toBe('ahead');
    expect(faultOfIllnessYear(1800, { now, role: 'family', birthYear: null })).toBe('too-long-ago');
    expect(faultOfIllnessYear(2026, { now, role: null, birthYear: null })).toBeUndefined();
  });

  test('does not come before one’s own birth; that of one’s mother may', () => {
    expect(faultOfIllnessYear(1979, { now, role: 'living-with-it', birthYear: 1980 })).toBe('before-birth');
    expect(faultOfIllnessYear(1980, { now, role: 'living-with-it', birthYear: 1980 })).toBeUndefined();
    expect(faultOfIllnessYear(1979, { now, role: 'caring-for-someone', birthYear: 1980 })).toBeUndefined();
  });
});
