import type { MemberRole } from '#modules/members/index.ts';
import {
  roleOf,
  type Audience,
  type ContentNote,
  type Experience,
  type Relation,
  type YearsSince,
} from './experience.ts';

/** Everything that an author has said so far; what is not said yet is null. Kept as JSON: its shape may grow. */
export interface DraftContent {
  title: string;
  body: string;
  /** What was answered to each prompt; the body is made of them. Empty: it is written in one piece. */
  parts: string[];
  /** The language it is written in, as a BCP 47 tag. */
  language: string;
  /** Whom it is about. */
  about: 'self' | Relation | null;
  /** Whether that person is not of age yet, and if so, the year in which they will be. */
  minor: boolean | null;
  ofAgeIn: number | null;
  yearsSince: YearsSince | null;
  contentNotes: ContentNote[];
  audience: Audience | null;
  /** Under the member's display name, or without any. */
  named: boolean | null;
}

export interface Draft {
  /** Also the id of the experience that it becomes, or changes: sent twice, it is still one. */
  id: string;
  conditionId: string;
  questionId: string | null;
  authorId: string;
  content: DraftContent;
  /** Counts what was saved, so that two windows do not overwrite each other unseen. */
  version: number;
  changedAt: Date;
}

export const blankContent = (language: string): DraftContent => ({
  title: '',
  body: '',
  parts: [],
  language,
  about: null,
  minor: null,
  ofAgeIn: null,
  yearsSince: null,
  contentNotes: [],
  audience: null,
  named: null,
});

/** A published text, as something to go on writing. */
export const contentOf = (experience: Experience & { ofAgeIn: number | null }): DraftContent => ({
  title: experience.title,
  body: experience.body,
  parts: [],
  language: experience.language,
  about: experience.relation ?? 'self',
  minor: experience.relation === null ? null : experience.ofAgeIn !== null,
  ofAgeIn: experience.ofAgeIn,
  yearsSince: experience.yearsSince,
  contentNotes: experience.contentNotes,
  audience: experience.audience,
  named: experience.authorName !== null,
});

export const relationOf = ({ about }: Pick<DraftContent, 'about'>): Relation | null =>
  about === null || about === 'self' ? null : about;

export const roleOfDraft = (content: Pick<DraftContent, 'about'>): MemberRole => roleOf(relationOf(content));

/** A story about somebody who is not of age stands without a name: their parent's would tell whose it is. */
export const mayBeNamed = ({ minor }: Pick<DraftContent, 'minor'>): boolean => minor !== true;

/** Prompts that a free account is written by; each may stay unanswered. */
export const prompts = ['noticed', 'then', 'helped', 'first-day'] as const;

/** The answers to prompts as one text: those that were given, a blank line between them. */
export const joinParts = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** What is still to be said before it can be published, in the order of the form. */
export function missingOf(content: DraftContent, displayName: string | null): MissingPart[] {
  const missing: MissingPart[] = [];
  if (content.body === '') missing.push('body');
  if (content.about === null) missing.push('about');
  else if (content.about !== 'self' && content.minor === null) missing.push('minor');
  else if (content.minor === true && content.ofAgeIn === null) missing.push('age');
  if (content.audience === null) missing.push('audience');
  if (content.named === null && mayBeNamed(content) && displayName !== null) missing.push('named');
  return missing;
}

export type MissingPart = 'body' | 'about' | 'minor' | 'age' | 'audience' | 'named';

/** The year in which somebody who has this age now comes of age; undefined if the age cannot be, or they are of age. */
export function ofAgeIn(age: number, { adultAge, now }: { adultAge: number; now: number }): number | undefined {
  if (!Number.isInteger(age) || age < 0 || age >= adultAge) return undefined;
  return now + adultAge - age;
}
