import { defineError } from '#platform/errors/errors.ts';

export const conditionNotFound = defineError(
  'conditions.not_found',
  'not-found',
  'There is no condition of this name here.',
);

export const pairNotFound = defineError(
  'conditions.pair_not_found',
  'not-found',
  'No pack sets these two conditions side by side.',
);

export const knowledgeHeldByAnotherPack = defineError(
  'conditions.held_by_another_pack',
  'conflict',
  'Another pack already holds some of these; rename them, or leave them out of one of the packs.',
);

export const noBodyMap = defineError('conditions.no_body_map', 'not-found', 'There is no body map for this condition.');
