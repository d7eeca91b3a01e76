import type { Localised } from '#platform/i18n/languages.ts';

/** What is done about one revision, in the order in which it may be done. */
export const actKinds = ['take', 'hand-back', 'ask-changes', 'approve', 'undo', 'withdraw'] as const;
export type ActKind = (typeof actKinds)[number];

/** What a reviewer looks for before signing. */
export const checks = ['accurate', 'complete', 'balanced', 'current', 'plain'] as const;
export type Check = (typeof checks)[number];

/** A declared interest: what could lead a reviewer's judgement. */
export interface Interest {
  text: Localised;
  /** Ids of conditions on which it bears: of these, and of their forms, the reviewer may not sign a text. Empty: none. */
  conditionIds: string[];
  /** `YYYY-MM-DD` */
  declaredOn: string;
  expiresOn?: string;
}

/** Who signed, as they stood on the day: later changes of their profile change no signature. */
export interface Signatory {
  id: string;
  slug: string;
  name: string;
  credential: Localised;
  registration?: string;
  registrationBody?: string;
  interests: Interest[];
  /** Invented, for the demonstration. */
  fictional: boolean;
}

/** A name under one exact text. */
export interface Signature {
  /** SHA-256 of `canonical`, in hexadecimal letters. */
  fingerprint: string;
  /** The text, its numbers and its sources as they were signed (canonical.ts). */
  canonical: string;
  signatory: Signatory;
  /** How long it holds. */
  months: number;
}

export interface Act {
  kind: ActKind;
  at: Date;
  reviewerId: string;
  /** For the editors, with `ask-changes` and `hand-back`; for readers, with `withdraw`. */
  note?: string;
  /** Of an `approve`. */
  signature?: Signature;
}

/** Where one revision stands. */
export interface Standing {
  state: 'waiting' | 'in-review' | 'changes-asked' | 'signed' | 'withdrawn';
  /** Who has it on their desk, or who decided last. */
  reviewerId?: string;
  /** When the last act was done. */
  since?: Date;
  note?: string;
  /** Of a revision that is signed, or whose signature was withdrawn. */
  signature?: Signature;
}

/** For so long a decision can be taken back by whoever took it. */
export const undoMinutes = 10;

const allowed: Record<Standing['state'], readonly ActKind[]> = {
  waiting: ['take'],
  'in-review': ['hand-back', 'ask-changes', 'approve'],
  'changes-asked': ['undo', 'take'],
  signed: ['undo', 'withdraw', 'take'],
  withdrawn: ['take'],
};

/**
 * The revision after an act; undefined if the act is not possible now. Pure: the same for a form that asks what it may
 * offer, for the use case that does it, and for the program that checks the whole record again.
 */
export function after(standing: Standing, act: Act): Standing | undefined {
  if (!allowed[standing.state].includes(act.kind)) return undefined;
  const holds = standing.reviewerId === act.reviewerId;
  const common = { reviewerId: act.reviewerId, since: act.at, ...(act.note && { note: act.note }) };
  switch (act.kind) {
    case 'take':
      // a signed text is taken again when its review is due: the old signature stays until there is a new one
      return {
        state: 'in-review',
        ...common,
        ...(standing.state === 'signed' && { signature: standing.signature }),
      };
    case 'hand-back':
      if (!holds) return undefined;
      return standing.signature
        ? { state: 'signed', since: act.at, reviewerId: standing.signature.signatory.id, signature: standing.signature }
        : { state: 'waiting', since: act.at, ...(act.note && { note: act.note }) };
    case 'ask-changes':
      return holds && act.note ? { state: 'changes-asked', ...common } : undefined;
    case 'approve':
      return holds && act.signature?.signatory.id === act.reviewerId
        ? { state: 'signed', ...common, signature: act.signature }
        : undefined;
    case 'undo':
      return holds && minutesBetween(standing.since!, act.at) <= undoMinutes
        ? { state: 'in-review', reviewerId: act.reviewerId, since: act.at }
        : undefined;
    case 'withdraw':
      return act.note ? { state: 'withdrawn', ...common, signature: standing.signature! } : undefined;
  }
}

const minutesBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000;

/** Where a revision stands after all that was done. Throws a RangeError for a record that cannot have come about. */
export function standingOf(acts: readonly Act[]): Standing {
  let standing: Standing = { state: 'waiting' };
  for (const act of acts) {
    const next = after(standing, act);
    if (!next) throw new RangeError(`“${act.kind}” cannot follow on “${standing.state}”.`);
    standing = next;
  }
  return standing;
}

/** A signature that readers may rely on: there is one, and it was neither taken back nor withdrawn. */
export const signatureOf = ({ state, signature }: Standing): Signature | undefined =>
  state === 'signed' || state === 'in-review' ? signature : undefined;

/** How old a signature is: what a page says, from one day to the next. */
export type Age = 'in-date' | 'overdue' | 'lapsed';

/** After so many months overdue a text is folded, and nothing claims a review any more. */
export const lapseMonths = 6;

/** The day on which the next review is due. `signedOn` and the result are `YYYY-MM-DD`, in UTC. */
export const dueOn = (signedOn: string, months: number): string => addMonths(signedOn, months);

/** `today` is `YYYY-MM-DD`. A text is in date on the day it is due, and overdue on the next. */
export function ageOf(due: string, today: string): Age {
  if (today <= due) return 'in-date';
  return today <= addMonths(due, lapseMonths) ? 'overdue' : 'lapsed';
}

/** The same day of a later month, or the last day of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
