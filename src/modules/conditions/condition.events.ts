import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';

/** Names, codes, claims or look-alikes of these conditions changed, or they are new. */
export const conditionsChanged = defineEvent(
  'conditions.changed',
  z.object({ conditionIds: z.array(z.uuid()).min(1) }),
);
