import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { createAnswerRepository, isWritten, type AnswerPage } from '#modules/answers/index.ts';
import { createReviewRepository } from '#modules/review/index.ts';
import { sorted } from './claim-changes.ts';
import { onADesk, stepNotNow } from './editing.errors.ts';
import { createProposalRepository } from './proposal.repository.ts';
import { stateAfter, tidy, type Proposal, type Step, type Typed } from './proposal.ts';

export interface Hands {
  database: Database;
  events: Events;
  clock: Clock;
}

/** A text as it stands in a form, and which window it was typed in. */
export interface Writing {
  typed: Typed;
  authorId: string;
  /** Of this window. */
  tab: string;
  /** The version of the draft that the window showed; 0: there was none. */
  seen: number;
}

/** What another window wrote in the meantime: both are shown, and one of them is chosen. */
export type Saved = { draft: Proposal | undefined } | { otherWindow: Proposal };

/**
 * Keeps what was typed as the draft of whoever typed it. Nothing is kept of a text that is as readers see it, or of one that
 * has been handed in.
 */
export async function saveDraft(page: AnswerPage, writing: Writing, { database, clock }: Hands): Promise<Saved> {
  return database.transaction().execute((transaction) => saveDraftIn(transaction, page, writing, clock));
}

/** The same, inside a transaction. */
export async function saveDraftIn(
  transaction: Database,
  page: AnswerPage,
  writing: Writing,
  clock: Clock,
): Promise<Saved> {
  const { typed, authorId, tab, seen } = writing;
  const proposals = createProposalRepository(transaction);
  const { condition, question, answer } = page;
  const place = { conditionId: condition.id, questionId: question.id, language: answer.language };
  await proposals.lock(place, authorId);
  const { revision } = answer;
  const known = await proposals.findOwn(place, authorId);
  if (known && known.state !== 'draft') return { draft: known };
  // a short answer is one paragraph, as in a pack
  const clean: Typed = { ...typed, short: tidy(typed.short).replace(/\s*\n\s*/gu, ' '), body: tidy(typed.body) };
  if (!known && isAsPublished(page, clean)) return { draft: undefined };
  if (known && isSame(known, clean)) return { draft: known };
  if (known && known.writtenIn !== tab && known.version !== seen) return { otherWindow: known };
  const draft: Proposal = {
    ...(known ?? {
      id: newId(),
      conditionId: condition.id,
      answerId: await createAnswerRepository(transaction).findOrAddAnswer({ id: answer.id, ...place }),
      baseId: isWritten(revision) ? revision.id : null,
      state: 'draft',
      authorId,
      revisionId: null,
    }),
    ...clean,
    translation: clean.translation ?? null,
    version: (known?.version ?? 0) + 1,
    writtenIn: tab,
    changedAt: clock.now(),
  };
  await proposals.save(draft);
  return { draft };
}

const isAsPublished = ({ answer: { revision } }: AnswerPage, typed: Typed) =>
  revision.short.trim() === typed.short &&
  revision.body.trim() === typed.body &&
  typed.why === '' &&
  !typed.translation &&
  typed.sources.length === 0 &&
  Object.keys(typed.claims).length === 0;

const essence = ({ short, body, claims, sources, why, authorName, suggestionId, translation = null }: Typed) =>
  JSON.stringify([short, body, claims, sources, why, authorName, suggestionId, sorted(translation)]);
const isSame = (one: Typed, other: Typed) => essence(one) === essence(other);

/**
 * Puts a text aside, brings it back, or takes one that was handed in back to the pen. What a reviewer has on the desk stays
 * there: throws `editing.on_a_desk`; and `editing.not_now`.
 */
export async function move(
  id: string,
  step: Extract<Step, 'put-aside' | 'bring-back' | 'reopen'>,
  { database, clock }: Hands,
): Promise<Proposal> {
  return database.transaction().execute(async (transaction) => {
    const proposals = createProposalRepository(transaction);
    const found = await proposals.find(id);
    if (found?.authorId) await proposals.lock(found, found.authorId);
    const proposal = await proposals.find(id);
    const state = proposal && stateAfter(proposal.state, step);
    if (!proposal || !state) throw stepNotNow();
    if (step === 'bring-back' && (await proposals.findOwn(proposal, proposal.authorId!))) throw stepNotNow();
    const { conditionId, revisionId } = proposal;
    if (revisionId) {
      const reviews = createReviewRepository(transaction);
      await reviews.lock();
      if ((await reviews.findStanding({ conditionId, revisionId })).state === 'in-review') throw onADesk();
    }
    const moved = { ...proposal, state, revisionId: null, version: proposal.version + 1, changedAt: clock.now() };
    await proposals.save(moved);
    return moved;
  });
}
