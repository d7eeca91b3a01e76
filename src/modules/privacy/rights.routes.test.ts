import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readWithin } from '#app/rights.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import { createExperienceRepository } from '#modules/experiences/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { createLog } from '#platform/logging/log.ts';
import { newId } from '#platform/ids/ids.ts';
import { findTraces } from '#support/find-traces.ts';
import { knowledge } from '#support/knowledge.ts';
import { signInAs, signInByMail } from '#support/sign-in.ts';
import { startSite, today, type TestSite } from '#support/site.ts';
import { exportSchema } from './export.schemas.ts';
import { actsWithWords } from './record.views.tsx';

// The whole database is read, more than once: a machine with much else to do takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock = fixedClock(today);
let site: TestSite;
/** Everything the site has logged. */
let logged = '';
const log = createLog({ level: 'debug', destination: { write: (line) => void (logged += line) } });

beforeAll(async () => {
  site = await startSite({ clock, log, empty: true });
  const events = { subscribe: () => {}, publish: async () => {} };
  await site.services.database.db
    .transaction()
    .execute((transaction) => importKnowledge({ transaction, knowledge, events, clock }));
});
afterAll(() => site.close());

interface Visitor {
  headers: { cookie: string; origin: string };
}

const get = (path: string, who?: Visitor) =>
  fetch(site.url + path, { redirect: 'manual', headers: who ? { cookie: who.headers.cookie } : {} });
const post = (path: string, who: Visitor, fields: Record<string, string> = {}) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: who.headers,
    body: new URLSearchParams(fields),
  });

const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));

/** A member with one experience about stillness. */
async function joinAs(displayName: string) {
  const db = site.services.database.db;
  const visitor = await signInAs(site);
  const memberId = newId();
  await sql`insert into members (id, account_id, demo, joined_at, display_name)
    values (${memberId}, ${visitor.accountId}, true, now(), ${displayName})`.execute(db);
  const condition = (await createConditionRepository(db).findBySlug('stillness'))!;
  const experience = {
    id: newId(),
    conditionId: condition.id,
    questionId: null,
    language: 'en',
    title: `What ${displayName} found out`,
    body: 'It was late.',
    authorName: displayName,
    authorId: memberId,
    role: 'living-with-it' as const,
    demo: true,
    publishedAt: clock.now(),
  };
  await db.transaction().execute(async (transaction) => {
    await createExperienceRepository(transaction).add(experience);
    await site.services.pageCache.invalidate(transaction, ['*']);
  });
  return { ...visitor, memberId, title: experience.title };
}

/** The pages that show what somebody wrote about stillness, as a stranger reads them. */
const pages = ['/', '/es', '/conditions/stillness', '/conditions/stillness/experiences', '/es/conditions/stillness'];
async function pagesThatSay(words: string): Promise<string[]> {
  const found: string[] = [];
  // twice: what comes out of the cache, too
  for (const path of [...pages, ...pages]) if ((await (await get(path)).text()).includes(words)) found.push(path);
  return [...new Set(found)];
}

describe('Everything in a file', () => {
  test('is for whoever has signed in, who comes back to it', async () => {
    for (const [path, to] of [
      ['/me/export', '/me/export'],
      ['/me/export/everything.json', '/me/export'],
      ['/es/me/export/everything.html', '/es/me/export'],
    ] as const) {
      const response = await get(path);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toMatch(new RegExp(`sign-in\\?to=${encodeURIComponent(to)}$`));
    }
  });

  test('is JSON as its schema says, and a page to read, neither kept by anybody', async () => {
    const ana = await joinAs('Ana');
    const json = await get('/me/export/everything.json', ana);
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="my-data-2026-11-22.json"');
    expect(json.headers.get('cache-control')).toBe('private, no-store');
    const whole = exportSchema.parse(await json.json());
    expect(whole.account.email).toBe(ana.email);
    expect(whole.experiences).toMatchObject([{ title: ana.title, condition: { slug: 'stillness' } }]);
    const html = await (await get('/es/me/export/everything.html', ana)).text();
    expect(html).toContain(ana.title);
    expect(html).toContain('Nombre que se muestra');
    expect(html).not.toMatch(/<script|<link|src=/);
    const schema = (await (await get('/me/export/schema.json')).json()) as { properties: object };
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(whole)));
  });

  test('never is somebody else’s, whatever the address says', async () => {
    const ana = await joinAs('Ana');
    const mallory = await joinAs('Mallory');
    for (const path of [
      `/me/export/everything.json?account=${ana.accountId}`,
      `/me/export/everything.json?accountId=${ana.accountId}&email=${ana.email}`,
    ]) {
      const text = await (await get(path, mallory)).text();
      expect(text).toContain(mallory.email);
      expect(text).not.toContain(ana.email);
    }
    expect((await get(`/me/export/${ana.accountId}/everything.json`, mallory)).status).toBe(404);
  });

  test('half an hour after signing in, a link by mail comes first', async () => {
    const ana = await joinAs('Ana');
    later(31);
    const page = await (await get('/me/export', ana)).text();
    expect(page).toContain('First, a link by mail');
    expect(page).not.toContain('everything.json');
    const file = await get('/me/export/everything.json', ana);
    expect([file.status, file.headers.get('location')]).toEqual([303, '/me/export']);
    // the link leads back, and then it is given
    const fields = Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    );
    expect(fields).toEqual({ address: ana.email, to: '/me/export' });
    const { cookie } = await signInByMail(site.url, ana.email);
    const again = await get('/me/export/everything.json', { headers: { cookie, origin: site.url } });
    expect(again.status).toBe(200);
  });
});

describe('Leaving', () => {
  test('says on which days what happens, and asks what becomes of what was written', async () => {
    const ana = await joinAs('Ana');
    const page = await (await get('/me/leave', ana)).text();
    for (const words of ['On 6 December 2026', 'By 20 December 2026', 'They go with me', 'They stay, without any name'])
      expect(page).toContain(words);
    expect(page).not.toMatch(/name="experiences"[^>]*checked/);
    const undecided = await post('/me/leave', ana, { when: 'later' });
    expect(undecided.status).toBe(422);
    expect(await undecided.text()).toContain('Choose what becomes of what you wrote');
  });

  test('hides somebody at once, and shows them again if they stay; pressed twice or in two tabs, it is the same', async () => {
    const ana = await joinAs('Annabel');
    expect(await pagesThatSay(ana.title)).toEqual(expect.arrayContaining(['/', '/conditions/stillness/experiences']));
    const fields = { experiences: 'delete', when: 'later' };
    const both = await Promise.all([post('/me/leave', ana, fields), post('/me/leave', ana, fields)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await pagesThatSay(ana.title)).toEqual([]);
    const leaving = await (await get('/me/leave', ana)).text();
    expect(leaving).toContain('You are leaving');
    expect(leaving).toContain('6 December 2026');
    const mails = await sql<{ subject: string }>`select subject from mails where recipient = ${ana.email}`.execute(
      site.services.database.db,
    );
    expect(mails.rows).toEqual([{ subject: 'You asked to leave' }]);
    for (const tab of [1, 2])
      expect((await post('/me/stay', ana)).headers.get('location'), `tab ${tab}`).toBe('/me/stayed');
    expect(await pagesThatSay(ana.title)).toEqual(expect.arrayContaining(['/', '/conditions/stillness/experiences']));
  });

  test('who keeps their words loses their name at once', async () => {
    const ana = await joinAs('Anneliese');
    await sql`update experiences set title = 'Without a name' where author_id = ${ana.memberId}`.execute(
      site.services.database.db,
    );
    await post('/me/leave', ana, { experiences: 'keep', when: 'later' });
    expect(await pagesThatSay('Without a name')).toEqual(
      expect.arrayContaining(['/', '/conditions/stillness/experiences']),
    );
    expect(await pagesThatSay('Anneliese')).toEqual([]);
  });

  test('erases at once for who wants it: one more page, and then nothing is left', async () => {
    const countLimits = async () =>
      (await sql<{ count: number }>`select count(*)::int as count from rate_limits`.execute(site.services.database.db))
        .rows[0]!.count;
    const ana = await joinAs('Anastasia');
    const before = await countLimits();
    const { cookie } = await signInByMail(site.url, ana.email);
    const tab = { headers: { cookie, origin: site.url } };
    expect((await countLimits()) - before).toBeGreaterThanOrEqual(2);
    expect((await get('/me', ana)).status).toBeLessThan(400);
    const to = await post('/me/leave', ana, { experiences: 'delete', when: 'now' });
    expect(to.headers.get('location')).toBe('/me/leave/now?experiences=delete');
    const page = await (await get('/me/leave/now?experiences=delete', ana)).text();
    expect(page).toContain('There is no way back from here');

    const done = await post('/me/leave/now', ana, { experiences: 'delete' });
    expect(done.headers.get('location')).toBe('/left');
    expect(done.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    // a second press, and the other tab
    expect((await post('/me/leave/now', ana, { experiences: 'delete' })).headers.get('location')).toBe('/left');
    expect((await get('/me/leave', tab)).headers.get('location')).toMatch(/sign-in/);
    expect(await pagesThatSay(ana.title)).toEqual([]);

    const { db } = site.services.database;
    const traces = [ana.accountId, ana.memberId, ana.email, 'Anastasia'];
    // only the last mail is left, until it is sent; the demonstration shows it instead for a day
    expect(await findTraces(db, traces)).toEqual([`public.mails: ${ana.email}`]);
    await sql`delete from mails where recipient = ${ana.email} and account_id is null`.execute(db);
    expect(await findTraces(db, traces)).toEqual([]);
    expect(logged).toContain('Accounts were erased');
    expect(traces.filter((trace) => logged.includes(trace))).toEqual([]);
    // the limits that signing in by mail was counted under
    expect((await countLimits()) - before, 'but for where it was asked from').toBeLessThanOrEqual(1);
  });

  test('erasing at once is not for a screen that was found open', async () => {
    const ana = await joinAs('Ana');
    later(31);
    const page = await (await get('/me/leave/now?experiences=keep', ana)).text();
    expect(page).toContain('First, a link by mail');
    await post('/me/leave/now', ana, { experiences: 'keep' });
    const { rows } = await sql`select from accounts where id = ${ana.accountId}`.execute(site.services.database.db);
    expect(rows).toHaveLength(1);
  });

  test('after fourteen days the clock erases, and says nothing of whom', async () => {
    const ana = await joinAs('Ana');
    await post('/me/leave', ana, { experiences: 'delete', when: 'later' });
    const { jobs, database } = site.services;
    later(15 * 24 * 60);
    await database.db.transaction().execute((transaction) => jobs.send(transaction, 'privacy.erase-due', {}));
    // on a server a worker of the site may have taken the job already
    await vi.waitFor(
      async () => {
        await jobs.runPending();
        expect(await findTraces(database.db, [ana.accountId, ana.memberId])).toEqual([]);
      },
      { timeout: 20_000 },
    );
  });

  test('nobody else can make somebody leave: a form from another site is refused', async () => {
    const ana = await joinAs('Ana');
    const response = await post(
      '/me/leave/now',
      { headers: { ...ana.headers, origin: 'https://evil.example' } },
      {
        experiences: 'delete',
      },
    );
    expect(response.status).toBe(403);
  });
});

describe('What staff did about somebody', () => {
  test('is theirs to read, in plain words, and nobody else’s', async () => {
    const ana = await joinAs('Ana');
    const steward = await signInAs(site, { staff: ['steward'] });
    expect(await (await get('/me/record', ana)).text()).toContain('Nobody has done anything about you.');
    await post('/steward/staff', steward, { address: ana.email, role: 'reviewer' });
    const page = await (await get('/me/record', ana)).text();
    expect(page).toContain('You were given a role in the team: Reviewer.');
    expect(page).toContain('by a steward');
    expect(page).not.toContain(steward.email);
    expect(await (await get('/me/record', await joinAs('Mallory'))).text()).not.toContain('Reviewer');
    const whole = exportSchema.parse(await (await get('/me/export/everything.json', ana)).json());
    expect(whole.staffActsAboutYou).toMatchObject([
      { act: 'staff.granted', byRole: 'steward', details: { role: 'reviewer' } },
    ]);
  });

  test('has words in the record for every act that the code notes', () => {
    const noted = new Set<string>();
    for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }))
      if (/(?<!\.test)\.tsx?$/u.test(file))
        for (const [, act] of readFileSync(`src/${file}`, 'utf8').matchAll(/\bact: '([a-z-]+\.[a-z.-]+)'/gu))
          noted.add(act!);
    expect(noted.size).toBeGreaterThan(2);
    expect([...noted].filter((act) => !(actsWithWords as readonly string[]).includes(act))).toEqual([]);
  });

  test('stays when they leave, without saying of whom it was', async () => {
    const ana = await joinAs('Ana');
    const steward = await signInAs(site, { staff: ['steward'] });
    await post('/steward/staff', steward, { address: ana.email, role: 'moderator' });
    await post('/me/leave/now', ana, { experiences: 'delete' });
    const { db } = site.services.database;
    expect(await findTraces(db, [ana.accountId])).toEqual([]);
    const { rows } = await sql`
      select from audit_records where act = 'staff.granted' and about_account_id is null and actor_id = ${steward.accountId}`.execute(
      db,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('Somebody who reads very much', () => {
  test('stands before stewards, each told once in their language, and before nobody else', async () => {
    const ana = await joinAs('Ana');
    const steward = await signInAs(site, { staff: ['steward'] });
    await sql`update accounts set language = 'es' where id = ${steward.accountId}`.execute(site.services.database.db);
    expect(await (await get('/steward/alerts', steward)).text()).toContain('Nobody has read that much.');
    const read = readWithin(site.services);
    const things = (from: number) => Array.from({ length: 50 }, (_, index) => `person ${from + index}`);
    const reader = { accountId: ana.accountId, address: '192.0.2.1' };
    const budgets = [];
    for (let from = 0; from < 500; from += 50) budgets.push(await read(reader, things(from)));
    expect(budgets.filter(({ allowed }) => allowed).length).toBeGreaterThanOrEqual(6);
    expect(budgets.at(-1)).toMatchObject({ allowed: false, of: 'account' });

    const page = await (await get('/steward/alerts', steward)).text();
    expect(page).toContain(`One account read more than 300 different things: ${ana.email}`);
    const { rows } = await sql<{ subject: string; body: string }>`
      select subject, body from mails where recipient = ${steward.email} and subject like 'Alguien%'`.execute(
      site.services.database.db,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.body).toContain('/es/steward/alerts');
    expect(rows[0]!.body).not.toContain(ana.email);
    expect((await get('/steward/alerts', ana)).status).toBe(404);
    expect((await get('/steward/alerts')).status).toBe(303);
    expect((await get('/steward/alerts', await signInAs(site, { staff: ['moderator'] }))).status).toBe(404);
    expect(await (await get('/me/record', ana)).text()).toContain('it looked like copying');
    await post('/me/leave/now', ana, { experiences: 'delete' });
    expect(await (await get('/steward/alerts', steward)).text()).toContain('An account that is gone by now');
    expect(await findTraces(site.services.database.db, [ana.accountId])).toEqual([]);
  });
});
