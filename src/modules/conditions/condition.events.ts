import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';

/** Names, codes, claims or look-alikes of these conditions, or of all, changed, or they are new. */
export const conditionsChanged = defineEvent(
  'conditions.changed',
  z.object({ conditionIds: z.union([z.array(z.uuid()).min(1), z.literal('all')]) }),
);

/** What these sources say of themselves changed: whatever cites one says it, also what no condition owns. */
export const sourcesChanged = defineEvent('sources.changed', z.object({ keys: z.array(z.string()).min(1) }));
