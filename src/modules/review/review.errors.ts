import { defineError } from '#platform/errors/errors.ts';

export const reviewerNotFound = defineError('review.reviewer_not_found', 'not-found', 'There is no such reviewer.');
export const notAReviewer = defineError(
  'review.not_a_reviewer',
  'forbidden',
  'This account has no reviewer’s profile yet. A steward makes one.',
);
export const mayNotSign = defineError(
  'review.may_not_sign',
  'forbidden',
  'This text cannot be signed by this reviewer today.',
);
export const notNow = defineError(
  'review.not_now',
  'conflict',
  'This cannot be done now: somebody else has the text, or has decided in the meantime.',
);
export const textHasChanged = defineError(
  'review.text_has_changed',
  'conflict',
  'The text, or a number or source it rests on, has changed since it was shown. Read it again, then sign.',
);
export const commentNotFound = defineError(
  'review.comment_not_found',
  'not-found',
  'There is no such comment, or no such passage.',
);
