import { defineError } from '#platform/errors/errors.ts';

/** The same for somebody who is not here, who is not listed, and who shares no condition with whoever asks. */
export const personNotFound = defineError('members.person_not_found', 'not-found', 'There is nobody to show here.');

export const readTooManyPeople = defineError(
  'members.read_too_many_people',
  'rate-limited',
  'You have looked at many people today. You can go on tomorrow.',
);
