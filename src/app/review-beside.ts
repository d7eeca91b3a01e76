import type { AnswerPage, AnswerRepository, ShownReview } from '#modules/answers/index.ts';
import { answerPath } from '#modules/answers/index.ts';
import { getReview, reviewInHistory, shownReview, type ReviewRepository } from '#modules/review/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { SiteFrame } from '#ui/page/page.tsx';

/** What the pages of answers show of reviews, which they do not know. */
export function reviewsBeside(
  { i18n, origin }: SiteFrame,
  { reviews, answers, clock }: { reviews: ReviewRepository; answers: AnswerRepository; clock: Clock },
) {
  return {
    async reviewOf(page: AnswerPage): Promise<ShownReview> {
      return shownReview(await getReview(page, { reviews, answers, clock }), {
        updated: page.answer.revision.textDate,
        historyPath: `${answerPath(page.condition.slug, page.question.id)}/history`,
        i18n,
        origin,
      });
    },

    /** What is said of the review of each version of an answer. */
    async reviewsOf({ condition, answer }: AnswerPage): Promise<Map<string, string>> {
      const said = new Map<string, string>();
      for (const [revisionId, standing] of await reviews.listStandings(condition.id, answer.id)) {
        const signedOn = await reviews.signedOn({ conditionId: condition.id, revisionId });
        const words = reviewInHistory(standing, signedOn, i18n);
        if (words) said.set(revisionId, words);
      }
      return said;
    },
  };
}
