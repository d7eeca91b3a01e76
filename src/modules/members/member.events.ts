import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';
import { consentKinds } from './consent.ts';

/** Somebody joined, changed how they belong to these conditions, or left them. It does not say who. */
export const membershipsChanged = defineEvent(
  'members.memberships_changed',
  z.object({ conditionIds: z.array(z.uuid()).min(1) }),
);

/** Somebody took back what they had agreed to: whatever rests on it ends now. */
export const consentWithdrawn = defineEvent(
  'members.consent_withdrawn',
  z.object({ accountId: z.uuid(), kind: z.enum(consentKinds) }),
);
