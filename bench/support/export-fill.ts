import { sql } from 'kysely';
import { openServices } from '#app/start.ts';
import { subscribe } from '#app/subscriptions.ts';
import { eraseWhoIsDue } from '#app/rights.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { newId } from '#platform/ids/ids.ts';
import { silentLog } from '#platform/logging/log.ts';
import { knowledge } from '#support/knowledge.ts';
import { signInAs } from '#support/sign-in.ts';

const text = 'My pen began to crawl off the line by itself. I changed hands, then I told somebody at work. ';

/** An atlas with members who have written, agreed to and been through much, to be exported and erased. */
export async function openMembers({ settings }: { settings: Record<string, string> }) {
  const config = readConfig(settings);
  const { services, close } = await openServices(config, { parts: { subscribe }, log: silentLog, work: false });
  const { database, clock } = services;
  const { db } = database;
  const events = { subscribe: () => {}, publish: async () => {} };
  const conditionId = await db
    .transaction()
    .execute(async (transaction) =>
      (await importKnowledge({ transaction, knowledge, events, clock })).idOf('stillness'),
    );

  return {
    /** Somebody with so many items: experiences of about 1,200 letters, acts of staff, consents given and taken back. */
    async addMember(items: number, url: string): Promise<{ accountId: string; cookie: string }> {
      const { accountId, headers } = await signInAs({ services, url });
      const memberId = newId();
      await sql`insert into members (id, account_id, demo, joined_at) values (${memberId}, ${accountId}, true, now())`.execute(
        db,
      );
      await sql`
        insert into experiences (condition_id, id, language, title, body, author_name, author_id, role, demo, published_at, audience)
        select ${conditionId}::uuid, gen_random_uuid(), 'en', 'Day ' || n, repeat(${text}, 13), 'Ana', ${memberId}::uuid,
          'living-with-it', true, now(), 'everyone' from generate_series(1, ${Math.round(items * 0.6)}::int) n`.execute(
        db,
      );
      await sql`
        insert into audit_records (at, actor_role, act, about_account_id)
        select now(), 'moderator', 'experience.returned', ${accountId}::uuid
        from generate_series(1, ${Math.round(items * 0.3)}::int) n`.execute(db);
      await sql`
        insert into consents (id, account_id, kind, version, language, wording, agreed_at, withdrawn_at)
        select gen_random_uuid(), ${accountId}::uuid, 'contact', '1', 'en', repeat(${text}, 5), now(), now()
        from generate_series(1, ${Math.round(items * 0.1)}::int) n`.execute(db);
      return { accountId, cookie: headers.cookie };
    },
    count: () => sql`analyze`.execute(db),
    /** As "now, for good" does it. Milliseconds. */
    async erase(accountId: string): Promise<number> {
      await sql`update members set leaving_on = now() - interval '1 second' where account_id = ${accountId}::uuid`.execute(
        db,
      );
      const begun = performance.now();
      await eraseWhoIsDue(services);
      const { rows } = await sql`select from accounts where id = ${accountId}::uuid`.execute(db);
      if (rows.length > 0) throw new Error('The account was not erased');
      return performance.now() - begun;
    },
    close,
  };
}
