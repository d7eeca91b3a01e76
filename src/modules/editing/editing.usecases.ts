import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import {
  addSiteText,
  createAnswerRepository,
  isWritten,
  publishSiteText,
  unwritten,
  withClaims,
  type AnswerPage,
  type PublishingWay,
  type Revision,
} from '#modules/answers/index.ts';
import { createConditionRepository, editKnowledge, getCondition, waitForImports } from '#modules/conditions/index.ts';
import { checkOneAnswer, type AnswerFault } from '#modules/packs/index.ts';
import { createReviewRepository, dayOf, effectiveStanding, textHasChanged } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import { onADesk, stepNotNow } from './editing.errors.ts';
import { refusalOf } from './editing.policy.ts';
import { knownFor } from './known-atlas.usecases.ts';
import { merge } from './merge.ts';
import { createProposalRepository, type PlacedProposal } from './proposal.repository.ts';
import { numbersOf, stateAfter, tidy, type Proposal, type Step, type Typed } from './proposal.ts';
import { respelled, slipsOfThePen } from './slip-of-the-pen.ts';

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
  return database.transaction().execute((transaction) => saveIn(transaction, page, writing, clock));
}

async function saveIn(transaction: Database, page: AnswerPage, writing: Writing, clock: Clock): Promise<Saved> {
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
    const saved = await saveIn(transaction, page, writing, clock);
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
    const now = await publishedOr(unwritten, draft.conditionId, publishedId, answers);
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
  answers: ReturnType<typeof createAnswerRepository>,
): Promise<{ text: { short: string; body: string } } | Extract<Outcome, { problem: 'conflict' }>> {
  if ((draft.baseId ?? '') === now.id) return { text: { short: draft.short, body: draft.body } };
  const base = await publishedOr(unwritten, draft.conditionId, draft.baseId, answers);
  const short = merge(base.short.trim(), draft.short, now.short.trim());
  const body = merge(base.body.trim(), draft.body, now.body.trim());
  if (short === undefined || body === undefined) return { problem: 'conflict', base, theirs: now };
  return { text: { short, body } };
}

/** A version by its id; where there is none, the other. */
async function publishedOr(
  other: Revision,
  conditionId: string,
  id: string | null,
  answers: ReturnType<typeof createAnswerRepository>,
): Promise<Revision> {
  return id === null ? other : ((await answers.findRevisionById(conditionId, id)) ?? other);
}

const outdatedClaims = ({ claims }: Pick<Proposal, 'claims'>, known: readonly { id: string }[]): string[] =>
  Object.entries(claims)
    .filter(([id, { before, now }]) => {
      const current = known.find((claim) => claim.id === id) ?? null;
      return !sameValue(current, before) && !sameValue(current, now);
    })
    .map(([id]) => id);

/** The same, whatever order keys came in. */
const sameValue = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** What is to be put right before a text can come before readers. */
export async function faultsOf(
  page: AnswerPage,
  text: Pick<Proposal, 'short' | 'body' | 'claims' | 'sources'>,
  { database, clock }: Pick<Hands, 'database' | 'clock'>,
): Promise<AnswerFault[]> {
  const { faults } = await checkText(page, text, { database, clock });
  return faults.filter(({ severity }) => severity === 'fault');
}

/** The same with warnings, and with how hard the text is to read. */
export async function checkText(
  page: AnswerPage,
  { short, body, claims, sources }: Pick<Proposal, 'short' | 'body' | 'claims' | 'sources'>,
  { database, clock }: Pick<Hands, 'database' | 'clock'>,
): Promise<ReturnType<typeof checkOneAnswer>> {
  const condition = { ...page.condition, claims: withClaims(page.condition.claims, numbersOf(claims)) };
  const known = await knownFor(
    { condition, short, body, newSources: sources.map(({ id }) => id) },
    { conditions: createConditionRepository(database), answers: createAnswerRepository(database) },
  );
  return checkOneAnswer(
    {
      condition: condition.slug,
      language: page.answer.language,
      question: page.question.id,
      short,
      body,
      today: dayOf(clock.now()),
    },
    known,
  );
}

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

/** Numbers and sources first, then the text that names them; the suggestion that led to it is done. */
async function bringBeforeReaders(
  proposal: Proposal,
  slug: string,
  { transaction, events, clock }: { transaction: Database; events: Events; clock: Clock },
): Promise<void> {
  const proposals = createProposalRepository(transaction);
  const condition = await getCondition({ slug, conditions: createConditionRepository(transaction) });
  const before = await editKnowledge({
    transaction,
    condition,
    claims: numbersOf(proposal.claims),
    sources: proposal.sources,
    events,
    clock,
  });
  await proposals.keepClaimsBefore(proposal.id, before);
  const { conditionId, answerId, revisionId, suggestionId } = proposal;
  await publishSiteText({ conditionId, answerId, revisionId: revisionId! }, { transaction, events, clock });
  if (suggestionId) await createSuggestionRepository(transaction).setState(suggestionId, 'taken', clock.now());
}

/** Inside the transaction of its approval. Throws `review.text_has_changed` if another version or number came between. */
export async function publishSigned(
  proposal: PlacedProposal,
  { slug, signedBy }: { slug: string; signedBy: { accountId: string | null } },
  { transaction, events, clock }: { transaction: Database; events: Events; clock: Clock },
): Promise<void> {
  const answers = createAnswerRepository(transaction);
  const state = stateAfter(proposal.state, 'approve');
  if (!state) throw stepNotNow();
  await waitForImports(transaction);
  const { publishedId } = await answers.lockAnswer(proposal.conditionId, proposal.answerId);
  const condition = await getCondition({ slug, conditions: createConditionRepository(transaction) });
  if (publishedId !== proposal.baseId || outdatedClaims(proposal, condition.claims).length > 0) throw textHasChanged();
  const authorIds = await answers.listAuthors(proposal.conditionId, proposal.revisionId!);
  if (refusalOf('review', { authorIds, signedBy, isSlip: false, why: proposal.why })) throw stepNotNow();
  const published = { ...proposal, state, version: proposal.version + 1, changedAt: clock.now() };
  await createProposalRepository(transaction).save(published);
  await bringBeforeReaders(published, slug, { transaction, events, clock });
}

/** Inside the transaction that takes an approval back: readers see what they saw before, numbers too. */
export async function takeBackPublishing(
  page: AnswerPage,
  since: Date,
  { transaction, events, clock }: { transaction: Database; events: Events; clock: Clock },
): Promise<void> {
  const proposals = createProposalRepository(transaction);
  const answers = createAnswerRepository(transaction);
  const { condition, answer } = page;
  const proposal = await proposals.findByRevision(condition.id, answer.revision.id);
  await waitForImports(transaction);
  const { publishedId } = await answers.lockAnswer(condition.id, answer.id);
  // signed again long after it was published, or followed by another version: there is nothing to take back
  if (proposal?.state !== 'published' || publishedId !== proposal.revisionId || proposal.changedAt < since) return;
  const revisionId = answer.revision.id;
  await publishSiteText(
    { conditionId: condition.id, answerId: answer.id, revisionId, back: proposal.baseId },
    { transaction, events, clock },
  );
  const claims = await proposals.claimsBefore(proposal.id);
  // a new number that another text names by now stays where it is
  for (const [id, before] of Object.entries(claims))
    if (before === null && (await answers.listBodiesWith(`[${id}]`, condition.id)).length > 0) delete claims[id];
  await editKnowledge({ transaction, condition, claims, sources: [], events, clock });
  if (proposal.suggestionId)
    await createSuggestionRepository(transaction).setState(proposal.suggestionId, 'open', clock.now());
  await proposals.save({ ...proposal, state: stateAfter('published', 'take-back')!, changedAt: clock.now() });
}

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
