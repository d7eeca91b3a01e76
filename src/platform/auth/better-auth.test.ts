import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { openLibrary } from './better-auth.ts';

let database: DatabaseHandle;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.close());

const open = () =>
  openLibrary({
    database: database.db,
    origin: 'https://atlas.example',
    siteName: 'Cairn',
    secret: 'a secret that is long enough for all of this',
    sessionSeconds: 60,
    validateSchema: true,
  });

test('the library finds its tables as it expects them', async () => {
  // asks for nobody, after it has compared all of its tables and columns with ours
  expect(
    await open().api.startSession({
      body: { accountId: '00000000-0000-4000-8000-000000000000' },
      headers: new Headers(),
    }),
  ).toBeUndefined();
});

test('a session keeps no address of the network, and over https its cookie is for https alone', async () => {
  const accountId = '11111111-1111-4111-8111-111111111111';
  const tables = database.db.withTables<{
    accounts: { id: string; email: string };
    sessions: { ip_address: string | null; user_agent: string | null };
  }>();
  await tables.insertInto('accounts').values({ id: accountId, email: 'maria@example.org' }).execute();
  const headers = new Headers({ 'user-agent': 'Firefox/Linux', 'x-forwarded-for': '203.0.113.7' });
  const { headers: sent } = await open().api.startSession({ body: { accountId }, headers, returnHeaders: true });
  expect(sent.getSetCookie()).toEqual([
    expect.stringMatching(/^__Secure-cairn\.session_token=\S+; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/u),
  ]);
  expect(await tables.selectFrom('sessions').select(['ip_address', 'user_agent']).execute()).toEqual([
    { ip_address: null, user_agent: 'Firefox/Linux' },
  ]);
});
