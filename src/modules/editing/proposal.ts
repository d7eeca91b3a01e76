import type { SiteTranslation } from '#modules/answers/index.ts';
import type { Claim } from '#modules/knowledge/index.ts';

/** A source of CSL-JSON with its citation key. */
export type Source = { id: string } & Record<string, unknown>;

/** A number that is changed: as it was when it was changed (null: it is new), and as it is to be. */
export interface ClaimChange {
  before: Claim | null;
  now: Claim;
}

/** Numbers as they are to be, by id. */
export const numbersOf = (claims: Readonly<Record<string, ClaimChange>>): Record<string, Claim> =>
  Object.fromEntries(Object.entries(claims).map(([id, { now }]) => [id, now]));

/** A text that somebody writes, or that waits for a signature. */
export interface Proposal {
  id: string;
  conditionId: string;
  answerId: string;
  /** The version that readers saw when it was begun, or was last brought up to date; null: there was none. */
  baseId: string | null;
  state: ProposalState;
  short: string;
  body: string;
  /** By id. */
  claims: Record<string, ClaimChange>;
  /** That the atlas does not have yet. */
  sources: Source[];
  /** How it was translated, where that is another than what readers see says. */
  translation: SiteTranslation | null;
  /** What changed, and why: for reviewers, and for whoever reads the history. */
  why: string;
  authorId: string | null;
  /** As the history names them. */
  authorName: string;
  suggestionId: string | null;
  /** The version that was made of it. */
  revisionId: string | null;
  /** Counts up with each change. */
  version: number;
  /** Which window wrote it last: another one must not write over that unseen. */
  writtenIn: string;
  changedAt: Date;
}

export type ProposalState = 'draft' | 'submitted' | 'published' | 'put-aside';

/** What may be done with a proposal. `approve` and `take-back` are a reviewer's. */
export type Step =
  | 'write'
  | 'submit'
  | 'publish-typo'
  | 'publish-urgent'
  | 'put-aside'
  | 'bring-back'
  | 'reopen'
  | 'approve'
  | 'take-back';

const steps: Record<ProposalState, Partial<Record<Step, ProposalState>>> = {
  draft: {
    write: 'draft',
    submit: 'submitted',
    'publish-typo': 'published',
    'publish-urgent': 'published',
    'put-aside': 'put-aside',
  },
  submitted: { reopen: 'draft', approve: 'published', 'put-aside': 'put-aside' },
  published: { 'take-back': 'submitted' },
  'put-aside': { 'bring-back': 'draft' },
};

/** The state after a step; undefined if it cannot be done now. */
export const stateAfter = (state: ProposalState, step: Step): ProposalState | undefined => steps[state][step];

/** What was typed: the same twice is one. */
export type Typed = Pick<Proposal, 'short' | 'body' | 'claims' | 'sources' | 'why' | 'authorName' | 'suggestionId'> &
  Partial<Pick<Proposal, 'translation'>>;

/** Words as they are kept: one kind of line end, no space at the ends of lines, none around the whole. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/[ \t]+$/gmu, '')
    .trim();

/** A draft that was put aside is thrown away after so long. */
export const asideDays = 30;

/** In code points. */
export const mostLetters = { short: 2000, body: 30_000, why: 500, name: 80, paste: 20_000 } as const;
