import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { createAnswerRepository, publishSiteText, type AnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository, editKnowledge, getCondition, waitForImports } from '#modules/conditions/index.ts';
import { textHasChanged } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import { outdatedClaims } from './claim-changes.ts';
import { stepNotNow } from './editing.errors.ts';
import { refusalOf } from './editing.policy.ts';
import { createProposalRepository, type PlacedProposal } from './proposal.repository.ts';
import { numbersOf, stateAfter, type Proposal } from './proposal.ts';

/** Numbers and sources first, then the text that names them; the suggestion that led to it is done. */
export async function bringBeforeReaders(
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
