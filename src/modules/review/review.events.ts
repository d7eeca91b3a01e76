import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';

/** What pages may say about the review of a text of these conditions is something else now. */
export const reviewsChanged = defineEvent('review.changed', z.object({ conditionIds: z.array(z.uuid()).min(1) }));

/** What pages say about reviewers themselves is something else now. */
export const reviewersChanged = defineEvent('review.reviewers_changed', z.object({}));

/** Of pages that say who reviews. */
export const reviewersTag = 'reviewers';
