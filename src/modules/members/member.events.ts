import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';
import { consentKinds } from './consent.ts';

/** Somebody joined, changed how they belong to these conditions, or left them. It does not say who. */
export const membershipsChanged = defineEvent(
  'members.memberships_changed',
  z.object({ conditionIds: z.array(z.uuid()).min(1) }),
);

/** Somebody agreed to something, or took it back: whatever rests on it begins or ends now. */
export const consentsChanged = defineEvent(
  'members.consents_changed',
  z.object({ accountId: z.uuid(), kind: z.enum(consentKinds) }),
);
