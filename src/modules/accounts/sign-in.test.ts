import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import { newestToken, signInAs, signInByMail } from '#support/sign-in.ts';
import { startSite, today, type TestSite } from '#support/site.ts';

const clock = fixedClock(today);
let site: TestSite;
beforeAll(async () => void (site = await startSite({ clock, empty: true })));
afterAll(() => site.close());

const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: site.url, ...headers },
  });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { redirect: 'manual', headers });
/** Whether a cookie is that of somebody who is signed in. */
const isIn = async (cookie: string) => !(await get('/me', { cookie })).headers.get('location')!.includes('sign-in');

describe('A link', () => {
  test('signs in whoever opens it, and makes the account only then', async () => {
    await post('/sign-in', { address: ' New.Person@Example.org ' });
    const { rows } = await queryAccounts('new.person@example.org');
    expect(rows).toEqual([]);
    const token = await newestToken(site.url, 'new.person@example.org');
    expect((await get(`/sign-in/link?token=${token}`)).headers.get('set-cookie')).toBeNull();
    const used = await post('/sign-in/link', { token });
    expect(used.status).toBe(303);
    const cookie = used.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^cairn\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/u);
    expect(await isIn(cookie.split(';')[0]!)).toBe(true);
    expect((await queryAccounts('new.person@example.org')).rows).toEqual([{ email_verified: true }]);
  });

  test('leads on to where somebody wanted to go, within this site only', async () => {
    const ask = async (address: string, to: string) => {
      await post('/sign-in', { address, to });
      const token = await newestToken(site.url, address);
      return (await post('/sign-in/link', { token })).headers.get('location');
    };
    expect(await ask('to1@example.org', '/conditions/dystonia?page=2')).toBe('/conditions/dystonia?page=2');
    for (const [index, to] of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in'].entries())
      expect(await ask(`to-${index}@example.org`, to), to).toBe('/join');
  });

  test('looked at by a scanner is not used up', async () => {
    await post('/sign-in', { address: 'scanned@example.org' });
    const token = await newestToken(site.url, 'scanned@example.org');
    for (let times = 0; times < 5; times++) expect((await get(`/sign-in/link?token=${token}`)).status).toBe(200);
    expect((await post('/sign-in/link', { token })).status).toBe(303);
  });

  test('pressed twice by a hand that shakes works, and leaves one session', async () => {
    await post('/sign-in', { address: 'shaking@example.org' });
    const token = await newestToken(site.url, 'shaking@example.org');
    const both = await Promise.all([post('/sign-in/link', { token }), post('/sign-in/link', { token })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const cookies = both.map(({ headers }) => headers.getSetCookie()[0]!.split(';')[0]!);
    expect((await Promise.all(cookies.map(isIn))).filter(Boolean)).toHaveLength(1);
  });

  test('used again later says so, and leads on', async () => {
    await post('/sign-in', { address: 'again@example.org' });
    const token = await newestToken(site.url, 'again@example.org');
    expect((await post('/sign-in/link', { token })).status).toBe(303);
    later(30);
    for (const response of [await post('/sign-in/link', { token }), await get(`/sign-in/link?token=${token}`)]) {
      expect(response.status).toBe(410);
      expect(response.headers.get('set-cookie')).toBeNull();
      const html = await response.text();
      expect(html).toContain('This link has been used');
      expect(html).toContain('href="/sign-in"');
    }
  });

  test('is good for an hour', async () => {
    await post('/sign-in', { address: 'slow@example.org' });
    const token = await newestToken(site.url, 'slow@example.org');
    later(3599);
    expect((await get(`/sign-in/link?token=${token}`)).status).toBe(200);
    later(2);
    const response = await post('/sign-in/link', { token });
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('This link no longer works');
  });

  test.each(['', 'x', 'A'.repeat(43), '%00', "' or 1=1 --"])(
    'with a token that is none (%j) opens nothing',
    async (token) => {
      expect((await post('/sign-in/link', { token })).status).toBe(410);
      expect((await get(`/sign-in/link?token=${encodeURIComponent(token)}`)).status).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('Mail', () => {
  test('is not sent more than five times an hour to one address, and always leaves a link that works', async () => {
    const address = 'flooded@example.org';
    const mails = async () => (await (await get('/outbox')).text()).split(`To ${address}`).length - 1;
    for (let times = 0; times < 12; times++) {
      const response = await post('/sign-in', { address });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Look into your mail');
      later(25);
    }
    expect(await mails()).toBe(5);
    // just before the hour since the first is over, the newest of the five still works
    later(3600 - 12 * 25 - 1);
    expect((await get(`/sign-in/link?token=${await newestToken(site.url, address)}`)).status).toBe(200);
    later(2);
    await post('/sign-in', { address });
    expect(await mails()).toBe(6);
  });

  test('comes once to somebody who presses twice', async () => {
    await Promise.all([1, 2, 3].map(() => post('/sign-in', { address: 'twice@example.org' })));
    expect((await (await get('/outbox')).text()).split('To twice@example.org')).toHaveLength(2);
  });

  test('names nothing in its subject, not even the site', async () => {
    const { rows } = await site.services.database.db
      .withTables<{ mails: { subject: string } }>()
      .selectFrom('mails')
      .select('subject')
      .distinct()
      .execute()
      .then((rows) => ({ rows }));
    expect(rows).toEqual([{ subject: 'Your link to sign in' }]);
  });
});

test('an address that is none is said to be so, and what was typed stays', async () => {
  const response = await post('/sign-in', { address: 'maria@<b>', to: '/me' });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('value="maria@&lt;b&gt;"');
  expect(html).toContain('This is not a whole mail address yet');
  expect(html).toContain('name="to" value="/me"');
});

test('signing out ends the session and its cookie', async () => {
  const { headers } = await signInAs(site);
  expect(await isIn(headers.cookie)).toBe(true);
  const response = await post('/sign-out', {}, headers);
  expect(response.headers.getSetCookie()[0]).toMatch(/^cairn\.session_token=; Max-Age=0;/u);
  expect(await isIn(headers.cookie)).toBe(false);
});

test('a session ends a month after the last visit, and a visit begins the month anew', async () => {
  const { cookie } = await signInByMail(site.url, 'monthly@example.org');
  later(20 * 24 * 3600);
  const response = await get('/me', { cookie });
  expect(response.headers.getSetCookie()[0]).toMatch(
    new RegExp(`^${cookie.replace(/[.+?^$|()[\]\\]/gu, '\\$&')}; Max-Age=2592000; `, 'u'),
  );
  later(20 * 24 * 3600);
  expect(await isIn(cookie)).toBe(true);
  later(31 * 24 * 3600);
  expect(await isIn(cookie)).toBe(false);
});

test('a cookie that we did not sign is nobody’s', async () => {
  const { headers } = await signInAs(site);
  const [name, value = ''] = headers.cookie.split('=');
  const token = decodeURIComponent(value).split('.')[0]!;
  for (const forged of [token, `${token}.${'A'.repeat(43)}=`, `x${value}`])
    expect(await isIn(`${name}=${encodeURIComponent(forged)}`)).toBe(false);
});

test('a form on another site signs nobody in or out', async () => {
  const { headers } = await signInAs(site);
  const foreign = { ...headers, origin: 'https://evil.example' };
  expect((await post('/sign-out', {}, foreign)).status).toBe(403);
  expect((await post('/sign-in', { address: 'a@example.org' }, { origin: 'https://evil.example' })).status).toBe(403);
  expect(await isIn(headers.cookie)).toBe(true);
});

const queryAccounts = async (email: string) => ({
  rows: await site.services.database.db
    .withTables<{ accounts: { email: string; email_verified: boolean } }>()
    .selectFrom('accounts')
    .select('email_verified')
    .where('email', '=', email)
    .execute(),
});
