import type { ConditionDetails, Profile } from './member.ts';

/** The questions of joining, one a page, in the order in which they are asked. */
export const joinSteps = ['age', 'consents', 'role', 'conditions', 'place', 'language', 'name', 'birth'] as const;
export type JoinStep = (typeof joinSteps)[number];

/** Only these must be answered. */
export const neededSteps: readonly JoinStep[] = ['age', 'consents'];

export const isJoinStep = (value: string): value is JoinStep => (joinSteps as readonly string[]).includes(value);

/**
 * What somebody has said so far, before they have joined. It stands in no table that is counted or shown, and is thrown
 * away after 30 days without a change.
 */
export interface Draft extends Profile {
  /** What was answered or passed over. */
  passed: JoinStep[];
  /** Of these, what was passed over. */
  skipped: JoinStep[];
  language: string | null;
  conditions: (Omit<ConditionDetails, 'role'> & { conditionId: string })[];
}

export const emptyDraft: Draft = {
  passed: [],
  skipped: [],
  role: null,
  displayName: null,
  region: null,
  birthYear: null,
  language: null,
  conditions: [],
};

/** Where somebody goes on: the first question that is still open; undefined when none is. */
export const firstOpenStep = (passed: readonly JoinStep[]): JoinStep | undefined =>
  joinSteps.find((step) => !passed.includes(step));

/** Whether a question may be shown: what must come before it has been answered. */
export const mayAsk = (step: JoinStep, passed: readonly JoinStep[]): boolean =>
  neededSteps.every((needed) => passed.includes(needed) || joinSteps.indexOf(step) <= joinSteps.indexOf(needed));

/** What each question leaves when it is passed over: nothing, also where it was answered before. */
const blank: Record<JoinStep, Partial<Draft>> = {
  age: {},
  consents: {},
  role: { role: null },
  conditions: { conditions: [] },
  place: { region: null },
  language: { language: null },
  name: { displayName: null },
  birth: { birthYear: null },
};

/** A draft after one question was answered or passed over. */
export function passStep(draft: Draft, step: JoinStep, answer: Partial<Draft> | 'skip'): Draft {
  const skipped = draft.skipped.filter((each) => each !== step);
  return {
    ...draft,
    ...(answer === 'skip' ? blank[step] : answer),
    passed: joinSteps.filter((each) => each === step || draft.passed.includes(each)),
    skipped: answer === 'skip' ? [...skipped, step] : skipped,
  };
}

/** The question before this one, and its number, counted from 1. */
export const stepBefore = (step: JoinStep): JoinStep | undefined => joinSteps[joinSteps.indexOf(step) - 1];
export const numberOf = (step: JoinStep): number => joinSteps.indexOf(step) + 1;
