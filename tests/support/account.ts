import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';

/** A bare account, for tests of what hangs on one; nobody can sign in with it. */
export async function addAccount(db: Database, email = `${newId()}@mail.example`): Promise<string> {
  const id = newId();
  await sql`insert into accounts (id, email, email_verified) values (${id}, ${email}, true)`.execute(db);
  return id;
}
