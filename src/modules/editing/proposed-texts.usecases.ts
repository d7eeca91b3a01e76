import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import {
  isWritten,
  loadPageWith,
  loadWritablePage,
  type AnswerRepository,
  type Overlay,
} from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import { dayOf, type ProposedTexts } from '#modules/review/index.ts';
import { publishSigned, takeBackPublishing } from './publishing.usecases.ts';
import { createProposalRepository } from './proposal.repository.ts';
import { numbersOf, type Proposal } from './proposal.ts';

/** Numbers and sources as a proposal has them. */
export const overlayOf = ({ claims, sources }: Pick<Proposal, 'claims' | 'sources'>): Overlay => ({
  claims: numbersOf(claims),
  sources,
});

/** What was handed in, for the desk of reviewers, which does not know this room. */
export function proposedTextsOf({
  database,
  events,
  clock,
  conditions,
  answers,
}: {
  database: Database;
  events: Events;
  clock: Clock;
  conditions: ConditionRepository;
  answers: AnswerRepository;
}): ProposedTexts {
  const proposals = createProposalRepository(database);

  return {
    async find({ slug, questionId, language, number }) {
      const base = await loadWritablePage({ slug, questionId, language, conditions, answers });
      const proposal = await proposals.findSubmitted(base.condition.id, base.answer.id, number);
      const revision = proposal?.revisionId && (await answers.findRevisionById(base.condition.id, proposal.revisionId));
      if (!proposal || !revision) return undefined;
      const page = await loadPageWith(base, { revision, overlay: overlayOf(proposal) }, conditions);
      return {
        page,
        base: isWritten(base.answer.revision) ? base : undefined,
        outdated: (proposal.baseId ?? '') !== base.answer.revision.id,
        claims: Object.entries(proposal.claims).map(([id, change]) => ({ id, ...change })),
        why: proposal.why,
      };
    },

    async list(languages) {
      return (await proposals.listSubmitted(languages)).map((each) => ({
        conditionId: each.conditionId,
        revisionId: each.revisionId!,
        questionId: each.questionId,
        language: each.language,
        number: each.number,
        author: each.authorName,
        why: each.why,
        since: dayOf(each.changedAt),
      }));
    },

    async publish({ page }, signedBy, transaction) {
      const own = createProposalRepository(transaction);
      const proposal = await own.findByRevision(page.condition.id, page.answer.revision.id);
      if (proposal)
        await publishSigned(proposal, { slug: page.condition.slug, signedBy }, { transaction, events, clock });
    },

    takeBack: (page, since, transaction) => takeBackPublishing(page, since, { transaction, events, clock }),
  };
}
