import { defineError } from '#platform/errors/errors.ts';

export const tooLateToStay = defineError(
  'privacy.too_late_to_stay',
  'conflict',
  'The days in which leaving could be undone are over: everything is being erased.',
);

export const noSuchAccount = defineError('privacy.no_such_account', 'not-found', 'This account is gone.');
