import type { ConditionDetails, Profile } from './member.ts';

/** The oldest person on record lived 122 years. */
const longestLife = 122;

export type YearFault = 'unreadable' | 'ahead' | 'too-long-ago' | 'before-birth' | 'too-young' | 'after-symptoms';

/** A year as people type it: four digits, blanks around them. Blank is no answer. */
export function readYear(typed: string): number | null | 'unreadable' {
  const trimmed = typed.normalize('NFKC').trim();
  if (trimmed === '') return null;
  return /^\d{4}$/u.test(trimmed) ? Number(trimmed) : 'unreadable';
}

/** What is wrong with a year in somebody's life; undefined if it can be. */
function faultOfYear(year: number, now: number): YearFault | undefined {
  if (year > now) return 'ahead';
  return year < now - longestLife ? 'too-long-ago' : undefined;
}

/**
 * What is wrong with a year of birth. Whoever said that they are old enough was born long enough ago; years said of one's
 * own illness come after it.
 */
export function faultOfBirthYear(
  year: number,
  { now, minimumAge, own }: { now: number; minimumAge: number; own: readonly ConditionDetails[] },
): YearFault | undefined {
  const fault = faultOfYear(year, now);
  if (fault) return fault;
  if (now - year < minimumAge) return 'too-young';
  return own.some((details) => ownYears(details).some((each) => each < year)) ? 'after-symptoms' : undefined;
}

/** Those years of an illness that belong to the life of whoever says them; not those of somebody they care for. */
const ownYears = ({ role, firstSymptomsYear, diagnosisYear }: ConditionDetails): number[] =>
  role === 'living-with-it' ? [firstSymptomsYear, diagnosisYear].filter((year) => year !== null) : [];

/**
 * What is wrong with a year of an illness. A diagnosis may come before the first symptoms: a test of genes, or of a child
 * whose parent has it.
 */
export function faultOfIllnessYear(
  year: number,
  { now, role, birthYear }: { now: number } & Pick<ConditionDetails, 'role'> & Pick<Profile, 'birthYear'>,
): YearFault | undefined {
  const fault = faultOfYear(year, now);
  if (fault) return fault;
  return role === 'living-with-it' && birthYear !== null && year < birthYear ? 'before-birth' : undefined;
}
