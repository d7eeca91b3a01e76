import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import {
  createAnswerRepository,
  hashOfText,
  importAnswers,
  importQuestions,
  loadOwnAnswerPage,
} from '#modules/answers/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { knowledge, question, stillness, text } from '#support/knowledge.ts';
import { mayNotSign, notNow, textHasChanged } from './review.errors.ts';
import type { Reviewer } from './review.policy.ts';
import { createQueueRepository } from './queue.repository.ts';
import { createReviewRepository } from './review.repository.ts';
import type { ActKind } from './review.ts';
import { actOn, fingerprintOf, getReview, tellAged, verifyRecord } from './review.usecases.ts';

let database: DatabaseHandle;
let now = new Date('2026-11-30T09:00:00Z');
const clock: Clock = { now: () => now };
const told: string[][] = [];
const events: Events = {
  subscribe: () => {},
  publish: async (_transaction, { name }, payload) => {
    if (name === 'review.changed') told.push((payload as { conditionIds: string[] }).conditionIds);
  },
};

const reviewerNamed = (name: string): Reviewer => ({
  id: newId(),
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  credential: { en: 'neurologist', es: 'neuróloga' },
  registration: '12345',
  registrationBody: 'Register of Examples',
  interests: [],
  fictional: true,
  accountId: null,
  verifiedOn: '2026-01-10',
  verifiedHow: 'By telephone',
  interestsConfirmedOn: '2026-03-02',
  languages: ['en'],
  active: true,
});
const ada = reviewerNamed('Ada Example');
const ben = reviewerNamed('Ben Other');

const repositories = () => ({
  conditions: createConditionRepository(database.db),
  answers: createAnswerRepository(database.db),
});
const readPage = () =>
  loadOwnAnswerPage({ slug: 'stillness', questionId: question.id, language: 'en', ...repositories() });
const hands = () => ({ database: database.db, events, clock });
const review = async () =>
  getReview(await readPage(), { reviews: createReviewRepository(database.db), ...repositories(), clock });
const act = async (kind: ActKind, reviewer: Reviewer, more: { note?: string; shown?: string } = {}) =>
  actOn(await readPage(), { kind, reviewer, ...more }, hands());
async function sign(reviewer: Reviewer) {
  await act('take', reviewer);
  return act('approve', reviewer, { shown: fingerprintOf(await readPage()) });
}
const bringIn = (words = text, ofCondition = stillness) =>
  database.db.transaction().execute(async (transaction) => {
    const given = { ...knowledge, conditions: [ofCondition, ...knowledge.conditions.slice(1)] };
    const { idOf } = await importKnowledge({ transaction, knowledge: given, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    await importAnswers({
      transaction,
      author: 'The editors',
      conditions: [{ id: idOf('stillness'), slug: 'stillness', texts: [words] }],
      events,
      clock,
    });
  });
const withNumber = { ...text, body: `${text.body}\n\nSo many: :claim[prevalence-example-2012].\n` };
const verify = () => verifyRecord({ database: database.db, hashOfText });

/** What somebody with the database in their hands can do, past every trigger. */
const byHand = (statement: string) =>
  database.db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql.raw(statement).execute(one);
    await sql`set session_replication_role = default`.execute(one);
  });

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await emptyTables(database.db);
  now = new Date('2026-11-30T09:00:00Z');
  await bringIn(withNumber);
  for (const reviewer of [ada, ben]) await createReviewRepository(database.db).saveReviewer(reviewer, now);
  told.length = 0;
});
afterAll(() => database.close());

test('a text that nobody signed is not reviewed', async () => {
  expect(await review()).toMatchObject({ state: 'unsigned' });
});

test('a signed text says by whom, when, and until when, and its pages are told', async () => {
  await sign(ada);
  expect(await review()).toMatchObject({
    state: 'signed',
    signedOn: '2026-11-30',
    due: '2029-11-30',
    signature: { signatory: { name: 'Ada Example', registration: '12345' }, months: 36 },
  });
  expect(told).toHaveLength(2);
});

test('a signature holds for that very text: a new version is not reviewed, and says which one was', async () => {
  await sign(ada);
  await bringIn({ ...withNumber, short: 'Stillness is a long way of waiting.' });
  expect(await review()).toMatchObject({
    state: 'unsigned',
    before: { number: 1, signedOn: '2026-11-30', signature: { signatory: { name: 'Ada Example' } } },
  });
});

test('a number under a signed text that changes afterwards is said, and the date of the review stays', async () => {
  await sign(ada);
  await bringIn(withNumber, { ...stillness, claims: [{ ...stillness.claims[0]!, value: 17 }] });
  expect(await review()).toMatchObject({ state: 'edited', signedOn: '2026-11-30' });
});

test('what changed between reading and signing is not signed', async () => {
  await act('take', ada);
  const shown = fingerprintOf(await readPage());
  await bringIn(withNumber, { ...stillness, claims: [{ ...stillness.claims[0]!, value: 17 }] });
  await expect(act('approve', ada, { shown })).rejects.toMatchObject({ code: textHasChanged.code });
  expect(await review()).toMatchObject({ state: 'unsigned' });
});

test('of two reviewers who take a text at once one has it, and the other is told', async () => {
  const page = await readPage();
  const both = await Promise.allSettled([ada, ben].map((reviewer) => actOn(page, { kind: 'take', reviewer }, hands())));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: notNow.code } });
});

test('who has declared an interest in the condition, or wrote the text, signs nothing', async () => {
  const page = await readPage();
  const interest = { text: { en: 'Shares' }, conditionIds: [page.condition.id], declaredOn: '2026-02-01' };
  const cases: [Reviewer, string][] = [
    [{ ...ada, interests: [interest] }, 'conflict'],
    [{ ...ada, name: 'The Editors' }, 'author'],
  ];
  for (const [refused, reason] of cases)
    await expect(act('take', refused)).rejects.toMatchObject({
      code: mayNotSign.code,
      details: { refusals: [reason] },
    });
});

test('a signature that is withdrawn tells readers why', async () => {
  await sign(ada);
  await act('withdraw', ben, { note: 'Its source was retracted.' });
  expect(await review()).toMatchObject({ state: 'withdrawn', reason: 'Its source was retracted.', on: '2026-11-30' });
});

test('the day after it was due a review is overdue, and half a year later it has lapsed; pages are told on that day', async () => {
  await sign(ada);
  told.length = 0;
  now = new Date('2029-11-30T23:00:00Z');
  expect(await review()).toMatchObject({ state: 'signed' });
  expect(await tellAged('2029-11-29', hands())).toBe(0);
  now = new Date('2029-12-01T00:05:00Z');
  expect(await review()).toMatchObject({ state: 'overdue', due: '2029-11-30' });
  expect(await tellAged('2029-11-30', hands())).toBe(1);
  now = new Date('2030-05-31T00:05:00Z');
  expect(await review()).toMatchObject({ state: 'lapsed' });
  expect(await tellAged('2030-05-30', hands())).toBe(1);
  expect(await tellAged('2030-05-31', hands())).toBe(0);
});

test('the record of reviews is whole after every kind of act', async () => {
  await sign(ada);
  await act('withdraw', ben, { note: 'Its source was retracted.' });
  await act('take', ben);
  await act('ask-changes', ben, { note: 'Name the study.' });
  expect(await verify()).toEqual({ acts: 5, signatures: 1, faults: [] });
});

test.each([
  [
    'a letter of the signed text',
    `update revisions set body = replace(body, 'Nothing', 'Something')`,
    ['text', 'revision-hash'],
  ],
  [
    'the name in a signature',
    `update review_acts set signature = jsonb_set(signature, '{signatory,name}', '"Eve"') where kind = 'approve'`,
    ['seal', 'standing'],
  ],
  [
    'the signed form itself',
    `update review_acts set signature = jsonb_set(signature, '{canonical}', '"{}"') where kind = 'approve'`,
    ['seal', 'fingerprint', 'standing'],
  ],
  [
    'the day of an act',
    `update review_acts set at = at + interval '1 day' where kind = 'approve'`,
    ['seal', 'standing'],
  ],
  ['where a text stands', `update review_standings set state = 'withdrawn', note = 'x'`, ['standing']],
  ['an act that is taken out', `delete from review_acts where kind = 'take'`, ['seal', 'order']],
])('%s, changed by hand in the database, is found', async (_what, statement, faults) => {
  await sign(ada);
  expect((await verify()).faults).toEqual([]);
  await byHand(statement);
  expect([...new Set((await verify()).faults.map(({ fault }) => fault))]).toEqual(faults);
});

test('acts and revisions cannot be changed without lifting the lock of the database itself', async () => {
  await sign(ada);
  await expect(sql`update review_acts set note = 'x'`.execute(database.db)).rejects.toThrow('never changed');
  await expect(sql`delete from review_acts`.execute(database.db)).rejects.toThrow('never changed');
});

test('what a reviewer signed is listed on their page', async () => {
  await sign(ada);
  expect(await createReviewRepository(database.db).listSignedBy(ada.id, 10)).toMatchObject([
    { questionId: 'what-is-it', language: 'en', number: 1, signedOn: '2026-11-30' },
  ]);
  expect(await createReviewRepository(database.db).listSignedBy(ben.id, 10)).toEqual([]);
});

test('the queue shows what is overdue before what was never signed, in the languages of the reviewer', async () => {
  const queue = (languages: ('en' | 'es')[]) =>
    createQueueRepository(database.db).listQueue({ languages, today: now.toISOString().slice(0, 10), limit: 10 });
  expect(await queue(['en'])).toMatchObject([{ state: 'waiting', dueOn: null, signedBefore: false }]);
  expect(await queue(['es'])).toEqual([]);
  expect(await queue([])).toEqual([]);
  await sign(ada);
  expect(await queue(['en', 'es'])).toMatchObject([{ state: 'signed', dueOn: '2029-11-30' }]);
  await bringIn({ ...withNumber, short: 'Stillness is a long way of waiting.' });
  expect(await queue(['en'])).toMatchObject([{ state: 'waiting', dueOn: null, signedBefore: true }]);
});
