import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAnswerRepository, importAnswers, importQuestions } from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { askRoom, createRoom } from '#support/room.ts';
import { createReviewRepository } from './review.repository.ts';
import { createReviewRoutes } from './review.routes.tsx';
import { checks } from './review.ts';

let database: DatabaseHandle;
let app: Hono;
let now = new Date('2026-11-30T09:00:00Z');
const clock = { now: () => now };
const audited: string[] = [];
const ada = newId();
const ben = newId();
let who: { accountId: string; staff: StaffRole[] } | undefined;
const desk = '/review/stillness/what-is-it/en';
const events = { subscribe: () => {}, publish: async () => {} };

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
      findReviewerAccount: async (email) => ({ 'ada@example.org': ada, 'ben@example.org': ben })[email],
      audit: async ({ act }) => void audited.push(act),
    }),
  );
});
beforeEach(async () => {
  await emptyTables(database.db);
  now = new Date('2026-11-30T09:00:00Z');
  audited.length = 0;
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
  await account(ben, 'ben@example.org');
});
afterAll(() => database.close());

const asSteward = () => (who = { accountId: newId(), staff: ['steward'] });
const asAda = () => (who = { accountId: ada, staff: ['reviewer'] });
const asBen = () => (who = { accountId: ben, staff: ['reviewer'] });
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
const shownIn = (html: string) => /name="shown" value="([0-9a-f]{64})"/u.exec(html)![1]!;

test('to readers and members there is no desk; nobody but a steward keeps reviewers', async () => {
  for (const staff of [undefined, [], ['moderator']] as (StaffRole[] | undefined)[]) {
    who = staff && { accountId: newId(), staff };
    for (const path of ['/review', '/review/profile', desk, '/steward/reviewers'])
      expect((await get(path)).html, path).toBe('review.reviewer_not_found');
  }
  asAda();
  expect((await get('/steward/reviewers')).html).toBe('review.reviewer_not_found');
  expect((await post('/steward/reviewers', profile('ada@example.org', 'Me'))).html).toBe('review.reviewer_not_found');
});

test('a reviewer is written and verified by a steward, declares interests, and only then takes a text', async () => {
  asSteward();
  const added = await post('/steward/reviewers', profile('ada@example.org', 'Dr Ada Example'));
  expect(added.location).toBe('/steward/reviewers?saved');
  expect((await get('/reviewers')).html).not.toContain('Dr Ada Example');
  asAda();
  expect((await get(desk)).html).toContain('A steward has not yet verified');
  expect((await post(desk, { act: 'take' })).html).toBe('review.may_not_sign');
  asSteward();
  await post('/steward/reviewers', { act: 'verify', slug: 'ada-example', how: 'Register looked up' });
  expect((await get('/reviewers')).html).toContain('Dr Ada Example');
  asAda();
  expect((await get(desk)).html).toContain('You have not said within twelve months');
  await post('/review/profile', { interest: '', conditions: '' });
  expect((await post(desk, { act: 'take' })).location).toBe(desk);
  expect(audited).toEqual(['reviewer.added', 'reviewer.verified']);
});

test('what is missing in a profile is asked for, and nothing typed is lost', async () => {
  asSteward();
  const { status, html } = await post('/steward/reviewers', {
    ...profile('stranger@example.org', 'Dr Ada Example'),
    registration: '',
  });
  expect(status).toBe(422);
  expect(html).toContain('No account with this address has the role');
  expect(html).toContain('Give the number');
  expect(html).toContain('value="Dr Ada Example"');
});

test('a text is signed after every point was ticked; without, nothing typed is lost', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  const shown = shownIn((await get(desk)).html);
  const unticked = await post(desk, {
    act: 'decide',
    decision: 'approve',
    shown,
    check: checks.slice(1),
    note: 'Well done',
  });
  expect(unticked.status).toBe(422);
  expect(unticked.html).toContain('Tick every point');
  expect(unticked.html).toContain('Well done');
  const signed = await post(desk, { act: 'decide', decision: 'approve', shown, check: checks });
  expect(signed.location).toBe(desk);
  const after = (await get(desk)).html;
  expect(after).toContain('Dr Ada Example has signed this version');
  expect(after).toContain('Take my decision back');
  expect((await get('/reviewers/ada-example')).html).toContain('What exactly is stillness?');
  now = new Date(now.getTime() + 11 * 60_000);
  expect((await get(desk)).html).not.toContain('Take my decision back');
});

test('pressing twice signs once', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  const form = { act: 'decide', decision: 'approve', shown: shownIn((await get(desk)).html), check: checks };
  expect((await post(desk, form)).location).toBe(desk);
  expect((await post(desk, form)).html).toBe('review.not_now');
});

test('a text that somebody has on their desk is not taken from it, and says whose it is', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  await addReviewer('ben@example.org', 'Dr Ben Other', 'ben-other', asBen);
  expect((await get(desk)).html).toContain('Dr Ada Example has had it on the desk');
  expect((await post(desk, { act: 'take' })).html).toBe('review.not_now');
  const form = { act: 'decide', decision: 'approve', shown: 'x', check: checks };
  expect((await post(desk, form)).status).toBe(418);
});

test('changes are asked for with a reason, or not at all', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  expect((await post(desk, { act: 'decide', decision: 'ask-changes', note: ' ' })).html).toContain('says why');
  await post(desk, { act: 'decide', decision: 'ask-changes', note: 'Name the study.' });
  expect((await get(desk)).html).toContain('Name the study.');
  expect((await get('/review')).html).toContain('changes asked');
});

test('a note that is too long is told, and is never put in place of what was said at passages', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  const note = 'x'.repeat(4001);
  const { status, html } = await post(desk, { act: 'decide', decision: 'ask-changes', note });
  expect([status, html.includes(note), html.includes('at most 4,000 letters')]).toEqual([422, true, true]);
  expect((await post(desk, { act: 'decide', decision: 'ask-changes', note: note.slice(1) })).status).toBe(303);
});

test('A reviewer chooses how often they are written to; anything else is once a week', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  for (const [digest, chosen] of [
    ['daily', 'daily'],
    ['never', 'never'],
    ['hourly', 'weekly'],
  ]) {
    expect((await post('/review/profile/mail', { digest: digest! })).status).toBe(303);
    const { html } = await get('/review/profile');
    expect(html).toMatch(new RegExp(`value="${chosen}"[^>]*checked`, 'u'));
  }
});

test('an interest in a condition closes its texts to the reviewer; one in a condition that is not there is refused', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  const wrong = await post('/review/profile', { interest: 'Shares', conditions: 'stilness' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Shares');
  await post('/review/profile', { interest: 'Shares', conditions: 'stillness' });
  expect((await get(desk)).html).toContain('bears on this condition');
  expect((await get('/reviewers/ada-example')).html).toContain('Shares');
  expect((await post(desk, { act: 'take' })).html).toBe('review.may_not_sign');
});

test('the desk says what falls due in which month and under whose name, and what each reviewer has', async () => {
  asSteward();
  expect((await get('/review')).html).toContain('Nothing falls due within a year.');
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  const shown = shownIn((await get(desk)).html);
  await post(desk, { act: 'decide', decision: 'approve', shown, check: checks });
  now = new Date('2029-06-15T09:00:00Z');
  const due = async () => {
    const { html } = await get('/review');
    return html
      .slice(html.indexOf('id="due"'))
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ');
  };
  expect(await due()).toContain('November 2029 1 Dr Ada Example 1');
  expect(await due()).toContain('Dr Ada Example 0 of 5 1 0 0');
  now = new Date('2029-12-15T09:00:00Z');
  expect(await due()).toContain('Overdue 1 Dr Ada Example 1');
});

test('the queue says how much is in date and that suggestions of readers wait', async () => {
  asSteward();
  const { html, headers } = await get('/review');
  expect(html).toContain('3 suggestions of readers wait');
  expect(html).toContain('What exactly is stillness?');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect((await get('/review/stillness/what-is-it/es')).html).toBe('answers.not_found');
});
