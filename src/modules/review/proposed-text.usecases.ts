import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { AnswerPage } from '#modules/answers/index.ts';
import type { Claim } from '#modules/knowledge/index.ts';

/** A text that readers see once somebody has signed it. */
export interface ProposedText {
  /** As readers would see it. */
  page: AnswerPage;
  /** As readers see it now; undefined where nobody has written it before. */
  base: AnswerPage | undefined;
  /** Another version was published since it was written: it is to be brought up to date first. */
  outdated: boolean;
  /** Numbers that it changes, also those that this text does not name. */
  claims: readonly { id: string; before: Claim | null; now: Claim }[];
  /** What changed, and why, in the words of whoever wrote it. */
  why: string;
}

export interface WaitingText {
  conditionId: string;
  revisionId: string;
  questionId: string;
  language: LanguageTag;
  number: number;
  author: string;
  why: string;
  /** `YYYY-MM-DD` */
  since: string;
}

/** Texts on their way to a signature: the room of those who write keeps them. */
export interface ProposedTexts {
  /** Undefined: there is none with this number, or readers see it already. */
  find(where: {
    slug: string;
    questionId: string;
    language: LanguageTag;
    number: number;
  }): Promise<ProposedText | undefined>;
  /** The oldest first. */
  list(languages: readonly LanguageTag[]): Promise<WaitingText[]>;
  /** Inside the transaction of its approval. Throws `review.text_has_changed` if it would undo another version. */
  publish(text: ProposedText, signedBy: { accountId: string | null }, transaction: Database): Promise<void>;
  /** Inside the transaction that takes an approval back: if it was this approval that published the text, since `since`. */
  takeBack(page: AnswerPage, since: Date, transaction: Database): Promise<void>;
}
