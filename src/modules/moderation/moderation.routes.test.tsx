import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { testFrame } from '#support/frame.ts';
import { createRoom } from '#support/room.ts';
import { createDecisionRoutes } from './decisions.routes.tsx';
import { fakeItems } from './fake-items.fixtures.ts';
import type { ItemRef } from './items.ts';
import { decisionPath } from './moderation.mails.ts';
import { createModerationRepository, type ModerationRepository } from './moderation.repository.ts';
import { report, standingOfAuthor, type ModerationHands } from './moderation.usecases.ts';
import { createQueueRoutes } from './queue.routes.tsx';
import { createReportRoutes } from './report.routes.tsx';

const clock = fixedClock('2026-11-30T09:00:00Z');
const fakes = fakeItems();
const app = createRoom(() => who);
const [ada, ben, ana] = [newId(), newId(), newId()];
let database: DatabaseHandle;
let repository: ModerationRepository;
let hands: ModerationHands;
let who: { accountId: string; staff: StaffRole[] } | undefined;
let left = 20;
let told: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  repository = createModerationRepository(database.db);
  hands = {
    database: database.db,
    clock,
    items: fakes.items,
    tellAuthor: async (_, __, { decisionId }) => void told.push(decisionId),
    callModerators: async () => {},
    audit: async () => {},
  };
  const frame = testFrame();
  const standingOf = (accountId: string) =>
    standingOfAuthor(accountId, {
      database: database.db,
      clock,
      hold: { firstItems: 0, firstDays: 0 },
      since: async () => new Date('2020-01-01'),
    });
  app.route(
    '/',
    createReportRoutes({
      ...hands,
      frame,
      rateLimit: { take: async () => ({ allowed: left-- > 0, left, seconds: 60 }) },
    }),
  );
  app.route(
    '/',
    createQueueRoutes({
      frame,
      hands,
      standingOf,
      namesOf: async (ids) => new Map(ids.map((id) => [id, id === ada ? 'Ada' : id === ben ? 'Ben' : 'Somebody else'])),
      listAnswers: async () => [{ questionId: 'treatment', title: 'How is stillness treated?' }],
    }),
  );
  app.route(
    '/',
    createDecisionRoutes({
      ...hands,
      frame,
      standingOf,
      showSignedOut: (path, fields) => (
        <p>
          Signed out: {path} {fields.flat().join(' ')}
        </p>
      ),
    }),
  );
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyTables(database.db);
  fakes.clear();
  clock.set('2026-11-30T09:00:00Z');
  left = 20;
  told = [];
  who = undefined;
});

const as = (accountId: string, ...staff: StaffRole[]) => (who = { accountId, staff });
const asAda = () => as(ada, 'moderator');
const asBen = () => as(ben, 'moderator');
async function get(path: string) {
  const response = await app.request(path);
  return { status: response.status, html: await response.text(), headers: response.headers };
}
async function post(path: string, fields: Record<string, string | readonly string[]> = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  const response = await app.request(path, { method: 'POST', body });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
const waiting = async () => (await repository.listQueue({ limit: 100 })).map(({ item }) => item.id);
const versionIn = (html: string) => /name="version" value="(\d+)"/u.exec(html)![1]!;
const reported = async (text: Parameters<typeof fakes.add>[0] = {}) => {
  const item = fakes.add(text);
  await report({ item, authorId: null, reporterId: newId(), reason: 'unkind', words: 'Not nice.' }, hands);
  return item;
};
async function decideOn({ id }: ItemRef, fields: Record<string, string>) {
  await post(`/moderate/${id}`, { act: 'take' });
  return post(`/moderate/${id}`, { version: versionIn((await get(`/moderate/${id}`)).html), ...fields });
}

describe('Reporting', () => {
  test('a stranger reports what everybody reads, and is asked for nothing about themselves', async () => {
    const item = fakes.add();
    const page = await get(`/report/experience/${item.id}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('The bus');
    expect(page.html).toContain('You need no account');
    const sent = await post(`/report/experience/${item.id}`, { reason: 'about-me', words: 'That is my daughter.' });
    expect(sent.html).toContain('Thank you');
    expect(await waiting()).toEqual([item.id]);
    expect((await repository.listActs(item.id))[0]).toMatchObject({
      reporterId: null,
      text: { body: 'That is my daughter.' },
    });
  });

  test('what is for members is not there for strangers; nor is what is hidden, for anybody', async () => {
    const item = fakes.add({ audience: 'members' });
    const path = `/report/experience/${item.id}`;
    expect((await get(path)).html).toBe('moderation.item_not_found');
    expect((await post(path, { reason: 'spam' })).html).toBe('moderation.item_not_found');
    as(ana);
    expect((await get(path)).status).toBe(200);
    fakes.standings.set(item.id, 'removed');
    expect((await get(path)).html).toBe('moderation.item_not_found');
    for (const wrong of ['/report/experience/nothing', `/report/anything/${item.id}`, `/report/reply/${newId()}`])
      expect((await get(wrong)).html).toBe('moderation.item_not_found');
  });

  test('without a reason it is asked for again, and nothing typed is lost', async () => {
    const item = fakes.add();
    const { status, html } = await post(`/report/experience/${item.id}`, { words: 'Look at <b>this</b>' });
    expect(status).toBe(422);
    expect(html).toContain('Choose what is wrong');
    expect(html).toContain('Look at &lt;b&gt;this');
    expect((await post(`/report/experience/${item.id}`, { reason: 'spam', words: 'x'.repeat(1001) })).status).toBe(422);
    expect(await waiting()).toEqual([]);
  });

  test('who sends without end is stopped', async () => {
    const item = fakes.add();
    left = 0;
    expect((await post(`/report/experience/${item.id}`, { reason: 'spam' })).html).toBe(
      'moderation.reported_too_often',
    );
  });

  test('whoever reports a danger is shown where there is help now', async () => {
    const item = fakes.add();
    const { html } = await post(`/report/experience/${item.id}`, { reason: 'danger' });
    expect(html).toContain('emergency number');
    expect(html).toContain('href="/help"');
  });
});

describe('The desk', () => {
  test('is for moderators; stewards look; to everybody else there is none', async () => {
    const item = await reported();
    const paths = ['/moderate', '/moderate/figures', `/moderate/${item.id}`];
    for (const visitor of [undefined, [], ['reviewer']] as (StaffRole[] | undefined)[]) {
      who = visitor && { accountId: ana, staff: visitor };
      for (const path of paths) expect((await get(path)).html, path).toBe('moderation.not_found');
      for (const path of ['/moderate/next', '/moderate/many', '/moderate/undo', `/moderate/${item.id}`])
        expect((await post(path)).html, path).toBe('moderation.not_found');
    }
    as(ana, 'steward');
    for (const path of paths) expect((await get(path)).headers.get('cache-control')).toBe('private, no-store');
    expect((await get(`/moderate/${item.id}`)).html).toContain('Moderators decide');
    expect((await post(`/moderate/${item.id}`, { act: 'take' })).html).toBe('moderation.not_found');
  });

  test('shows what waits, why, and for how long', async () => {
    await reported();
    clock.set('2026-11-30T12:00:00Z');
    asAda();
    const { html } = await get('/moderate');
    expect(html).toContain('The bus');
    expect(html).toContain('reported by 1 person');
    expect(html).toContain('waits for 3 hours');
  });

  test('one text after the other: take, decide, and the next is there', async () => {
    const one = await reported();
    clock.set('2026-11-30T09:01:00Z');
    const two = await reported({ title: 'The train' });
    asAda();
    const next = await post('/moderate/next');
    expect(next.location).toBe(`/moderate/${one.id}`);
    const page = await get(`/moderate/${one.id}`);
    expect(page.html).toContain('Not nice.');
    const decided = await post(`/moderate/${one.id}`, {
      decision: 'hide',
      rule: 'unkind',
      said: 'Kindly, please.',
      version: versionIn(page.html),
      next: '1',
    });
    expect(decided.location).toBe(`/moderate/${two.id}`);
    expect((await get(`/moderate/${two.id}`)).html).toContain('Your decision about 1 text is recorded');
    expect(fakes.standings.get(one.id)).toBe('hidden');
  });

  test('what is missing is asked for, and nothing typed is lost', async () => {
    const item = await reported();
    asAda();
    const ask = (fields: Record<string, string>) => decideOn(item, fields);
    expect((await ask({ said: 'Something long' })).html).toContain('Choose a decision');
    const noRule = await post(`/moderate/${item.id}`, { decision: 'hide', said: 'Something long', version: '1' });
    expect(noRule.status).toBe(422);
    expect(noRule.html).toContain('Choose the rule it breaks');
    expect(noRule.html).toContain('Something long');
    const noWords = await post(`/moderate/${item.id}`, { decision: 'ask-for-change', rule: 'unkind', version: '1' });
    expect(noWords.html).toContain('Write a sentence');
    expect((await post(`/moderate/${item.id}`, { decision: 'note', rule: 'other' })).html).toContain(
      'Choose the answer',
    );
    expect(fakes.standings.size).toBe(0);
  });

  test('a second moderator reads who has it; a decision that comes too late says so and loses nothing', async () => {
    const item = await reported();
    asAda();
    await post(`/moderate/${item.id}`, { act: 'take' });
    const version = versionIn((await get(`/moderate/${item.id}`)).html);
    asBen();
    expect((await get('/moderate')).html).toContain('Ada has it');
    expect((await get(`/moderate/${item.id}`)).html).toContain('Ada has it on the screen');
    const take = await post(`/moderate/${item.id}`, { act: 'take' });
    expect(take.status).toBe(409);
    expect(take.html).toContain('Somebody else took it a moment ago');
    clock.set('2026-11-30T09:31:00Z');
    await post(`/moderate/${item.id}`, { act: 'take' });
    asAda();
    const late = await post(`/moderate/${item.id}`, { decision: 'remove', rule: 'unkind', version });
    expect(late.status).toBe(409);
    expect(late.html).toContain('It has changed since you opened it');
    expect(fakes.standings.size).toBe(0);
  });

  test('shows an author by the name they write under, and never who they are', async () => {
    const authorId = newId();
    const before = await reported({ authorId, title: 'Before' });
    asAda();
    await decideOn(before, { decision: 'remove', rule: 'spam' });
    const item = await reported({ authorId, authorName: 'Maren' });
    const { html } = await get(`/moderate/${item.id}`);
    expect(html).toContain('Maren');
    expect(html).toContain('About other texts of the same author');
    expect(html).not.toContain(authorId);
  });

  test('says that a text is about a child, and until when', async () => {
    const item = await reported({ relation: 'child', ofAgeIn: 2034 });
    asAda();
    const { html } = await get(`/moderate/${item.id}`);
    expect(html).toContain('about their child');
    expect(html).toContain('not of age before 2034');
  });

  test('what somebody wrote is shown as words, never as markup', async () => {
    const item = await reported({ title: '<img src=x onerror=alert(1)>', body: '<script>alert(1)</script>' });
    asAda();
    for (const path of ['/moderate', `/moderate/${item.id}`]) {
      const { html } = await get(path);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
    }
  });

  test('many are decided with one press, and taken back with one', async () => {
    const items = [await reported(), await reported(), await reported()];
    asAda();
    const html = (await get('/moderate')).html;
    const chosen = Array.from(html.matchAll(/name="chosen" value="([^"]+)"/gu), ([, value]) => value!);
    expect(chosen).toHaveLength(3);
    expect((await post('/moderate/many', { chosen, decision: '' })).location).toBe('/moderate?none-chosen');
    expect((await post('/moderate/many', { chosen, decision: 'spam-ban' })).location).toBe('/moderate');
    const after = (await get('/moderate')).html;
    expect(after).toContain('Your decision about 3 texts is recorded');
    const batch = /name="batch" value="([^"]+)"/u.exec(after)![1]!;
    expect((await post('/moderate/undo', { batch })).location).toBe('/moderate?undone');
    expect((await waiting()).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  });

  test('says how long people waited', async () => {
    const item = await reported();
    clock.set('2026-11-30T10:30:00Z');
    asAda();
    await decideOn(item, { decision: 'keep' });
    const { html } = await get('/moderate/figures');
    expect(html).toContain('Half within');
    expect(html).toContain('1 hour');
  });
});

describe('Whoever wrote a text', () => {
  async function removed() {
    const item = await reported({ authorId: ana, title: 'The bus', body: 'All of you.' });
    asAda();
    await decideOn(item, { decision: 'remove', rule: 'unkind', said: 'Kindly, please.' });
    return { item, path: decisionPath(told.at(-1)!) };
  }

  test('reads the reason and gets the text back; nobody else reads that', async () => {
    const { path } = await removed();
    for (const other of [ben, ada]) {
      as(other, 'moderator');
      expect((await get(path)).html).toBe('moderation.decision_not_found');
    }
    who = undefined;
    expect((await get(path)).status).toBe(303);
    as(ana);
    const { html, headers } = await get(path);
    expect(headers.get('cache-control')).toBe('private, no-store');
    for (const words of ['Nobody is insulted', 'Kindly, please.', 'All of you.', 'Ask another moderator'])
      expect(html).toContain(words);
    expect((await get('/me/decisions')).html).toContain(`href="${path}"`);
  });

  test('appeals, and reads what another moderator said', async () => {
    const { item, path } = await removed();
    as(ana);
    expect((await post(`${path}/appeal`, { words: 'I meant the bus.' })).location).toBe(`${path}#appeal`);
    expect((await post(`${path}/appeal`, { words: 'Again.' })).status).toBe(303);
    expect((await get(path)).html).toContain('You have asked');
    asAda();
    await post(`/moderate/${item.id}`, { act: 'take' });
    expect((await get(`/moderate/${item.id}`)).html).toContain('The appeal is against your decision');
    await post(`/moderate/${item.id}`, { act: 'release' });
    asBen();
    expect((await get(`/moderate/${item.id}`)).html).toContain('I meant the bus.');
    await decideOn(item, { decision: 'reverse', said: 'You did.' });
    expect(fakes.standings.get(item.id)).toBe('shown');
    as(ana);
    const { html } = await get(path);
    expect(html).toContain('reversed the decision');
    expect(html).toContain('You did.');
  });

  test('whose session has ended keeps the words of an appeal', async () => {
    const { path } = await removed();
    who = undefined;
    const { status, html } = await post(`${path}/appeal`, { words: 'I meant the bus.' });
    expect(status).toBe(401);
    expect(html).toContain(`Signed out: ${path}/appeal words I meant the bus.`);
  });

  test('a reporter reads what became of the report, and not whose text it was', async () => {
    const item = fakes.add({ authorId: ana });
    as(ben);
    await post(`/report/experience/${item.id}`, { reason: 'spam' });
    expect((await get('/me/decisions')).html).toContain('A moderator will look at it.');
    asAda();
    await decideOn(item, { decision: 'keep' });
    as(ben);
    expect((await get('/me/decisions')).html).toContain('breaks no rule, and stays');
  });
});
