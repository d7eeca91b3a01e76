import type { Interest, Signatory } from './review.ts';

/** A reviewer as the steward knows them. */
export interface Reviewer extends Signatory {
  accountId: string | null;
  /** `YYYY-MM-DD`, with how the steward made sure; null: not yet. */
  verifiedOn: string | null;
  verifiedHow: string | null;
  /** When they last said that their interests are complete, `YYYY-MM-DD`. */
  interestsConfirmedOn: string | null;
  /** In which languages they review. */
  languages: string[];
  active: boolean;
}

/** A declaration of interests older than this says nothing about today. */
export const declarationMonths = 12;

/** Why somebody may not sign a text. */
export type Refusal = 'inactive' | 'not-verified' | 'interests-outdated' | 'conflict' | 'author' | 'language';

/** Each permission in one sentence. A text is signed by somebody else than who wrote it, who has nothing to gain from it. */
export const reasons: Record<Refusal, string> = {
  inactive: 'Whoever has stopped reviewing signs nothing.',
  'not-verified': 'A steward has checked who this is, and in which register they stand, before they sign.',
  'interests-outdated': 'Interests were declared, or confirmed, within the last twelve months.',
  conflict: 'Nobody signs a text about a condition on which one of their declared interests bears.',
  author: 'Nobody signs a text that they wrote themselves.',
  language: 'A text is signed in a language in which the reviewer reviews.',
};

/** Why this reviewer may not sign this text today; an empty list: they may. `today` is `YYYY-MM-DD`. */
export function refusalsOf(
  reviewer: Reviewer,
  text: {
    /** The condition and all above it. */
    conditionIds: readonly string[];
    language: string;
    /** As the revision names them. */
    author: string;
    /** Accounts that wrote it on the site, or a version that it goes back to. */
    authorIds: readonly string[];
  },
  { today, monthsAgo }: { today: string; monthsAgo: (months: number) => string },
): Refusal[] {
  const { interestsConfirmedOn: confirmed } = reviewer;
  const bears = (interest: Interest) =>
    (interest.expiresOn === undefined || interest.expiresOn >= today) &&
    interest.conditionIds.some((id) => text.conditionIds.includes(id));
  const refused: Record<Refusal, boolean> = {
    inactive: !reviewer.active,
    'not-verified': reviewer.verifiedOn === null,
    'interests-outdated': confirmed === null || confirmed < monthsAgo(declarationMonths),
    conflict: reviewer.interests.some(bears),
    author:
      isNamed(reviewer.name, text.author) ||
      (reviewer.accountId !== null && text.authorIds.includes(reviewer.accountId)),
    language: !reviewer.languages.includes(text.language),
  };
  return (Object.keys(refused) as Refusal[]).filter((reason) => refused[reason]);
}

const bare = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(dr|prof|md|phd)\b\.?/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Whether a list of authors names somebody, with or without titles and accents. */
const isNamed = (name: string, authors: string) =>
  bare(name) !== '' && ` ${bare(authors)} `.includes(` ${bare(name)} `);
