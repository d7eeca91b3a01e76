import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { experiencesChanged } from './experience.events.ts';
import type { AnswerNote, ItemRef, Standing } from './experience.ts';
import { createItemRepository } from './item.repository.ts';

export type Standings = ReturnType<typeof standingsWith>;

/**
 * What moderation's decisions do to a text. Each takes effect with the transaction it is called in, everywhere: on pages,
 * in numbers of experiences, in every process's cache. Calling twice is as good as once.
 */
export function standingsWith({ events, clock }: { events: Pick<Events, 'publish'>; clock: Clock }) {
  const changed = async (transaction: Database, conditionId: string | undefined) => {
    if (conditionId) await events.publish(transaction, experiencesChanged, { conditionIds: [conditionId] });
    return conditionId !== undefined;
  };
  return {
    /** False if there is no such text, or it stands like this already. */
    setStanding: async (transaction: Database, item: ItemRef, standing: Standing): Promise<boolean> =>
      changed(transaction, await createItemRepository(transaction).setStanding(item, standing)),

    /** Puts these notes beside a text instead of those that were there; none: takes them away. False if there is no such text. */
    setNotes: async (transaction: Database, item: ItemRef, notes: readonly AnswerNote[]): Promise<boolean> =>
      changed(transaction, await createItemRepository(transaction).setNotes(item, notes, clock.now())),
  };
}
