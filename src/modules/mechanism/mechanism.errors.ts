import { defineError } from '#platform/errors/errors.ts';

export const mechanismNotFound = defineError(
  'mechanism.not_found',
  'not-found',
  'No answer about this condition holds the figure.',
);
