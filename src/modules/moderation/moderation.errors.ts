import { defineError } from '#platform/errors/errors.ts';

/** Also to those who may not see it: they learn that there is no such page. */
export const caseNotFound = defineError('moderation.not_found', 'not-found', 'There is nothing here to moderate.');
export const itemNotFound = defineError('moderation.item_not_found', 'not-found', 'There is no such text.');
export const decisionNotFound = defineError('moderation.decision_not_found', 'not-found', 'There is no such decision.');
/** `details.refusal` says why, as `moderation.ts` names it. */
export const notNow = defineError(
  'moderation.not_now',
  'conflict',
  'This cannot be done now: the case has changed since it was shown.',
);
export const reportedTooOften = defineError(
  'moderation.reported_too_often',
  'rate-limited',
  'Many reports have come from where you are today. If somebody is in danger, call the emergency number.',
);
