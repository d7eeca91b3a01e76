import type { Child } from 'hono/jsx';
import type { Localised } from '#platform/i18n/languages.ts';
import type { AnswerPage, Revision } from '#modules/answers/index.ts';
import type { checkOneAnswer } from '#modules/packs/index.ts';
import { deskPath } from '#modules/review/index.ts';
import type { ClaimProblem } from './claim-form.ts';
import type { Hint } from './hints.ts';
import type { Proposal, Typed } from './proposal.ts';
import type { readOrLookUp } from './look-up.usecases.ts';
import type { TranslationView } from './translation-view.usecases.ts';

export const editPath = (slug: string, questionId: string, language: string): string =>
  `${deskPath(slug, questionId, language)}/edit`;

/** Answers that nobody has written yet, in one language. */
export const unwrittenPath = (language: string): string => `/review/unwritten/${language}`;

/** What is in the way of handing a text in. */
export type Trouble =
  | { problem: 'made-by' | 'moved' | 'only-translation' }
  | { problem: 'nothing-changed' | 'no-reason' | 'no-name' | 'not-a-slip' | 'nothing-to-correct' | 'faults' | 'claims' }
  | { problem: 'claims-changed'; ids: readonly string[] }
  | { problem: 'conflict'; theirs: { short: string; body: string; number: number } }
  | { problem: 'other-window'; theirs: { short: string; body: string } };

/** Why what was pasted cannot be read as a source. */
type PasteProblem = Extract<Awaited<ReturnType<typeof readOrLookUp>>, { problem: string }>;

/** Everything that the page of the editor shows. */
export interface EditorView {
  /** As readers see it now. */
  page: AnswerPage;
  /** As it would be; absent where the text cannot be read as markdown. */
  preview: AnswerPage | undefined;
  typed: Typed;
  /** Of a text in another language than English. */
  translation: TranslationView | undefined;
  /** As they stand in the form, by name: also where they are no numbers. */
  claimsTyped: Readonly<Record<string, string>>;
  claimProblems: readonly ClaimProblem[];
  tab: string;
  /** The version of the draft that this page shows. */
  seen: number;
  draft: Proposal | undefined;
  checked: ReturnType<typeof checkOneAnswer>;
  hints: { short: readonly Hint[]; body: readonly Hint[] };
  suggestion: { passage: string | null; wrong: string; source: string | null } | undefined;
  /** What staff said about passages of it, and nobody has done. */
  comments: Child;
  others: readonly { authorName: string; state: string }[];
  aside: Proposal | undefined;
  /** The English text, for a translation that nobody has written yet. */
  original: Revision | undefined;
  search:
    | {
        words: string;
        found: readonly { id: string; csl: unknown }[];
        terms: readonly { id: string; term: Localised; means: Localised }[];
      }
    | undefined;
  paste: { text: string; problem: PasteProblem | undefined } | undefined;
  trouble: Trouble | undefined;
  saved: boolean;
}
