import type { Clock } from '#platform/clock/clock.ts';
import type { AnswerPage, AnswerRepository } from '#modules/answers/index.ts';
import type { CommentRepository } from './comment.repository.ts';
import type { Comment } from './comment.ts';
import type { ProposedText } from './proposed-text.usecases.ts';
import type { Refusal, Reviewer } from './review.policy.ts';
import type { ReviewRepository } from './review.repository.ts';
import type { Standing } from './review.ts';
import { effectiveStanding, fingerprintOf, whyNot } from './review.usecases.ts';
import { formOf, readSignedForm, type SignedForm } from './signed-changes.ts';

/** One text with all that is to be known before somebody decides about it. */
export interface DeskView {
  page: AnswerPage;
  reviewer: Reviewer | undefined;
  standing: Standing;
  /** Who has it, or decided, if that is somebody else. */
  holder: Reviewer | undefined;
  refusals: readonly Refusal[];
  fingerprint: string;
  /** The version that carries the signature: another one where only a slip of the pen was corrected since. */
  signedAs: string;
  carried: boolean;
  /** What was signed last, or, for a proposal, what readers see now: to show what changed since. */
  before: { form: SignedForm; number: number; signed?: { on: string; by: string } } | undefined;
  proposal: ProposedText | undefined;
  /** About any version, the oldest first. */
  comments: readonly Comment[];
  /** How much the reviewer has on the desk, and would have at most. */
  load?: { onDesk: number; most: number };
  now: Date;
  /** What was wrong with the form, and what was typed into it. */
  wrong?: {
    problem: 'checks' | 'note' | 'long' | 'decision';
    note: string;
    decision: string;
    checked: readonly string[];
  };
  /** The same of a comment, and at which passage. */
  wrongComment?: { problem: 'empty' | 'long' | 'full'; place: string; revisionId: string; text: string };
  /** A comment was marked as done just now. */
  justDone?: string;
}

/** Reads what stands on the desk: the text that readers see, or, with `proposal`, the one that they would see. */
export async function loadDesk(
  page: AnswerPage,
  { reviewer, proposal }: { reviewer: Reviewer | undefined; proposal: ProposedText | undefined },
  {
    reviews,
    comments,
    answers,
    clock,
  }: { reviews: ReviewRepository; comments: CommentRepository; answers: AnswerRepository; clock: Clock },
): Promise<DeskView> {
  const { id: conditionId } = page.condition;
  const { id: revisionId, number } = page.answer.revision;
  const [{ key, standing, carried }, earlier, authors, said] = await Promise.all([
    effectiveStanding({ conditionId, answerId: page.answer.id, revisionId }, { reviews, answers }),
    reviews.findSignedBefore(conditionId, page.answer.id, number),
    answers.listAuthors(conditionId, revisionId),
    comments.list(conditionId, page.answer.id),
  ]);
  const holder =
    standing.reviewerId && standing.reviewerId !== reviewer?.id
      ? await reviews.findReviewer({ id: standing.reviewerId })
      : undefined;
  const own = standing.signature && (await reviews.signedOn(key));
  const signed =
    standing.signature && own
      ? { signature: standing.signature, number, signedOn: own }
      : earlier?.signature
        ? { signature: earlier.signature, number: earlier.number, signedOn: earlier.signedOn! }
        : undefined;
  return {
    page,
    reviewer,
    standing,
    signedAs: key.revisionId,
    carried,
    holder,
    refusals: reviewer ? whyNot(reviewer, page, authors, clock.now()) : [],
    fingerprint: fingerprintOf(page),
    before: proposal
      ? proposal.base && { form: formOf(proposal.base), number: proposal.base.answer.revision.number }
      : signed && {
          form: readSignedForm(signed.signature.canonical),
          number: signed.number,
          signed: { on: signed.signedOn, by: signed.signature.signatory.name },
        },
    proposal,
    comments: said,
    now: clock.now(),
  };
}
