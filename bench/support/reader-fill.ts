import { sql } from 'kysely';
import { openServices } from '#app/start.ts';
import { subscribe } from '#app/subscriptions.ts';
import { readConfig } from '#platform/config/config.ts';
import { newId } from '#platform/ids/ids.ts';
import { silentLog } from '#platform/logging/log.ts';
import { signInAs } from '#support/sign-in.ts';

/** A member with these conditions (slugs), under all of which they are listed, signed in. Returns the cookie of their session. */
export async function addReader(
  { settings }: { settings: Record<string, string> },
  url: string,
  slugs: readonly string[],
): Promise<string> {
  const { services, close } = await openServices(readConfig(settings), {
    parts: { subscribe },
    log: silentLog,
    work: false,
  });
  try {
    const { db } = services.database;
    const { accountId, headers } = await signInAs({ services, url });
    const id = newId();
    await sql`
      insert into members (id, account_id, display_name, region, demo, joined_at, role)
      values (${id}, ${accountId}, 'Reader', 'ES', true, now(), 'living-with-it')`.execute(db);
    await sql`
      insert into memberships (condition_id, member_id, role, listed)
      select id, ${id}, 'living-with-it', true from conditions where slug = any (${slugs}::text[])`.execute(db);
    await sql`
      insert into consents (id, account_id, kind, version, language, wording, agreed_at)
      select gen_random_uuid(), ${accountId}, kind, '1', 'en', 'Yes.', now()
      from unnest(array['account', 'health', 'contact', 'publishing']) as kind`.execute(db);
    return headers.cookie;
  } finally {
    await close();
  }
}
