import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

export function createRateLimitRepository(database: Database) {
  return {
    /** One more use in the window that is open, or the first of a new one: in one statement, so that processes agree. */
    async count({ key, now, until }: { key: string; now: Date; until: Date }): Promise<{ used: number; until: Date }> {
      const { rows } = await sql<{ used: number; until: Date }>`
        insert into rate_limits as l (key, used, since, until) values (${key}, 1, ${now}, ${until})
        on conflict (key) do update set
          used = case when l.until <= ${now} then 1 else least(l.used + 1, 1000000000) end,
          since = case when l.until <= ${now} then excluded.since else l.since end,
          until = case when l.until <= ${now} then excluded.until else l.until end
        returning used, until`.execute(database);
      return rows[0]!;
    },

    async removeBefore(now: Date): Promise<void> {
      await sql`delete from rate_limits where until <= ${now}`.execute(database);
    },
  };
}
