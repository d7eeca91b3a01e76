import {
  experienceEdited,
  experienceOfAge,
  experienceSubmitted,
  experienceWithdrawn,
} from '#modules/experiences/index.ts';
import { noteWritten, type ModerationHands } from '#modules/moderation/index.ts';
import type { Events } from '#platform/events/events.ts';

const forModerators = ['crisis', 'held'] as const;

/** What authors do with their texts, as far as moderators must know: in the transaction in which it happens. */
export function tellModeration({
  events,
  ...hands
}: { events: Events } & Pick<ModerationHands, 'clock' | 'callModerators'>): void {
  for (const event of [experienceSubmitted, experienceEdited])
    events.subscribe(event, {
      name: 'moderation',
      when: 'in-transaction',
      handle: ({ kind, id, flags }, transaction) =>
        noteWritten(
          transaction,
          { item: { kind, id }, change: 'written', flags: forModerators.filter((flag) => flags.includes(flag)) },
          hands,
        ),
    });
  events.subscribe(experienceWithdrawn, {
    name: 'moderation',
    when: 'in-transaction',
    handle: ({ kind, id }, transaction) =>
      noteWritten(transaction, { item: { kind, id }, change: 'withdrawn', flags: [] }, hands),
  });
  events.subscribe(experienceOfAge, {
    name: 'moderation',
    when: 'in-transaction',
    handle: ({ kind, id }, transaction) =>
      noteWritten(transaction, { item: { kind, id }, change: 'none', flags: ['of-age'] }, hands),
  });
}
