import type { StaffRole } from '#platform/auth/signed-in.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepAt, totpCode } from '#platform/auth/totp.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { newestToken, signInAs } from '#support/sign-in.ts';
import { startSite, today, type TestSite } from '#support/site.ts';

const clock = fixedClock(today);
let site: TestSite;
beforeAll(async () => void (site = await startSite({ clock, empty: true })));
afterAll(() => site.close());

const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
type Headers = Record<string, string>;
const post = (path: string, fields: Record<string, string> = {}, headers: Headers = {}) =>
  fetch(site.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: site.url, ...headers },
  });
const get = (path: string, headers: Headers = {}) => fetch(site.url + path, { redirect: 'manual', headers });
const html = async (path: string, headers: Headers = {}) => (await get(path, headers)).text();
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const isIn = async (cookie: string) => (await get('/me/security', { cookie })).status === 200;
/** Subjects and texts of what was written to an address, the newest first. */
const mailsTo = async (address: string) =>
  (await html('/outbox')).split('<article').filter((article) => article.includes(`To ${address}<`));

const good = 'four words that nobody guesses';

describe('A password', () => {
  test('signs in whoever set one, and its owner is told', async () => {
    const me = await signInAs(site);
    const set = await post('/me/security/password', { password: good }, me.headers);
    expect(set.headers.get('location')).toBe('/me/security?done=password-set#done');
    expect((await mailsTo(me.email))[0]).toContain('A password was set');
    const response = await post('/sign-in/password', { address: me.email.toUpperCase(), password: good, to: '/help' });
    expect(response.headers.get('location')).toBe('/sign-in/second-factor?to=%2Fhelp');
    const cookie = cookieOf(response);
    expect((await get('/sign-in/second-factor?to=%2Fhelp', { cookie })).headers.get('location')).toBe('/help');
    expect(await isIn(cookie)).toBe(true);
  });

  test.each([
    ['short', 'shorter than 15'],
    ['abcabcabcabcabcabc', 'easily guessed'],
    ['aaaaaaaaaaaaaaaaaaaa', 'easily guessed'],
    ['x'.repeat(300), 'longer than 200'],
  ])('%s is not taken, with the reason', async (password, reason) => {
    const me = await signInAs(site);
    const response = await post('/me/security/password', { password }, me.headers);
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain(reason);
    expect(text).not.toContain(`value="${password}"`);
  });

  test('that is replaced ends every other session, and removed opens nothing', async () => {
    const me = await signInAs(site);
    await post('/me/security/password', { password: good }, me.headers);
    const other = cookieOf(await post('/sign-in/password', { address: me.email, password: good }));
    await post('/me/security/password', { password: `${good} and better` }, me.headers);
    expect([await isIn(other), await isIn(me.headers.cookie)]).toEqual([false, true]);
    await post('/me/security/password/remove', {}, me.headers);
    expect((await post('/sign-in/password', { address: me.email, password: `${good} and better` })).status).toBe(422);
  });

  test('guessed ten times rests for a quarter of an hour, for everybody who tries; the link by mail works meanwhile', async () => {
    const me = await signInAs(site);
    await post('/me/security/password', { password: good }, me.headers);
    later(1000);
    const guess = (password: string) => post('/sign-in/password', { address: me.email, password });
    for (let times = 0; times < 10; times++) expect((await guess('wrong')).status).toBe(422);
    expect((await guess(good)).status).toBe(429);
    await post('/sign-in', { address: me.email });
    const token = await newestToken(site.url, me.email);
    expect((await post('/sign-in/link', { token })).status).toBe(303);
    later(15 * 60);
    expect((await guess(good)).status).toBe(303);
    later(1000);
  });
});

describe('Sessions', () => {
  test('are listed coarsely, and end one by one or all but this', async () => {
    const [one, two, three] = [
      await signInAs(site, { email: 'many@example.org' }),
      await signInAs(site, { email: 'many@example.org' }),
      await signInAs(site, { email: 'many@example.org' }),
    ];
    const page = await html('/me/security', one.headers);
    expect(page.match(/Firefox on Linux<\/b>/gu)).toHaveLength(3);
    expect(page).not.toContain(`/me/security/sessions/${one.sessionId}/end`);
    await post(`/me/security/sessions/${two.sessionId}/end`, {}, one.headers);
    expect(await isIn(two.headers.cookie)).toBe(false);
    await post('/me/security/sessions/others/end', {}, one.headers);
    expect([await isIn(one.headers.cookie), await isIn(three.headers.cookie)]).toEqual([true, false]);
  });

  test('of others cannot be ended, and their passkeys not removed', async () => {
    const [me, other] = [await signInAs(site), await signInAs(site)];
    await post(`/me/security/sessions/${other.sessionId}/end`, {}, me.headers);
    await post(`/me/security/passkeys/${other.sessionId}/remove`, {}, me.headers);
    await post('/me/security/sessions/nonsense/end', {}, me.headers);
    expect(await isIn(other.headers.cookie)).toBe(true);
    expect(await mailsTo(me.email)).toEqual([]);
  });
});

/** Sets up an app for codes as its owner does. */
async function setUpApp(headers: Headers) {
  await post('/me/security/second-factor/begin', {}, headers);
  const secret = /<code class="secret">([A-Z2-7 ]+)</u
    .exec(await html('/me/security/second-factor', headers))![1]!
    .replaceAll(' ', '');
  const code = () => totpCode(secret, stepAt(clock.now()));
  const response = await post('/me/security/second-factor', { code: code() }, headers);
  const page = await response.text();
  const backup = Array.from(page.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})</gu), ([, each]) => each!);
  later(60);
  return { code, backup, response };
}

async function signInHalf(email: string) {
  later(30);
  await post('/sign-in', { address: email });
  const response = await post('/sign-in/link', { token: await newestToken(site.url, email) });
  return { cookie: cookieOf(response), location: response.headers.get('location') };
}

describe('A second factor', () => {
  test('is asked for before anything else can be seen', async () => {
    const me = await signInAs(site);
    const { code, backup } = await setUpApp(me.headers);
    expect(new Set(backup).size).toBe(10);
    expect(await isIn(me.headers.cookie)).toBe(true);
    expect((await mailsTo(me.email))[0]).toContain('A second factor was set up');
    const { cookie, location } = await signInHalf(me.email);
    expect(location).toBe('/sign-in/second-factor');
    expect(await isIn(cookie)).toBe(false);
    expect((await get('/me/security/second-factor', { cookie })).headers.get('location')).toContain('/sign-in');
    expect((await post('/sign-in/second-factor', { code: '000000' }, { cookie })).status).toBe(422);
    expect(await isIn(cookie)).toBe(false);
    const given = code();
    expect(
      (await post('/sign-in/second-factor', { code: ` ${given.slice(0, 3)} ${given.slice(3)}` }, { cookie })).status,
    ).toBe(303);
    expect(await isIn(cookie)).toBe(true);
    // whoever looked over a shoulder has the code, and it is used up
    const again = await signInHalf(me.email);
    clock.set(new Date(clock.now().getTime() - 30_000));
    expect((await post('/sign-in/second-factor', { code: given }, { cookie: again.cookie })).status).toBe(422);
    later(30);
  });

  test('can be a backup code, each once; new ones make the old ones worthless', async () => {
    const me = await signInAs(site);
    const { backup } = await setUpApp(me.headers);
    const first = await signInHalf(me.email);
    const given = await post('/sign-in/second-factor', { code: backup[3]!.toUpperCase() }, { cookie: first.cookie });
    expect(given.headers.get('location')).toBe('/me/security/second-factor?left=9');
    const second = await signInHalf(me.email);
    expect((await post('/sign-in/second-factor', { code: backup[3]! }, { cookie: second.cookie })).status).toBe(422);
    await post('/me/security/second-factor/backup-codes', {}, me.headers);
    expect((await post('/sign-in/second-factor', { code: backup[4]! }, { cookie: second.cookie })).status).toBe(422);
  });

  test('cannot be guessed: five tries in a quarter of an hour, however many sessions somebody opens', async () => {
    const me = await signInAs(site);
    const { code } = await setUpApp(me.headers);
    later(1000);
    const { cookie } = await signInHalf(me.email);
    const other = await signInHalf(me.email);
    for (let times = 0; times < 5; times++)
      expect((await post('/sign-in/second-factor', { code: '123456' }, { cookie })).status).toBe(422);
    expect((await post('/sign-in/second-factor', { code: code() }, { cookie: other.cookie })).status).toBe(429);
    later(16 * 60);
    expect((await post('/sign-in/second-factor', { code: code() }, { cookie })).status).toBe(303);
  });

  test('moves to another app only when that has given its first code', async () => {
    const me = await signInAs(site);
    const { code } = await setUpApp(me.headers);
    await post('/me/security/second-factor/begin', {}, me.headers);
    expect((await post('/me/security/second-factor', { code: '000000' }, me.headers)).status).toBe(422);
    const { cookie } = await signInHalf(me.email);
    expect((await post('/sign-in/second-factor', { code: code() }, { cookie })).status).toBe(303);
    later(1000);
    const newer = await setUpApp(me.headers);
    const again = await signInHalf(me.email);
    expect((await post('/sign-in/second-factor', { code: code() }, { cookie: again.cookie })).status).toBe(422);
    expect((await post('/sign-in/second-factor', { code: newer.code() }, { cookie: again.cookie })).status).toBe(303);
  });

  test('turned off is asked for no longer, and staff rights rest at once', async () => {
    const steward = await signInAs(site, { staff: ['steward'] });
    expect((await get('/steward/staff', steward.headers)).status).toBe(200);
    await post('/me/security/second-factor/end', {}, steward.headers);
    expect((await get('/steward/staff', steward.headers)).headers.get('location')).toBe('/me/security/second-factor');
    expect((await mailsTo(steward.email))[0]).toContain('turned off');
  });
});

describe('Another mail address', () => {
  test('is used once its owner has opened the link; both addresses are told, and other sessions end', async () => {
    const me = await signInAs(site, { email: 'before@example.org' });
    const elsewhere = await signInAs(site, { email: 'before@example.org' });
    await post('/me/security/address', { address: 'after@example.org' }, me.headers);
    expect((await mailsTo('before@example.org'))[0]).toContain('asked to use another mail address');
    const token = await newestToken(site.url, 'after@example.org');
    later(1);
    expect(await html(`/sign-in/new-address?token=${token}`)).toContain('after@example.org');
    expect(await html('/me/security', me.headers)).toContain('before@example.org');
    expect((await post('/sign-in/new-address', { token }, me.headers)).status).toBe(200);
    expect(await html('/me/security', me.headers)).toContain('after@example.org');
    expect(await isIn(elsewhere.headers.cookie)).toBe(false);
    expect((await mailsTo('before@example.org'))[0]).toContain('another mail address from now on');
    expect((await post('/sign-in/new-address', { token }, me.headers)).status).toBe(410);
  });

  test('that its owner did not ask for is taken back from the old mailbox, with everything an intruder left', async () => {
    const owner = await signInAs(site, { email: 'owner@example.org' });
    const intruder = await signInAs(site, { email: 'owner@example.org' });
    await post('/me/security/address', { address: 'intruder@example.org' }, intruder.headers);
    const token = await newestToken(site.url, 'intruder@example.org');
    later(1);
    await post('/sign-in/new-address', { token }, intruder.headers);
    const [told] = await mailsTo('owner@example.org');
    const back = /old-address\?token=([\w-]+)/u.exec(told!)![1]!;
    await post('/me/security/password', { password: 'intruders know six words' }, intruder.headers);
    later(60 * 60 * 24 * 13);
    // opening the page, as a scanner of mail does, changes nothing
    expect(await html(`/sign-in/old-address?token=${back}`)).toContain('owner@example.org');
    await post('/me/security/address', { address: 'third@example.org' }, intruder.headers);
    later(1);
    expect((await post('/sign-in/old-address', { token: back })).status).toBe(200);
    expect(await isIn(intruder.headers.cookie)).toBe(false);
    expect(await isIn(owner.headers.cookie)).toBe(false);
    const withPassword = { address: 'owner@example.org', password: 'intruders know six words' };
    expect((await post('/sign-in/password', withPassword)).status).toBe(422);
    const third = await newestToken(site.url, 'third@example.org');
    expect((await post('/sign-in/new-address', { token: third })).status).toBe(410);
    expect((await mailsTo('owner@example.org'))[0]).toContain('uses this address again');
    expect((await post('/sign-in/old-address', { token: back })).status).toBe(410);
    const again = await signInAs(site, { email: 'owner@example.org' });
    expect(await html('/me/security', again.headers)).toContain('owner@example.org');
  });

  /** Changes the address of an account after so many days with a second factor. Returns the token that takes it back. */
  async function lose(name: string, daysWithFactor: number, staff: readonly StaffRole[] = []) {
    const me = await signInAs(site, {
      email: `${name}@example.org`,
      ...(staff.length > 0 && { staff, secondFactor: false }),
    });
    await setUpApp(me.headers);
    later(60 * 60 * 24 * daysWithFactor + 1);
    await post('/me/security/address', { address: `${name}.gone@example.org` }, me.headers);
    later(1);
    await post('/sign-in/new-address', { token: await newestToken(site.url, `${name}.gone@example.org`) }, me.headers);
    return /old-address\?token=([\w-]+)/u.exec((await mailsTo(`${name}@example.org`))[0]!)![1]!;
  }

  test.each([
    ['was set up with the change, goes when the account is taken back', 'young', 1, [], undefined],
    ['is older, is still asked for', 'older', 20, [], '/sign-in/second-factor'],
    ['is that of staff, is still asked for', 'staff', 1, ['steward'], '/sign-in/second-factor'],
  ] as const)('a second factor that %s', async (_, name, days, staff, asked) => {
    const back = await lose(name, days, staff);
    expect((await post('/sign-in/old-address', { token: back })).status).toBe(200);
    later(60);
    const { location } = await signInHalf(`${name}@example.org`);
    if (asked) expect(location).toBe(asked);
    else expect(location).not.toContain('second-factor');
  });

  test('is final after 14 days', async () => {
    const me = await signInAs(site, { email: 'early@example.org' });
    await post('/me/security/address', { address: 'late@example.org' }, me.headers);
    later(1);
    await post('/sign-in/new-address', { token: await newestToken(site.url, 'late@example.org') }, me.headers);
    const back = /old-address\?token=([\w-]+)/u.exec((await mailsTo('early@example.org'))[0]!)![1]!;
    later(60 * 60 * 24 * 14 + 1);
    expect((await fetch(`${site.url}/sign-in/old-address?token=${back}`)).status).toBe(410);
    expect((await post('/sign-in/old-address', { token: back })).status).toBe(410);
  });

  test('that another account has gets the same page; only its owner learns that it cannot be used', async () => {
    const other = await signInAs(site, { email: 'taken@example.org' });
    const me = await signInAs(site);
    const ask = async (address: string) =>
      (await (await post('/me/security/address', { address }, me.headers)).text()).replaceAll(address, '…');
    expect(await ask('taken@example.org')).toBe(await ask('nobody-has@example.org'));
    const token = await newestToken(site.url, 'taken@example.org');
    expect((await post('/sign-in/new-address', { token })).status).toBe(409);
    expect(await isIn(other.headers.cookie)).toBe(true);
  });
});

describe('A passkey', () => {
  const json = (path: string, body: unknown, headers: Headers = {}) =>
    fetch(site.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { origin: site.url, 'content-type': 'application/json', ...headers },
    });

  test('is asked for without a cookie, and nothing that is no answer lets anybody in', async () => {
    const offer = await json('/sign-in/passkey/offer', {});
    expect(offer.headers.get('set-cookie')).toBeNull();
    const { options, challenge } = (await offer.json()) as { options: { rpId: string }; challenge: string };
    expect(options.rpId).toBe('localhost');
    const answer = { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} };
    for (const body of [undefined, 1, {}, { answer }, { answer, challenge: 'x; a=b' }, { answer, challenge }]) {
      const response = await json('/sign-in/passkey', body);
      expect(response.status, JSON.stringify(body)).toBe(422);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  test('is made only by somebody who is signed in', async () => {
    expect((await json('/me/security/passkeys/offer', {})).status).toBe(401);
    const me = await signInAs(site);
    const offer = await json('/me/security/passkeys/offer', {}, me.headers);
    const { options, challenge } = (await offer.json()) as { options: { user: { name: string } }; challenge: string };
    expect(options.user.name).toBe(me.email);
    const answer = { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} };
    expect((await json('/me/security/passkeys', { answer, challenge }, me.headers)).status).toBe(422);
    expect(await mailsTo(me.email)).toEqual([]);
  });
});
