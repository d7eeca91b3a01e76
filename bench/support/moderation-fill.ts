import { sql } from 'kysely';
import { openServices } from '#app/start.ts';
import { subscribe } from '#app/subscriptions.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { knowledge } from '#support/knowledge.ts';
import { signInAs } from '#support/sign-in.ts';

const text = 'My pen began to crawl off the line by itself. I changed hands, then I told somebody at work. ';

/** Ids that can be computed: `n` of what. */
const id = (kind: number, n: string) =>
  sql.raw(`('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`);

/** An atlas with very many experiences, a tenth of which was once reported, and a hundredth of which waits for a moderator. */
export async function openModerated({ settings }: { settings: Record<string, string> }) {
  const config = readConfig(settings);
  const { services, close } = await openServices(config, { parts: { subscribe }, log: silentLog, work: false });
  const { db } = services.database;
  const events = { subscribe: () => {}, publish: async () => {} };
  const conditionId = await db
    .transaction()
    .execute(async (transaction) =>
      (await importKnowledge({ transaction, knowledge, events, clock: services.clock })).idOf('stillness'),
    );

  return {
    /** Experiences from `from` to `to`, with what was reported and decided about them. Returns how many wait. */
    async fill(from: number, to: number): Promise<void> {
      await sql`
        insert into experiences (condition_id, id, language, title, body, role, demo, audience, published_at)
        select ${conditionId}::uuid, ${id(2, 'n')}, 'en', 'Day ' || n, repeat(${text}, 5), 'living-with-it', true,
          'everyone', now() - n * interval '1 minute'
        from generate_series(${from}::int, ${to}::int) n`.execute(db);
      // a tenth was reported by one to four people, looked at, and kept
      await sql`
        insert into moderation_acts (id, item_kind, item_id, kind, at, reporter_id, reason, weight)
        select gen_random_uuid(), 'experience', ${id(2, 'n')}, 'reported', now() - interval '40 days',
          ${id(3, 'n % 5000 + p')}, 'unkind', 100
        from generate_series(${from}::int, ${to}::int, 10) n, generate_series(1, 1 + n % 4) p`.execute(db);
      await sql`
        insert into moderation_acts (id, item_kind, item_id, kind, at, moderator_id, batch, waited_seconds, tier)
        select gen_random_uuid(), 'experience', ${id(2, 'n')}, 'keep', now() - (n % 80) * interval '1 day',
          ${id(4, 'n % 3')}, gen_random_uuid(), ((n::bigint * 7919) % 90000)::int, 2
        from generate_series(${from}::int, ${to}::int, 10) n`.execute(db);
      await sql`
        insert into moderation_cases (item_id, item_kind, standing, lightness, reasons, reporters, version)
        select ${id(2, 'n')}, 'experience', 'shown', 0, '{}', 0, 1
        from generate_series(${from}::int, ${to}::int, 10) n`.execute(db);
      // a hundredth waits
      await sql`
        insert into moderation_acts (id, item_kind, item_id, kind, at, reporter_id, reason, weight)
        select gen_random_uuid(), 'experience', ${id(2, 'n')}, 'reported', now() - n * interval '1 second',
          ${id(3, 'n % 5000 + p')}, 'spam', 100
        from generate_series(${from + 5}::int, ${to}::int, 100) n, generate_series(1, 1 + n % 3) p`.execute(db);
      await sql`
        insert into moderation_cases (item_id, item_kind, standing, tier, lightness, waiting_since, reasons, reporters, version)
        select ${id(2, 'n')}, 'experience', 'shown', 2, -100 * (1 + n % 3), now() - n * interval '1 second',
          '{spam}', 1 + n % 3, 0
        from generate_series(${from + 5}::int, ${to}::int, 100) n`.execute(db);
    },
    count: () => sql`vacuum analyze`.execute(db),
    /** The place in the middle of the queue, as its address says. */
    async middle(): Promise<string> {
      const { rows } = await sql<{ lightness: number; since: Date; id: string }>`
        select lightness, waiting_since as since, item_id as id from moderation_cases where tier is not null
        order by tier, lightness, waiting_since, item_id
        offset (select count(*) / 2 from moderation_cases where tier is not null) limit 1`.execute(db);
      const { lightness, since, id: itemId } = rows[0]!;
      return ['reported', lightness, since.getTime(), itemId].join('.');
    },
    /** Addresses of cases that wait, any of them. */
    async waiting(count: number): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select item_id as id from moderation_cases where tier is not null order by random() limit ${count}`.execute(db);
      return rows.map((row) => row.id);
    },
    signIn: (url: string) => signInAs({ services, url }, { staff: ['moderator'] }),
    close,
  };
}
