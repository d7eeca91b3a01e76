import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAnswerRepository, importAnswers, importQuestions } from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { Events } from '#platform/events/events.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { askRoom, createRoom } from '#support/room.ts';
import { createReviewRepository } from './review.repository.ts';
import { createReviewRoutes } from './review.routes.tsx';

let database: DatabaseHandle;
let app: Hono;
let now = new Date('2026-11-30T09:00:00Z');
const clock = { now: () => now };
const ada = newId();
const sam = newId();
let who: { accountId: string; staff: StaffRole[] } | undefined;
const desk = '/review/stillness/what-is-it/en';
const told: string[] = [];
const events: Events = {
  subscribe: () => {},
  publish: async (_transaction, { name }) => void told.push(name),
};

beforeAll(async () => {
  database = await testDatabase();
  app = createRoom(() => who);
  app.route(
    '/',
    createReviewRoutes({
      frame: testFrame(),
      database: database.db,
      events,
      clock,
      conditions: createConditionRepository(database.db),
      answers: createAnswerRepository(database.db),
      reviews: createReviewRepository(database.db),
      drawMechanism: () => null,
      proposed: {
        find: async () => undefined,
        list: async () => [],
        publish: async () => {},
        takeBack: async () => {},
      },
      nameOfWriter: async () => undefined,
      countSuggestions: async () => 3,
      findReviewerAccount: async (email) => ({ 'ada@example.org': ada })[email],
      audit: async () => {},
    }),
  );
});
beforeEach(async () => {
  await emptyTables(database.db);
  now = new Date('2026-11-30T09:00:00Z');
  await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    const conditions = [{ id: idOf('stillness'), slug: 'stillness', texts: [text] }];
    await importAnswers({ transaction, author: 'The editors', conditions, events, clock });
  });
  const account = (id: string, email: string) =>
    database.db
      .withTables<{ accounts: { id: string; email: string } }>()
      .insertInto('accounts')
      .values({ id, email })
      .execute();
  await account(ada, 'ada@example.org');
  await account(sam, 'sam@example.org');
});
afterAll(() => database.close());

const asSteward = () => (who = { accountId: sam, staff: ['steward'] });
const asAda = () => (who = { accountId: ada, staff: ['reviewer'] });
const { get, post } = askRoom(() => app);
const profile = (email: string, name: string) => ({
  act: 'add',
  email,
  name,
  credential: 'neurologist',
  registrationBody: 'Register of Examples',
  registration: '12345',
  languages: ['en'],
});
/** Written and verified by a steward; interests confirmed by the reviewer. */
async function addReviewer(email: string, name: string, slug: string, signIn: () => void) {
  asSteward();
  await post('/steward/reviewers', profile(email, name));
  await post('/steward/reviewers', { act: 'verify', slug, how: 'Called back at the clinic' });
  signIn();
  await post('/review/profile', { interest: '', conditions: '' });
}

beforeEach(async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  told.length = 0;
});
const wish = (fields: Record<string, string | readonly string[]>) =>
  post('/review/profile/topics', { conditions: '', load: '5', ...fields });

test('a reviewer names topics, as names, addresses or groups; their public page says so, and its pages are told', async () => {
  const saved = await wish({ conditions: 'Stillness,\n stillness; restlessness', group: 'examples', load: '7' });
  expect(saved.location).toBe('/review/profile?saved');
  expect(told).toEqual(['review.reviewers_changed']);
  const { html } = await get('/review/profile');
  expect(html).toContain('value="restlessness, stillness"');
  expect(html).toMatch(/value="examples"[^>]*checked/u);
  expect(html).toContain('value="7"');
  expect((await get('/reviewers/ada-example')).html).toContain('Examples, Restlessness and Stillness');
  const queue = (await get('/review')).html;
  expect(queue).toContain('Your topics first: Examples, Restlessness and Stillness.');
  expect(queue).toContain('your topic');
  await wish({});
  expect((await get('/reviewers/ada-example')).html).not.toContain('Topics');
});

test('what cannot be a topic or a number is told, and nothing typed is lost', async () => {
  const wrong = await wish({ conditions: 'stillness, stilness', load: 'many', group: 'examples' });
  expect(wrong.status).toBe(422);
  for (const words of [
    'There is no condition called stilness.',
    'Give a number from 1 to 50',
    'value="stillness, stilness"',
    'value="many"',
  ])
    expect(wrong.html).toContain(words);
  expect(wrong.html).toMatch(/value="examples"[^>]*checked/u);
  for (const load of ['0', '51', '-1', '1e1', ''])
    expect((await wish({ load })).html, load).toContain('Give a number from 1 to 50');
  expect(
    (await wish({ conditions: 'stillness,'.repeat(2) + Array.from({ length: 25 }, (_, n) => `x${n}`).join(',') })).html,
  ).toContain('Give at most 20 conditions');
  expect(told).toEqual([]);
});

test('who has as much on the desk as they wished for is told, and takes more if they want', async () => {
  await wish({ load: '1' });
  expect((await get(desk)).html).not.toContain('and wished for');
  await post(desk, { act: 'take' });
  expect((await get(desk)).html).not.toContain('and wished for');
  expect((await get('/review')).html).toContain('On the desk now: 1 of 1.');
  asSteward();
  expect((await get('/steward/reviewers')).html).toContain('On the desk now: 1 of 1.');
  asAda();
  await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    const conditions = [{ id: idOf('restlessness'), slug: 'restlessness', texts: [text] }];
    await importAnswers({ transaction, author: 'The editors', conditions, events, clock });
  });
  const other = '/review/restlessness/what-is-it/en';
  expect((await get(other)).html).toContain('You have 1 text on your desk, and wished for 1 at most.');
  expect((await post(other, { act: 'take' })).location).toBe(other);
  expect((await get(other)).html).toContain('You have 2 texts on your desk, and wished for 1 at most.');
});

test('an interest holds until its day; after it, it closes nothing, says that it has ended, and can be removed', async () => {
  const declare = (fields: Record<string, string | readonly string[]>) =>
    post('/review/profile', { interest: '', conditions: '', expires: '', ...fields });
  await declare({ interest: 'Shares', conditions: 'stillness', expires: '2026-12-31' });
  expect((await get('/reviewers/ada-example')).html).toContain('Until 31 December 2026.');
  expect((await post(desk, { act: 'take' })).html).toBe('review.may_not_sign');
  now = new Date('2027-01-01T00:00:00Z');
  expect((await post(desk, { act: 'take' })).location).toBe(desk);
  expect((await get('/reviewers/ada-example')).html).toContain('Ended on 31 December 2026.');
  const { html } = await get('/review/profile');
  expect(html).toContain('Ended on 31 December 2026.');
  expect(html).toMatch(/name="keep" value="0"\/>/u);
  await declare({ keep: '0' });
  expect((await get('/reviewers/ada-example')).html).toContain('Shares');
  await declare({});
  expect((await get('/reviewers/ada-example')).html).not.toContain('Shares');
});

test.each(['2026-11-29', '2026-02-30', 'next year', '31.12.2027'])(
  'an interest does not hold until “%s”',
  async (expires) => {
    const wrong = await post('/review/profile', { interest: 'Shares', conditions: '', expires });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Give a day from today on');
    expect(wrong.html).toContain('Shares');
  },
);
