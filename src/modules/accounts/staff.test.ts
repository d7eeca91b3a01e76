import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuditRepository } from '#platform/audit/audit.repository.ts';
import { signInAs, signInByMail, type SignedInVisitor } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';
import { makeDemoLinks } from './demo.usecases.ts';

let site: TestSite;
let steward: SignedInVisitor;
beforeAll(async () => {
  site = await startSite({ empty: true });
  steward = await signInAs(site, { staff: ['steward'], email: 'steward@example.org' });
});
afterAll(() => site.close());

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = steward.headers) =>
  fetch(site.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: site.url, ...headers },
  });
const page = async (path: string, headers: Record<string, string> = steward.headers) =>
  (await fetch(site.url + path, { headers })).text();
const mails = async (address: string) =>
  (await page('/outbox')).split('<article').filter((article) => article.includes(`To ${address}<`));

test('a steward gives a role, and takes it back with one press; each is in the record', async () => {
  const granted = await (await post('/steward/staff', { address: 'New@example.org', role: 'reviewer' })).text();
  expect(granted).toContain('new@example.org has the role now: Reviewer.');
  expect((await mails('new@example.org'))[0]).toContain('You are now a reviewer');
  const account = /name="account" value="([0-9a-f-]{36})"/u.exec(granted.split('role="status"')[1]!)![1]!;
  const undone = await (await post('/steward/staff/remove', { account, role: 'reviewer' })).text();
  expect(undone).toContain('new@example.org no longer has the role: Reviewer.');
  expect(undone).toMatch(/name="address" value="new@example\.org"/u);
  await post('/steward/staff', { address: 'new@example.org', role: 'reviewer' });
  const record = await page('/steward/record');
  expect(record.match(/Gave new@example\.org the role: Reviewer/gu)).toHaveLength(2);
  expect(record).toContain('Took the role from new@example.org: Reviewer');
  expect(record).toContain('steward@example.org (Steward)');
});

test('an address that is known here and one that is not get the same answer, and the account is the same later', async () => {
  const known = await signInAs(site, { email: 'known@example.org' });
  const answer = async (address: string) => {
    const response = await post('/steward/staff', { address, role: 'moderator' });
    const html = await response.text();
    return html.replace(/value="[0-9a-f-]{36}"/gu, 'value="…"').replaceAll(address, '…');
  };
  const first = (await answer('known@example.org')).split('<main')[1]!.split('In the team now')[0];
  expect((await answer('unknown@example.org')).split('<main')[1]!.split('In the team now')[0]).toBe(first);
  expect(await page('/me/security/second-factor', known.headers)).toContain('You have a role in the team');
  const { cookie } = await signInByMail(site.url, 'unknown@example.org');
  expect(await page('/me/security/second-factor', { cookie })).toContain('You have a role in the team');
});

test('a role can be given twice, or taken twice, without a second mail or record', async () => {
  for (const address of ['twice@example.org', 'Twice@example.org'])
    await post('/steward/staff', { address, role: 'reviewer' });
  expect(await mails('twice@example.org')).toHaveLength(1);
});

test('the last steward stays', async () => {
  const response = await post('/steward/staff/remove', { account: steward.accountId, role: 'steward' });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('This is the last steward');
  const second = await signInAs(site, { staff: ['steward'], email: 'second@example.org' });
  const both = await Promise.all([
    post('/steward/staff/remove', { account: second.accountId, role: 'steward' }, steward.headers),
    post('/steward/staff/remove', { account: steward.accountId, role: 'steward' }, second.headers),
  ]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await page('/steward/staff', steward.headers)) + (await page('/steward/staff', second.headers))).toContain(
    'Steward',
  );
});

test('what is missing is said, and nothing is given', async () => {
  const again = await signInAs(site, { staff: ['steward'] });
  for (const [fields, says] of [
    [{ address: '', role: 'reviewer' }, 'Write your mail address.'],
    [{ address: 'a@example.org', role: 'king' }, 'Choose a role.'],
  ] as const) {
    const response = await post('/steward/staff', fields, again.headers);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(says);
  }
});

test('a member and every other staff find nothing; staff who owe the second factor are led to it', async () => {
  const status = async (options: Parameters<typeof signInAs>[1]) => {
    const { headers } = await signInAs(site, options);
    const asked = ['/steward', '/steward/staff', '/steward/record'].map(async (path) => {
      const response = await fetch(site.url + path, { headers, redirect: 'manual' });
      return response.status === 303 ? response.headers.get('location') : response.status;
    });
    return Promise.all([
      ...asked,
      post('/steward/staff', { address: 'x@example.org', role: 'steward' }, headers).then(
        (response) => response.status,
      ),
    ]);
  };
  const there = '/me/security/second-factor';
  expect(await status({})).toEqual([404, 404, 404, 404]);
  expect(await status({ staff: ['moderator', 'reviewer'] })).toEqual([404, 404, 404, 404]);
  expect(await status({ staff: ['steward'], secondFactor: false })).toEqual([there, there, there, 303]);
  expect(await mails('x@example.org')).toEqual([]);
});

test('whom a record is about can be asked for it, and it outlives those whom it names', async () => {
  const records = createAuditRepository(site.services.database.db);
  const member = await signInAs(site, { staff: ['steward'] });
  await post('/steward/staff', { address: 'about@example.org', role: 'reviewer' }, member.headers);
  const [record] = await records.list({ offset: 0, limit: 1 });
  const [same] = await records.listAbout(record!.aboutAccountId!);
  expect(same).toMatchObject({ act: 'staff.granted', actorEmail: member.email, details: { role: 'reviewer' } });
  const tables = site.services.database.db.withTables<{
    accounts: { id: string };
    audit_records: { id: number; act: string; actor_id: string | null };
  }>();
  await tables.deleteFrom('accounts').where('id', '=', member.accountId).execute();
  expect((await records.list({ offset: 0, limit: 1 }))[0]).toMatchObject({ act: 'staff.granted', actorEmail: null });
  await expect(tables.updateTable('audit_records').set({ act: 'nothing' }).execute()).rejects.toThrow(/never changed/u);
  await expect(tables.deleteFrom('audit_records').execute()).rejects.toThrow(/never changed/u);
});

test('links of the demonstration let its invented staff in, as what they are', async () => {
  const { db } = site.services.database;
  await makeDemoLinks({ database: db, clock: site.services.clock });
  const links = await makeDemoLinks({ database: db, clock: site.services.clock });
  expect(links.map(({ who }) => who)).toEqual(['member', 'editor', 'reviewer', 'moderator', 'steward']);
  for (const { who, token } of links) {
    const response = await post('/sign-in/link', { token }, {});
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await fetch(`${site.url}/steward/staff`, { headers: { cookie } })).status, who).toBe(
      who === 'steward' ? 200 : 404,
    );
  }
});
