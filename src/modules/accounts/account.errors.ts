import { defineError } from '#platform/errors/errors.ts';

export const askedTooOften = defineError(
  'accounts.asked_too_often',
  'rate-limited',
  'From your network this was asked very often. Please wait a little.',
);

/** Not "forbidden": whether there is such a page is staff's to know. */
export const notStaff = defineError('accounts.not_staff', 'not-found', 'There is no such page.');

export const lastSteward = defineError(
  'accounts.last_steward',
  'conflict',
  'This is the last steward. Make somebody else a steward first.',
);

export const staffAddressUnreadable = defineError(
  'accounts.address_unreadable',
  'invalid',
  'This is not a mail address. It looks like name@example.org, with the letters a to z before the @.',
);

export const staffAddressUnknown = defineError(
  'accounts.address_unknown',
  'not-found',
  'Nobody here has this mail address.',
);
