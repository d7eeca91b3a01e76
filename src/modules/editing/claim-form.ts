import type { Claim } from '#modules/knowledge/index.ts';
import { claimSchema } from '#modules/packs/index.ts';
import type { ClaimChange } from './proposal.ts';

/** What can be changed of a number on the site; what it measures, of whom and where, is a pack's. */
export const claimFields = ['value', 'low', 'high', 'year', 'source'] as const;
export type ClaimField = (typeof claimFields)[number];
export const nameOfField = (id: string, field: ClaimField): string => `claim.${id}.${field}`;

/** A number as it stands in a form; empty where there is none. */
export const shownIn = (claim: Claim, field: ClaimField): string => {
  const value = claim[field];
  return value === null ? '' : String(value);
};

export interface ClaimProblem {
  id: string;
  field: ClaimField;
  problem: 'not-a-number' | 'refused';
  detail?: string;
}

/**
 * The numbers that a form changes, and what is wrong with it. A form without a number's fields leaves that number as it is.
 * Decimal points are points; a comma is understood.
 */
export function readClaims(
  claims: readonly Claim[],
  form: Readonly<Record<string, string>>,
): { changes: Record<string, ClaimChange>; problems: ClaimProblem[] } {
  const changes: Record<string, ClaimChange> = {};
  const problems: ClaimProblem[] = [];
  for (const before of claims) {
    const now: Claim = { ...before };
    for (const field of claimFields) {
      const typed = form[nameOfField(before.id, field)]?.trim();
      if (typed === undefined || typed === shownIn(before, field)) continue;
      if (field === 'source') now.source = typed;
      else {
        const number = typed === '' && field !== 'year' ? null : Number(typed.replace(',', '.'));
        if (Number.isNaN(number)) problems.push({ id: before.id, field, problem: 'not-a-number' });
        else now[field] = number as number;
      }
    }
    if (JSON.stringify(now) === JSON.stringify(before)) continue;
    if (now.low === null && now.high === null) now.interval = null;
    changes[before.id] = { before, now };
    const read = claimSchema.safeParse(withoutNothing(now));
    for (const { path, message } of read.error?.issues.slice(0, 1) ?? []) {
      const field = claimFields.find((each) => each === path[0]) ?? 'value';
      problems.push({ id: before.id, field, problem: 'refused', detail: message });
    }
  }
  return { changes, problems };
}

/** As a pack writes it: what is not known is left out. */
const withoutNothing = (claim: Claim) =>
  Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== null && value !== undefined));
