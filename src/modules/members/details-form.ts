import type { Form } from './form.ts';
import {
  memberRoles,
  membershipStates,
  type ConditionDetails,
  type MemberRole,
  type MembershipState,
  type Profile,
} from './member.ts';
import { faultOfIllnessYear, readYear, type YearFault } from './years.ts';

/** What was typed about one condition, as it was typed, and what it says. */
export interface TypedDetails {
  conditionId: string;
  role: MemberRole | null;
  state: MembershipState | null;
  firstSymptoms: string;
  diagnosis: string;
}

export type DetailFaults = Partial<Record<'firstSymptoms' | 'diagnosis', YearFault>>;

export const readRole = (value: string): MemberRole | null => memberRoles.find((role) => role === value) ?? null;
const readState = (value: string): MembershipState | null => membershipStates.find((state) => state === value) ?? null;

/** What a form says about a condition; its fields carry the condition's id. */
export const typedDetails = (form: Form, conditionId: string): TypedDetails => ({
  conditionId,
  role: readRole(form.text(`role-${conditionId}`)),
  state: readState(form.text(`state-${conditionId}`)),
  firstSymptoms: form.text(`first-${conditionId}`),
  diagnosis: form.text(`diagnosis-${conditionId}`),
});

/** The same of what is stored. */
export const toTyped = (
  conditionId: string,
  { role, state, firstSymptomsYear, diagnosisYear }: ConditionDetails,
): TypedDetails => ({
  conditionId,
  role,
  state,
  firstSymptoms: firstSymptomsYear === null ? '' : String(firstSymptomsYear),
  diagnosis: diagnosisYear === null ? '' : String(diagnosisYear),
});

/** What was typed, as it may be stored; a year that cannot be is left out and named. */
export function readDetails(
  typed: TypedDetails,
  { now, birthYear }: { now: number } & Pick<Profile, 'birthYear'>,
): { details: ConditionDetails; faults: DetailFaults } {
  const { role, state } = typed;
  const faults: DetailFaults = {};
  const read = (field: 'firstSymptoms' | 'diagnosis') => {
    const year = readYear(typed[field]);
    if (year === null) return null;
    const fault = year === 'unreadable' ? year : faultOfIllnessYear(year, { now, role, birthYear });
    if (fault) faults[field] = fault;
    return fault || year === 'unreadable' ? null : year;
  };
  const firstSymptomsYear = read('firstSymptoms');
  const diagnosisYear = read('diagnosis');
  return { details: { role, state, firstSymptomsYear, diagnosisYear }, faults };
}
