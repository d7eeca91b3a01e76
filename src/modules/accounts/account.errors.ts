import { defineError } from '#platform/errors/errors.ts';

export const askedTooOften = defineError(
  'accounts.asked_too_often',
  'rate-limited',
  'From your network this was asked very often. Please wait a little.',
);
