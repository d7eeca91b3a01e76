import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createAnswerRepository,
  importAnswers,
  importQuestions,
  loadOwnAnswerPage,
  type AnswerText,
} from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import { actOn, createReviewRepository, fingerprintOf, getReview } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { createRoom } from '#support/room.ts';
import { createEditingRoutes } from './index.ts';

let database: DatabaseHandle;
let app: Hono;
const clock = { now: () => new Date('2026-11-30T09:00:00Z') };
const events = { subscribe: () => {}, publish: async () => {} };
const audited: string[] = [];
const [eva, ada] = [newId(), newId()];
let who: StaffRole[] = ['editor'];
const edit = '/review/stillness/what-is-it/es/edit';

const spanish: AnswerText = {
  ...text,
  language: 'es',
  short: 'La quietud es una forma de esperar.',
  body: '## Qué pasa\n\nNada se mueve durante un rato [@example2012].\n',
  translation: { madeBy: 'machine', of: '2026-04-07' },
};
const changedText: AnswerText = {
  ...text,
  body: '## What happens\n\nNothing moves for an hour or so [@example2012].\n',
  updated: '2026-05-01',
};

const bringIn = (...texts: AnswerText[]) =>
  database.db.transaction().execute(async (transaction) => {
    const found = await importKnowledge({ transaction, knowledge, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    const conditions = [{ id: found.idOf('stillness'), slug: 'stillness', texts }];
    return importAnswers({ transaction, author: 'The editors', conditions, events, clock });
  });

const load = async (language: 'en' | 'es' = 'es') =>
  loadOwnAnswerPage({
    slug: 'stillness',
    questionId: 'what-is-it',
    language,
    conditions: createConditionRepository(database.db),
    answers: createAnswerRepository(database.db),
  });
const said = async () => (await load()).answer.revision.translation;

async function get(path = edit) {
  const response = await app.request(path);
  return { status: response.status, html: await response.text() };
}
async function post(fields: Record<string, string>) {
  const response = await app.request(edit, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, html: await response.text(), location: response.headers.get('location') };
}
/** As the form sends it where nobody touched a thing. */
async function form(more: Record<string, string> = {}) {
  const { english, answer } = await load();
  const { short, body } = answer.revision;
  return { tab: 'one', seen: '0', short, body, why: '', name: '', english: english!.revision.id, ...more };
}
const confirm = async (more: Record<string, string> = {}) =>
  post(await form({ act: `confirm ${(await load()).answer.revision.id}`, ...more }));

beforeAll(async () => {
  database = await testDatabase();
  const options = {
    frame: testFrame(),
    database: database.db,
    events,
    clock,
    conditions: createConditionRepository(database.db),
    answers: createAnswerRepository(database.db),
    reviews: createReviewRepository(database.db),
    suggestions: createSuggestionRepository(database.db),
    audit: async ({ act, object }: { act: string; object: string }) => void audited.push(`${act} ${object}`),
  };
  app = createRoom(() => ({ accountId: eva, staff: who }));
  app.route(
    '/',
    createEditingRoutes({ ...options, script: '/e.js', lookUp: async () => undefined, drawMechanism: () => null }),
  );
});
beforeEach(async () => {
  await emptyTables(database.db);
  audited.length = 0;
  who = ['editor'];
  for (const [id, name] of [
    [eva, 'eva'],
    [ada, 'ada'],
  ] as const)
    await database.db
      .withTables<{ accounts: { id: string; email: string } }>()
      .insertInto('accounts')
      .values({ id, email: `${name}@example.org` })
      .execute();
  await bringIn(text, spanish);
});
afterAll(() => database.close());

describe('Whoever edits a translation', () => {
  test('sees who made it, of which version, and word by word what changed in English since', async () => {
    expect((await get()).html).toMatch(/Translated by a machine from.*version 1 of the English text/u);
    expect((await get()).html).not.toContain('What changed in English');
    await bringIn(changedText, spanish);
    const { html } = await get();
    expect(html).toContain('it is now version 2');
    expect(html).toMatch(/<del>.*a while/su);
    expect(html).toMatch(/<ins>.*an hour or so/su);
    expect(html).toMatch(/value="before" checked/u);
  });

  test('says nothing of it in English, which is no translation', async () => {
    const { html } = await get('/review/stillness/what-is-it/en/edit');
    expect(html).toContain('The longer text');
    expect(html).not.toContain('Who made this translation?');
  });

  test('confirms one that still says the same: no letter, no version and no signature changes, and one press takes it back', async () => {
    const page = await load();
    const reviews = createReviewRepository(database.db);
    const reviewer = {
      id: newId(),
      slug: 'ada',
      accountId: ada,
      name: 'Dr Ada Example',
      credential: { en: 'neurologist' },
      verifiedOn: '2026-01-10',
      verifiedHow: 'By telephone',
      interests: [],
      interestsConfirmedOn: '2026-11-01',
      languages: ['es'],
      active: true,
      fictional: true,
    };
    await reviews.saveReviewer(reviewer, clock.now());
    const hands = { database: database.db, events, clock };
    await actOn(page, { kind: 'take', reviewer }, hands);
    await actOn(page, { kind: 'approve', reviewer, shown: fingerprintOf(page) }, hands);
    const review = async () =>
      getReview(await load(), { reviews, answers: createAnswerRepository(database.db), clock });
    const before = await review();
    expect(before.state).toBe('signed');

    await bringIn(changedText, spanish);
    expect((await load()).original).toBeDefined();
    const { location } = await confirm({ 'made-by': 'person', renders: 'before' });
    expect((await load()).original).toBeUndefined();
    expect(await said()).toMatchObject({ madeBy: 'person', of: '2026-05-01', source: { number: 2 } });
    expect((await load()).answer.revision.number).toBe(1);
    expect(await review()).toEqual(before);
    expect(audited).toEqual([`text.translation ${page.answer.revision.id}`]);

    const { html } = await get(location!);
    expect(html).toContain('Noted.');
    const [, act] = /value="(unconfirm [^"]+)"/u.exec(html)!;
    await post({ act: act! });
    expect(await said()).toMatchObject({ madeBy: 'machine', source: { number: 1 } });
    expect(audited).toHaveLength(2);
  });

  test('presses twice, and it is noted once', async () => {
    await bringIn(changedText, spanish);
    const twice = await form({ act: `confirm ${(await load()).answer.revision.id}`, 'made-by': 'machine' });
    await post(twice);
    await post(twice);
    expect(audited).toHaveLength(1);
  });

  test('is asked who made it where nobody has said so; what was typed is kept', async () => {
    await bringIn(changedText, { ...spanish, translation: undefined });
    expect(await said()).toBeUndefined();
    const { status, html } = await confirm({ why: 'My reason' });
    expect(status).toBe(422);
    expect(html).toContain('Say who made the translation');
    expect(html).toContain('My reason');
    await confirm({ 'made-by': 'person' });
    expect(await said()).toMatchObject({ madeBy: 'person', source: { number: 2 } });
  });

  test('confirms what they saw: an English text that came in the meantime leaves it behind', async () => {
    await bringIn(changedText, spanish);
    const seen = await form({ act: `confirm ${(await load()).answer.revision.id}`, 'made-by': 'machine' });
    await bringIn({ ...changedText, body: `${changedText.body}\nMore.\n`, updated: '2026-06-01' }, spanish);
    await post(seen);
    expect(await said()).toMatchObject({ source: { number: 2 } });
    expect((await load()).original?.revision.number).toBe(3);
  });

  test('is told when readers see another translation by now, and nothing is noted', async () => {
    await bringIn(changedText, spanish);
    const seen = await form({ act: `confirm ${(await load()).answer.revision.id}`, 'made-by': 'person' });
    await bringIn(changedText, { ...spanish, short: 'La quietud es esperar.' });
    const { status, html } = await post(seen);
    expect(status).toBe(409);
    expect(html).toContain('Readers see another version by now.');
    expect(audited).toEqual([]);
  });

  test('cannot name a text that is no English version of this question, nor confirm as somebody who only moderates', async () => {
    const { answer, english } = await load();
    expect((await confirm({ 'made-by': 'person', english: answer.revision.id })).html).toBe('editing.not_found');
    expect((await confirm({ 'made-by': 'person', english: newId() })).html).toBe('editing.not_found');
    expect((await confirm({ 'made-by': 'person', english: `${english!.revision.id}' or 1=1` })).html).toBe(
      'editing.not_found',
    );
    expect((await post({ act: `unconfirm ${answer.revision.id} wizard:2026-01-01` })).html).toBe('editing.not_found');
    expect((await post({ act: `unconfirm ${answer.revision.id} person:${newId()}` })).html).toBe('editing.not_found');
    who = ['moderator'];
    expect((await confirm({ 'made-by': 'person' })).html).toBe('editing.not_found');
    expect(audited).toEqual([]);
    expect(await said()).toMatchObject({ madeBy: 'machine' });
  });
});

describe('A new version of a translation', () => {
  const write = async (more: Record<string, string>) =>
    post(
      await form({
        body: `${spanish.body}\n\nDura poco.`,
        why: 'Falta cuánto dura.',
        name: 'Las editoras',
        act: 'urgent',
        ...more,
      }),
    );

  test('carries what was said of it, whatever the way before readers', async () => {
    await bringIn(changedText, spanish);
    await write({ 'made-by': 'person', renders: 'now', act: 'save' });
    const { html } = await get();
    expect(html).toMatch(/value="person" checked/u);
    expect(html).toMatch(/value="now" checked/u);
    await write({ 'made-by': 'person', renders: 'now' });
    const { answer, original } = await load();
    expect(answer.revision).toMatchObject({ number: 2, translation: { madeBy: 'person', source: { number: 2 } } });
    expect(original).toBeUndefined();
  });

  test('is said to be as the one before it, if nobody says otherwise', async () => {
    await bringIn(changedText, spanish);
    await write({ 'made-by': 'machine', renders: 'before' });
    const { answer, original } = await load();
    expect(answer.revision).toMatchObject({ number: 2, translation: { madeBy: 'machine', source: { number: 1 } } });
    expect(original).toBeDefined();
  });

  test('is none where no letter is changed: that is noted without one', async () => {
    const { status, html } = await write({ body: spanish.body, 'made-by': 'person' });
    expect(status).toBe(422);
    expect(html).toContain('can be noted without a new version');
  });
});
