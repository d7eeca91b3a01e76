import { defineError } from '#platform/errors/errors.ts';

export const sourceNotFound = defineError(
  'mentions.source_not_found',
  'not-found',
  'There is no source of this name here.',
);
