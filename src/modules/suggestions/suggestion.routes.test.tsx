import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAnswerRepository, importAnswers, importQuestions } from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { testDatabase } from '#support/database.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { createSuggestionRepository, type SuggestionRepository } from './suggestion.repository.ts';
import { createSuggestionRoutes } from './suggestion.routes.tsx';

let database: DatabaseHandle;
let suggestions: SuggestionRepository;
let left = 20;
let staff: StaffRole[] = [];
const audited: string[] = [];
const app = new Hono();
const clock = fixedClock('2026-11-30T09:00:00Z');
const path = '/conditions/stillness/questions/what-is-it/suggest';

beforeAll(async () => {
  database = await testDatabase();
  suggestions = createSuggestionRepository(database.db);
  const events = { subscribe: () => {}, publish: async () => {} };
  await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    const conditions = [{ id: idOf('stillness'), slug: 'stillness', texts: [text] }];
    await importAnswers({ transaction, author: 'The editors', conditions, events, clock });
  });
  const signedIn = (): SignedIn => ({
    accountId: 'a',
    sessionId: 's',
    email: 'x@example.org',
    staff,
    staffRoles: staff,
    demo: false,
  });
  app.use(async (c, next) => {
    c.set('signedIn', staff.length > 0 ? signedIn() : undefined);
    await next();
  });
  app.onError((error, c) => c.text(error instanceof CairnError ? error.code : String(error), 418));
  app.route(
    '/',
    createSuggestionRoutes({
      frame: testFrame(),
      conditions: createConditionRepository(database.db),
      answers: createAnswerRepository(database.db),
      suggestions,
      rateLimit: { take: async () => ({ allowed: left-- > 0, left, seconds: 60 }) },
      clock,
      audit: async ({ act }) => void audited.push(act),
    }),
  );
});
beforeEach(async () => {
  left = 20;
  staff = [];
  await database.db.withTables<{ suggestions: object }>().deleteFrom('suggestions').execute();
});
afterAll(() => database.close());

async function send(to: string, fields: Record<string, string>) {
  const response = await app.request(to, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
const open = () => suggestions.list('open', { limit: 10, offset: 0 });

test('a reader without an account suggests a correction to the version they read', async () => {
  const { status, html } = await send(path, {
    wrong: 'It can move.',
    passage: 'Nothing moves',
    source: '',
    version: '1',
  });
  expect(status).toBe(200);
  expect(html).toContain('Thank you');
  expect(await open()).toMatchObject([
    {
      wrong: 'It can move.',
      passage: 'Nothing moves',
      source: null,
      number: 1,
      changedSince: false,
      madeOn: '2026-11-30',
    },
  ]);
});

test('the same words sent twice are one suggestion', async () => {
  await send(path, { wrong: 'It can move.' });
  expect((await send(path, { wrong: ' It can move. ' })).status).toBe(200);
  expect(await open()).toHaveLength(1);
});

test.each([
  ['nothing', { wrong: '  ', passage: 'Nothing moves' }, 'Say what is wrong'],
  ['too much', { wrong: 'x'.repeat(3001), passage: 'Nothing moves' }, 'Make it shorter'],
])('%s is asked for again, and nothing typed is lost', async (_what, fields, says) => {
  const { status, html } = await send(path, fields);
  expect(status).toBe(422);
  expect(html).toContain(says);
  expect(html).toContain('Nothing moves');
  expect(await open()).toEqual([]);
});

test('who sends without end is asked to come back tomorrow', async () => {
  left = 0;
  expect((await send(path, { wrong: 'Again.' })).html).toBe('suggestions.too_often');
  expect(await open()).toEqual([]);
});

test('what somebody writes is shown as words, never as markup', async () => {
  await send(path, { wrong: '<script>alert(1)</script>' });
  staff = ['steward'];
  const html = await (await app.request('/review/suggestions')).text();
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).not.toContain('<script>alert');
});

test('to readers and members there is no queue; a moderator has none either', async () => {
  for (const roles of [[], ['moderator']] as StaffRole[][]) {
    staff = roles;
    expect(await (await app.request('/review/suggestions')).text()).toBe('suggestions.not_found');
    expect((await send('/review/suggestions', { id: 'x', state: 'taken' })).html).toBe('suggestions.not_found');
  }
});

test('staff close a suggestion, and can take that back', async () => {
  await send(path, { wrong: 'It can move.' });
  staff = ['reviewer'];
  const [{ id } = { id: '' }] = await open();
  const closed = await send('/review/suggestions', { id, state: 'taken' });
  expect(closed.location).toBe(`/review/suggestions?done=${id}&as=taken`);
  expect(await open()).toEqual([]);
  expect(await (await app.request(closed.location!)).text()).toContain('Open it again');
  await send('/review/suggestions', { id, state: 'open' });
  expect(await open()).toHaveLength(1);
  expect(audited).toEqual(['suggestion.closed', 'suggestion.opened']);
});

test('closed suggestions go after half a year, open ones stay', async () => {
  await send(path, { wrong: 'One.' });
  await send(path, { wrong: 'Two.' });
  const [one] = await open();
  await suggestions.setState(one!.id, 'left', new Date('2026-01-01'));
  expect(await suggestions.removeClosedBefore(new Date('2026-06-01'))).toBe(1);
  expect(await open()).toHaveLength(1);
});
