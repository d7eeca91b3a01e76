import { z } from 'zod';
import { defineEvent } from '#platform/events/events.ts';

const item = {
  kind: z.enum(['experience', 'reply']),
  id: z.uuid(),
  conditionId: z.uuid(),
  /** The member who wrote it. Their account: `createItemRepository(db).find(item)`. */
  authorId: z.uuid(),
};

/**
 * What moderators should know of a text before they read it. `crisis`: words of somebody who may be in danger; `held`: it
 * waits for them and is shown to nobody; `minor`: about somebody who is not of age; `about-other`: about somebody else.
 */
export const itemFlags = ['crisis', 'held', 'minor', 'about-other'] as const;
export type ItemFlag = (typeof itemFlags)[number];
const flags = z.array(z.enum(itemFlags));

/** Somebody published an experience or a reply. */
export const experienceSubmitted = defineEvent('experiences.submitted', z.object({ ...item, flags }));

/** Its author changed the words of what they had published, or who may read it. */
export const experienceEdited = defineEvent('experiences.edited', z.object({ ...item, flags }));

/** Its author took it back, or deleted it for good (`gone`): nobody reads it any more. */
export const experienceWithdrawn = defineEvent('experiences.withdrawn', z.object({ ...item, gone: z.boolean() }));

/** Whom a story is about comes of age this year: it is looked at again. */
export const experienceOfAge = defineEvent('experiences.of_age', z.object(item));

/** What can be read under these conditions is something else now. */
export const experiencesChanged = defineEvent(
  'experiences.changed',
  z.object({ conditionIds: z.array(z.uuid()).min(1) }),
);
