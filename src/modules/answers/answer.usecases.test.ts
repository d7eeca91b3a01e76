import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { createAnswerRepository } from './answer.repository.ts';
import {
  getAnswer,
  getRevision,
  hashOfText,
  importAnswers,
  importQuestions,
  listMechanisms,
  type AnswerText,
} from './answer.usecases.ts';

let database: DatabaseHandle;
let conditionId: string;
const clock = fixedClock('2026-11-22T12:00:00Z');
const events = { subscribe: () => {}, publish: async () => {} };

const bringIn = (...texts: AnswerText[]) =>
  database.db.transaction().execute((transaction) =>
    importAnswers({
      transaction,
      author: 'The editors',
      conditions: [{ id: conditionId, slug: 'stillness', texts }],
      events,
      clock,
    }),
  );
const none = { added: [], changed: [], unchanged: [], kept: [], conflicts: [], translations: [], missing: [] };
const read = (language: 'en' | 'es' = 'en') =>
  getAnswer({ conditionId, questionId: question.id, language, answers: createAnswerRepository(database.db) });

beforeAll(async () => {
  database = await testDatabase();
  await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    conditionId = idOf('stillness');
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
  });
});
afterAll(() => database.close());

test('a new text is published; the same text again is left alone', async () => {
  expect(await bringIn(text)).toEqual({ ...none, added: ['stillness/en/what-is-it'] });
  expect(await bringIn(text)).toEqual({ ...none, unchanged: ['stillness/en/what-is-it'] });
  const { answer } = await read();
  expect(answer.revision).toMatchObject({
    number: 1,
    short: text.short,
    textDate: '2026-04-07',
    author: 'The editors',
    origin: 'pack',
  });
});

test('a changed text is a new revision, and the old one stays readable beside it', async () => {
  const changed = { ...text, short: 'Stillness is a way of being.', updated: '2026-05-01' };
  expect(await bringIn(changed)).toEqual({ ...none, changed: ['stillness/en/what-is-it'] });
  const { answer } = await read();
  const { revision, before } = await getRevision({ answer, number: 2, answers: createAnswerRepository(database.db) });
  expect(revision.short).toBe(changed.short);
  expect(before?.short).toBe(text.short);
});

test('a reader without an answer in their language gets the English one', async () => {
  const { answer, languages } = await read('es');
  expect(answer.language).toBe('en');
  expect(languages).toEqual(['en']);
});

test('a text edited on the site is not overwritten by the pack, and that is reported', async () => {
  const answers = createAnswerRepository(database.db);
  const { answer } = await read();
  const edited = {
    ...answer.revision,
    id: crypto.randomUUID(),
    number: 3,
    short: 'Edited here.',
    origin: 'site' as const,
  };
  await answers.addRevision(conditionId, answer.id, edited, hashOfText(edited));
  await answers.publish(conditionId, answer.id, edited.id);
  expect(await bringIn({ ...text, short: 'The pack says otherwise.' })).toEqual({
    ...none,
    conflicts: ['stillness/en/what-is-it'],
  });
  expect((await read()).answer.revision.short).toBe('Edited here.');
});

test('an answer that left the pack stays, and is reported', async () => {
  expect(await bringIn()).toEqual({ ...none, missing: ['stillness/en/what-is-it'] });
  expect((await read()).answer.revision.short).toBe('Edited here.');
});

test('the database itself refuses to change or delete a revision', async () => {
  await expect(sql`update revisions set short = 'forged'`.execute(database.db)).rejects.toThrow(/never changes/);
  await expect(sql`delete from revisions`.execute(database.db)).rejects.toThrow(/never changes/);
});

test('a question without an answer, and a version that does not exist, are "not found"', async () => {
  const answers = createAnswerRepository(database.db);
  await expect(getAnswer({ conditionId, questionId: 'why', language: 'en', answers })).rejects.toMatchObject({
    kind: 'not-found',
  });
  const { answer } = await read();
  await expect(getRevision({ answer, number: 99, answers })).rejects.toMatchObject({
    code: 'answers.revision_not_found',
  });
});

test('the mechanism figures of published answers are found, with their presets as they were written', async () => {
  const body = [
    'Words about `::mechanism` are no figure.',
    ':::mechanism{preset=ours}',
    '::preset{#ours surround=0.7 name="Ours" says="It moves."}',
    ':::',
  ].join('\n\n');
  const answers = createAnswerRepository(database.db);
  await bringIn({ ...text, language: 'es', body: 'Words about `::mechanism` alone.' });
  expect(await listMechanisms({ conditionId, answers })).toEqual([]);
  await bringIn({ ...text, language: 'es', body });
  for (const found of [await listMechanisms({ conditionId, answers }), await listMechanisms({ answers })])
    expect(found).toMatchObject([
      {
        slug: 'stillness',
        questionId: 'what-is-it',
        language: 'es',
        block: { attributes: { preset: 'ours' }, presets: [{ id: 'ours', surround: '0.7', says: 'It moves.' }] },
      },
    ]);
});
