import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';

/** These conditions have an answer whose published revision is another one now. */
export const answersPublished = defineEvent('answers.published', z.object({ conditionIds: z.array(z.uuid()).min(1) }));
