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
import { createCommentRepository } from './comment.repository.ts';
import { createReviewRepository } from './review.repository.ts';
import { createReviewRoutes } from './review.routes.tsx';

let database: DatabaseHandle;
let app: Hono;
let now = new Date('2026-11-30T09:00:00Z');
const clock = { now: () => now };
const ada = newId();
const eve = newId();
const sam = newId();
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
      nameOfWriter: async (id) => ({ [eve]: 'The editors' })[id],
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
  await account(eve, 'eve@example.org');
  await account(sam, 'sam@example.org');
});
afterAll(() => database.close());

const asSteward = () => (who = { accountId: sam, staff: ['steward'] });
const asAda = () => (who = { accountId: ada, staff: ['reviewer'] });
const asEditor = () => (who = { accountId: eve, staff: ['editor'] });
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

const comments = `${desk}/comments`;
/** As the form under the passage with these words sends it. */
function formAt(html: string, words: string) {
  const [, revision] = /name="revision" value="([^"]+)"/u.exec(html)!;
  const radio = new RegExp(`name="passage" value="([^"]+)"[^>]*><span><span[^>]*>${words}<`, 'u').exec(html);
  return { act: 'add', revision: revision!, passage: radio?.[1] ?? 'short' };
}
async function say(words: string, said: string) {
  const form = formAt((await get(desk)).html, words);
  now = new Date(now.getTime() + 1000);
  return post(comments, { ...form, text: said });
}
const listed = async () => {
  const page = await database.db
    .withTables<{ answers: { condition_id: string; id: string } }>()
    .selectFrom('answers')
    .selectAll()
    .executeTakeFirstOrThrow();
  return createCommentRepository(database.db).list(page.condition_id, page.id);
};

test('reviewers, editors and stewards comment on a passage of a published text; it stands there with who and when', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  const said = await say('Nothing moves for a while.', 'In whom?\nSay it.');
  expect(said.location).toMatch(/^\/review\/stillness\/what-is-it\/en#comment-/u);
  asEditor();
  await say('What happens', 'A better heading?');
  asSteward();
  await say('Stillness is a way of waiting.', 'Shorter.');
  const { html } = await get(desk);
  for (const words of [
    'In whom?\nSay it.',
    'Dr Ada Example, Reviewer',
    'The editors, Editor',
    'Steward',
    '30 November 2026',
  ])
    expect(html).toContain(words);
  expect(await listed()).toMatchObject([
    { field: 'body', passage: 'Nothing moves for a while.', authorRole: 'reviewer', accountId: ada },
    { field: 'body', passage: 'What happens', authorRole: 'editor', authorName: 'The editors' },
    { field: 'short', passage: 'Stillness is a way of waiting.', authorRole: 'steward', authorName: null },
  ]);
  expect(html.indexOf('Shorter.')).toBeLessThan(html.indexOf('A better heading?'));
});

test('strangers, members and moderators cannot comment', async () => {
  asEditor();
  const form = formAt((await get(desk)).html, 'Nothing moves for a while.');
  for (const staff of [undefined, [], ['moderator']] as (StaffRole[] | undefined)[]) {
    who = staff && { accountId: newId(), staff };
    expect((await post(comments, { ...form, text: 'x' })).html).toBe('review.reviewer_not_found');
  }
  expect(await listed()).toEqual([]);
});

test('an empty comment, one that is too long, and one too many are told at the passage, and nothing typed is lost', async () => {
  asEditor();
  expect((await say('Nothing moves for a while.', ' ')).html).toContain('href="#say-body-2"');
  const long = await say('Nothing moves for a while.', 'y'.repeat(2001));
  expect([long.status, long.html.includes('y'.repeat(2001))]).toEqual([422, true]);
  expect(long.html).toContain('open=""');
  for (let count = 0; count < 60; count++) await say('Nothing moves for a while.', `No ${count}`);
  const full = await say('Nothing moves for a while.', 'One more');
  expect(full.html).toContain('60 open comments');
  expect(full.html).toContain('One more');
  expect(await listed()).toHaveLength(60);
});

test('pressing twice is one comment, also at once; two people at once are two', async () => {
  asEditor();
  const form = { ...formAt((await get(desk)).html, 'Nothing moves for a while.'), text: 'Why?' };
  const both = await Promise.all([post(comments, form), post(comments, form)]);
  expect(both[0].location).toBe(both[1].location);
  expect(await listed()).toHaveLength(1);
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  const first = post(comments, { ...form, text: 'I ask, too' });
  asEditor();
  await Promise.all([first, post(comments, { ...form, text: 'And this' })]);
  expect(await listed()).toHaveLength(3);
});

test('what somebody writes is shown as it is, never as markup', async () => {
  asEditor();
  await say('Nothing moves for a while.', '<script>alert(1)</script> **bold** [@example2012]');
  const { html } = await get(desk);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; **bold** [@example2012]');
  expect(html).not.toContain('<script>alert');
});

test('a comment is done, says by whom, and is open again at one press; pressing twice changes nothing', async () => {
  asEditor();
  await say('Nothing moves for a while.', 'Why?');
  const { id } = (await listed())[0]!;
  for (let twice = 0; twice < 2; twice++)
    expect((await post(comments, { act: 'done', comment: id })).location).toBe(`${desk}?done=${id}#comments`);
  const done = (await get(`${desk}?done=${id}`)).html;
  expect(done).toContain('Marked as done on 30 November 2026 by The editors');
  expect(done).toContain('role="status"');
  await post(comments, { act: 'reopen', comment: id });
  expect((await listed())[0]).toMatchObject({ doneAt: null, doneBy: null });
  expect((await post(comments, { act: 'done', comment: newId() })).html).toBe('review.comment_not_found');
});

test('what another version has said differently is listed with its words; what it says alike stays where it was', async () => {
  asEditor();
  await say('Nothing moves for a while.', 'How long?');
  await say('What happens', 'A better heading?');
  const before = (await get(desk)).html;
  await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    const changed = { ...text, body: text.body.replace('for a while', 'for a minute') };
    const conditions = [{ id: idOf('stillness'), slug: 'stillness', texts: [changed] }];
    await importAnswers({ transaction, author: 'The editors', conditions, events, clock });
  });
  const { html } = await get(desk);
  const changed = html.slice(html.indexOf('id="comments-changed"'), html.indexOf('id="whole"'));
  expect(changed).toContain('“Nothing moves for a while.”');
  expect(changed).not.toContain('A better heading?');
  expect(html.slice(html.indexOf('id="whole"'))).toContain('A better heading?');
  // whoever had the version before on the screen comments on that one
  const old = { ...formAt(before, 'Nothing moves for a while.'), text: 'Said late' };
  now = new Date(now.getTime() + 1000);
  expect((await post(comments, old)).status).toBe(303);
  expect((await listed()).at(-1)).toMatchObject({ passage: 'Nothing moves for a while.', text: 'Said late' });
  const wrong = await post(comments, { ...old, text: ' ' });
  expect(wrong.html).toContain('another version was published');
  expect((await post(comments, { ...old, passage: 'body-99' })).html).toBe('review.comment_not_found');
  expect((await post(comments, { ...old, revision: newId() })).html).toBe('review.comment_not_found');
});

test('changes asked for without a word are asked for in the words of one’s own open comments', async () => {
  await addReviewer('ada@example.org', 'Dr Ada Example', 'ada-example', asAda);
  await post(desk, { act: 'take' });
  const ask = () => post(desk, { act: 'decide', decision: 'ask-changes', note: '' });
  expect((await ask()).status).toBe(422);
  await say('Nothing moves for a while.', 'How long?');
  asEditor();
  await say('Nothing moves for a while.', 'Not hers');
  asAda();
  await ask();
  const { html } = await get(desk);
  expect(html).toContain('asked for changes: “Nothing moves for a while.”: How long?');
  expect(html).toContain('How long?</p><form');
});

test('comments that are done and a year old are removed, open ones never', async () => {
  asEditor();
  await say('Nothing moves for a while.', 'Why?');
  await say('What happens', 'Better?');
  const [one] = await listed();
  await post(comments, { act: 'done', comment: one!.id });
  await createCommentRepository(database.db).removeDoneBefore(now);
  expect(await listed()).toHaveLength(2);
  await createCommentRepository(database.db).removeDoneBefore(new Date(now.getTime() + 1));
  expect(await listed()).toMatchObject([{ text: 'Better?' }]);
});
