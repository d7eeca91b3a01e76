import { defineError } from '#platform/errors/errors.ts';

/** The same for one that never was, that its author took back, that is hidden, and that is not for whoever asks. */
export const experienceNotFound = defineError(
  'experiences.not_found',
  'not-found',
  'There is no such experience here.',
);

export const wroteTooOften = defineError(
  'experiences.wrote_too_often',
  'rate-limited',
  'You have published a great deal today. Your words are saved: publish the next one tomorrow.',
);

export const readTooManyExperiences = defineError(
  'experiences.read_too_many',
  'rate-limited',
  'You have read many experiences for members today. You can go on tomorrow.',
);
