import { defineError } from '#platform/errors/errors.ts';

export const releaseUnderWay = defineError(
  'atlas.release_under_way',
  'conflict',
  'Another release is being made. What was told before stays until it is done.',
);
