export type { Hold } from './author.ts';
export { createDecisionRoutes } from './decisions.routes.tsx';
export { DecisionsNotice } from './decisions.views.tsx';
export type { ItemRef, ModeratedItem } from './items.ts';
export { callMail, decisionMail } from './moderation.mails.ts';
export { createModerationRepository } from './moderation.repository.ts';
export {
  appeal,
  decide,
  keptDays,
  noteWritten,
  rebuildCases,
  report,
  standingOfAuthor,
  take,
  type ModeratedItems,
  type ModerationHands,
} from './moderation.usecases.ts';
export { createQueueRoutes } from './queue.routes.tsx';
export { createReportRoutes, reportLimitOf } from './report.routes.tsx';
