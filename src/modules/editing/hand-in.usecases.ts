import type { Database } from '#platform/db/database.ts';
import {
  addSiteText,
  createAnswerRepository,
  isWritten,
  unwritten,
  type AnswerPage,
  type AnswerRepository,
  type PublishingWay,
  type Revision,
} from '#modules/answers/index.ts';
import { createConditionRepository, getCondition, waitForImports } from '#modules/conditions/index.ts';
import type { AnswerFault } from '#modules/packs/index.ts';
import { createReviewRepository, effectiveStanding } from '#modules/review/index.ts';
import { faultsOf } from './check-text.usecases.ts';
import { outdatedClaims } from './claim-changes.ts';
import { saveDraftIn, type Hands, type Writing } from './draft.usecases.ts';
import { refusalOf } from './editing.policy.ts';
import { merge } from './merge.ts';
import { createProposalRepository } from './proposal.repository.ts';
import { stateAfter, type Proposal } from './proposal.ts';
import { bringBeforeReaders } from './publishing.usecases.ts';
import { respelled, slipsOfThePen } from './slip-of-the-pen.ts';

/** What became of a text that was to be handed in, or published. */
export type Outcome =
  | { done: 'submitted' | 'published'; proposal: Proposal; number: number }
  /** Nothing differs from what readers see. */
  | { problem: 'nothing-changed' }
  /** Nothing but how it was translated: that is noted without another version. */
  | { problem: 'only-translation' }
  | { problem: 'no-reason' | 'no-name' | 'not-a-slip' | 'nothing-to-correct' }
  /** A first text in another language, with an English one: nobody can say later how it was made. */
  | { problem: 'made-by' }
  | { problem: 'faults'; faults: AnswerFault[] }
  /** Readers see another text by now, and the same lines were changed. */
  | { problem: 'conflict'; base: Revision; theirs: Revision }
  /** A number was changed by somebody else in the meantime. */
  | { problem: 'claims-changed'; ids: string[] }
  | { problem: 'other-window'; theirs: Proposal };

/**
 * Hands a text in (`review`), or publishes it at once. Whatever the way, the text keeps the rules of packs, and it becomes a
 * version that never changes. Handed in twice, it is handed in once.
 */
export async function handIn(
  page: AnswerPage,
  { writing, way }: { writing: Writing; way: PublishingWay },
  { database, events, clock }: Hands,
): Promise<Outcome> {
  return database.transaction().execute(async (transaction): Promise<Outcome> => {
    const saved = await saveDraftIn(transaction, page, writing, clock);
    if ('otherWindow' in saved) return { problem: 'other-window', theirs: saved.otherWindow };
    const answers = createAnswerRepository(transaction);
    const proposals = createProposalRepository(transaction);
    if (!saved.draft) return { problem: 'nothing-changed' };
    if (saved.draft.state === 'submitted') {
      const revision = await answers.findRevisionById(page.condition.id, saved.draft.revisionId!);
      return { done: 'submitted', proposal: saved.draft, number: revision!.number };
    }
    const { draft } = saved;
    if (draft.authorName.trim() === '') return { problem: 'no-name' };
    if (way !== 'typo' && draft.why.trim() === '') return { problem: 'no-reason' };

    await waitForImports(transaction);
    const { publishedId, last } = await answers.lockAnswer(draft.conditionId, draft.answerId);
    const now = await versionOf(draft.conditionId, publishedId, answers);
    const brought = await bringUpToDate(draft, now, answers);
    if ('problem' in brought) return brought;
    const { text } = brought;
    const condition = await getCondition({
      slug: page.condition.slug,
      conditions: createConditionRepository(transaction),
    });
    const changed = outdatedClaims(draft, condition.claims);
    if (changed.length > 0) return { problem: 'claims-changed', ids: changed };
    if (way === 'urgent' && !isWritten(now)) return { problem: 'nothing-to-correct' };
    if (text.short === now.short.trim() && text.body === now.body.trim() && Object.keys(draft.claims).length === 0)
      return { problem: draft.translation ? 'only-translation' : 'nothing-changed' };
    if (!isWritten(now) && page.english && !draft.translation) return { problem: 'made-by' };
    const faults = await faultsOf(page, { ...draft, ...text }, { database: transaction, clock });
    if (faults.length > 0) return { problem: 'faults', faults };
    const isSlip = way === 'typo' && (await isSlipIn(page, now, { ...draft, ...text }, transaction));
    const refusal =
      way === 'review' ? undefined : refusalOf(way, { authorIds: [], signedBy: undefined, isSlip, why: draft.why });
    if (refusal === 'not-a-slip' || refusal === 'no-reason') return { problem: refusal };

    const carriesId = way === 'typo' ? await signedVersion(now.id, page, transaction) : undefined;
    const revision = await addSiteText(
      {
        conditionId: draft.conditionId,
        answerId: draft.answerId,
        baseId: isWritten(now) ? now.id : null,
        ...text,
        author: draft.authorName.trim(),
        authorId: draft.authorId,
        way,
        carriesId,
        note: draft.why.trim() || null,
        translation: draft.translation ?? undefined,
      },
      { transaction, number: last + 1, clock },
    );
    const proposal: Proposal = {
      ...draft,
      ...text,
      baseId: isWritten(now) ? now.id : null,
      state: stateAfter('draft', way === 'review' ? 'submit' : `publish-${way}`)!,
      revisionId: revision.id,
      version: draft.version + 1,
      changedAt: clock.now(),
    };
    await proposals.save(proposal);
    if (way === 'review') return { done: 'submitted', proposal, number: revision.number };
    await bringBeforeReaders(proposal, page.condition.slug, { transaction, events, clock });
    return { done: 'published', proposal, number: revision.number };
  });
}

/** A draft upon what readers see now: as it is, merged, or in conflict with it. */
async function bringUpToDate(
  draft: Proposal,
  now: Revision,
  answers: AnswerRepository,
): Promise<{ text: { short: string; body: string } } | Extract<Outcome, { problem: 'conflict' }>> {
  if ((draft.baseId ?? '') === now.id) return { text: { short: draft.short, body: draft.body } };
  const base = await versionOf(draft.conditionId, draft.baseId, answers);
  const short = merge(base.short.trim(), draft.short, now.short.trim());
  const body = merge(base.body.trim(), draft.body, now.body.trim());
  if (short === undefined || body === undefined) return { problem: 'conflict', base, theirs: now };
  return { text: { short, body } };
}

/** A version by its id; an empty one where there is none. */
const versionOf = async (conditionId: string, id: string | null, answers: AnswerRepository): Promise<Revision> =>
  (id === null ? undefined : await answers.findRevisionById(conditionId, id)) ?? unwritten;

/** Only letters of words were put right, and no word that other texts use was put in the place of another one. */
async function isSlipIn(page: AnswerPage, now: Revision, text: Proposal, transaction: Database): Promise<boolean> {
  if (Object.keys(text.claims).length > 0) return false;
  const changes = [slipsOfThePen(now.short.trim(), text.short), slipsOfThePen(now.body.trim(), text.body)];
  if (changes.includes(undefined)) return false;
  const words = respelled(changes.flatMap((each) => each!));
  const { answer } = page;
  const real = await createProposalRepository(transaction).listUsedElsewhere(words, answer.language, answer.id);
  return real.length === 0;
}

/** The version whose signature holds for the one that readers see; undefined where there is none. */
async function signedVersion(
  publishedId: string,
  page: AnswerPage,
  transaction: Database,
): Promise<string | undefined> {
  const { key, standing } = await effectiveStanding(
    { conditionId: page.condition.id, answerId: page.answer.id, revisionId: publishedId },
    { reviews: createReviewRepository(transaction), answers: createAnswerRepository(transaction) },
  );
  return standing.state === 'signed' || (standing.state === 'in-review' && standing.signature)
    ? key.revisionId
    : undefined;
}
