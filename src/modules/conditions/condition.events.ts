import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';

/** Names, codes, claims or look-alikes of these conditions, or of all, changed, or they are new. */
export const conditionsChanged = defineEvent(
  'conditions.changed',
  z.object({ conditionIds: z.union([z.array(z.uuid()).min(1), z.literal('all')]) }),
);
