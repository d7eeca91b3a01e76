export { reviewsChanged } from './review.events.ts';
export { createReviewRepository, type ReviewRepository } from './review.repository.ts';
export { createReviewRoutes } from './review.routes.tsx';
export { dayOf } from './review.ts';
export { actOn, fingerprintOf, getReview, tellAged, verifyRecord, type RecordFault } from './review.usecases.ts';
export { reviewInHistory, shownReview } from './review.words.ts';
export type { Reviewer } from './review.policy.ts';
