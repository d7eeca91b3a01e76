import { defineError } from '#platform/errors/errors.ts';

export const answerNotFound = defineError('answers.not_found', 'not-found', 'This question has no answer here yet.');
export const revisionNotFound = defineError('answers.revision_not_found', 'not-found', 'This version does not exist.');
export const questionHeldByAnotherPack = defineError(
  'answers.question_held_by_another_pack',
  'conflict',
  'Another pack already holds questions with these ids and other words; rename them, or leave them out.',
);
