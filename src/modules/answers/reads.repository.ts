import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** How a text is called where reads are counted. */
export const readKey = (conditionId: string, answerId: string): string => `${conditionId} ${answerId}`;

/** How often texts are read, week by week: numbers alone. */
export function createReadsRepository(database: Database) {
  return {
    /** Adds to the week of `today` (`YYYY-MM-DD`). Keys are those of `readKey`; of a text that is gone nothing is kept. */
    async add(counts: ReadonlyMap<string, number>, today: string): Promise<void> {
      const keys = [...counts.keys()].map((key) => key.split(' '));
      // in the order of keys, so that two processes that add at once never wait for each other in a circle
      await sql`
        insert into answer_reads (condition_id, answer_id, week, reads)
        select a.condition_id, a.id, date_trunc('week', ${today}::date)::date, n.reads
        from unnest(${keys.map(([conditionId]) => conditionId!)}::uuid[], ${keys.map(([, answerId]) => answerId!)}::uuid[],
          ${[...counts.values()]}::int[]) as n (condition_id, answer_id, reads)
        join answers a on a.condition_id = n.condition_id and a.id = n.answer_id
        order by a.condition_id, a.id
        on conflict (condition_id, answer_id, week) do update set reads = answer_reads.reads + excluded.reads`.execute(
        database,
      );
    },

    /** `YYYY-MM-DD` */
    async removeBefore(day: string): Promise<void> {
      await sql`delete from answer_reads where week < ${day}::date`.execute(database);
    },
  };
}
