import { defineError } from '#platform/errors/errors.ts';

export const editorNotFound = defineError('editing.not_found', 'not-found', 'There is no such text to edit.');
export const onADesk = defineError(
  'editing.on_a_desk',
  'conflict',
  'A reviewer has this text on the desk. It can be changed once they have decided.',
);
export const stepNotNow = defineError('editing.not_now', 'conflict', 'This cannot be done with this text now.');
export const sourceUnknown = defineError('editing.source_unknown', 'not-found', 'The atlas has no such source.');
