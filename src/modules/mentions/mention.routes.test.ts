import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswerRepository, importAnswers, importQuestions } from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { testDatabase } from '#support/database.ts';
import { testFrame } from '#support/frame.ts';
import { readHtml } from '#support/html.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { createMentionRepository, createMentionRoutes, fillMentions, fillMissing } from './index.ts';

let database: DatabaseHandle;
let ids: string[];
const clock = fixedClock('2026-11-22T12:00:00Z');
const events = { subscribe: () => {}, publish: async () => {} };
const english = {
  ...text,
  short: 'Stillness touches :claim[prevalence-example-2012].',
  body: '## What happens\n\nNothing is said here. It is :term[quiet]{#quiet} for a while [@example2012].\n',
};
const fill = () =>
  fillMentions({
    database: database.db,
    conditionIds: ids,
    i18nOf: (language) => testFrame(language).i18n,
    afterwards: async () => {},
  });

const bringIn = (texts: (typeof english)[]) =>
  database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    ids = ['stillness', 'restlessness'].map(idOf);
    const conditions = [{ id: idOf('stillness'), slug: 'stillness', texts }];
    await importAnswers({ transaction, author: 'Editors', conditions, events, clock });
  });

/** The words of a page, and where its links lead. */
async function open(path: string, language: LanguageTag = 'en') {
  const routes = createMentionRoutes({
    frame: testFrame(language),
    mentions: createMentionRepository(database.db),
    conditions: createConditionRepository(database.db),
    answers: createAnswerRepository(database.db),
  });
  routes.onError((error, c) => c.text((error as { code?: string }).code ?? String(error), 404));
  const response = await routes.request(path);
  return { status: response.status, ...readHtml(await response.text()) };
}

beforeAll(async () => {
  database = await testDatabase();
  await bringIn([english]);
  await fill();
});
afterAll(() => database.close());

describe('The page of a source', () => {
  test('quotes each sentence that rests on it, with a link to the part that it stands in', async () => {
    const { text: words, links } = await open('/sources/example2012');
    expect(words).toContain('It is quiet for a while.');
    expect(words).not.toContain('Nothing is said here');
    expect(links).toContain('/conditions/stillness/questions/what-is-it#what-happens');
  });

  test('has the numbers of short answers, the claims, the cells of look-alikes and the codes', async () => {
    const { text: words, links } = await open('/sources/example2012');
    expect(words).toContain('Stillness touches 16.4 in every 100,000 people.');
    expect(words).toContain('Stillness, people seen in clinics: 16.4 in every 100,000 people (Worldwide, 2012)');
    expect(words).toContain('MONDO:0000001');
    for (const cell of ['It waits.', 'It hurries.']) expect(words).toContain(cell);
    expect(links).toContain('/conditions/restlessness/compare/stillness#row-what-you-notice');
    expect(links).toContain('/conditions/stillness/numbers');
    expect(links).toContain('https://doi.org/10.1000/example.1');
  });

  test('shows readers of another language what they are shown there, marked as English where it is', async () => {
    const { text: words, links } = await open('/sources/example2012', 'es');
    expect(words).toContain('It is quiet for a while.');
    expect(links).toContain('/es/conditions/stillness/questions/what-is-it#what-happens');
  });

  test('has as many pages as it needs; one beyond the last is the last', async () => {
    expect((await open('/sources/example2012?page=99')).text).toContain('It is quiet for a while.');
    expect((await open('/sources?page=99')).text).toContain('The prevalence of examples');
    expect((await open('/sources?page=nonsense')).text).toContain('The prevalence of examples');
  });

  test('that is not there says so', async () => {
    expect((await open('/sources/nothing')).status).toBe(404);
  });
});

test('The index of sources names each with how much rests on it', async () => {
  const { text: words, links } = await open('/sources');
  expect(words).toContain('The prevalence of examples');
  expect(words).toContain('1 condition rests on it');
  expect(links).toContain('/sources/example2012');
});

test('The glossary explains each word and leads to where it is used', async () => {
  const { text: words, links, ids: anchors } = await open('/glossary');
  expect(words).toMatch(/Quiet\s*Without a sound\./u);
  expect(links).toContain('/conditions/stillness/questions/what-is-it#what-happens');
  expect(anchors).toContain('word-quiet');
});

test('A text that changes takes its old sentences with it, and filling twice changes nothing', async () => {
  await bringIn([{ ...english, body: '## What happens\n\nNow it moves [@example2012].\n' }]);
  await fill();
  await fill();
  const { text: words } = await open('/sources/example2012');
  expect(words).toContain('Now it moves.');
  expect(words).not.toContain('It is quiet for a while');
  expect((await open('/glossary')).text).toContain('No answer in this language uses it yet.');
});

test('An answer in a reader’s language takes the place of the English one', async () => {
  await bringIn([english, { ...english, language: 'es', body: '## Qué pasa\n\nTodo calla [@example2012].\n' }]);
  await fill();
  expect((await open('/sources/example2012', 'es')).text).toContain('Todo calla.');
  expect((await open('/sources/example2012', 'es')).text).not.toContain('It is quiet for a while');
  expect((await open('/sources/example2012')).text).not.toContain('Todo calla');
});

test('Conditions that were never looked through are found and filled', async () => {
  await sql`delete from mentions_filled`.execute(database.db);
  await sql`delete from mentions`.execute(database.db);
  const rest = {
    database: database.db,
    i18nOf: (language: LanguageTag) => testFrame(language).i18n,
    afterwards: async () => {},
  };
  expect(await fillMissing(rest)).toBe(2);
  expect(await fillMissing(rest)).toBe(0);
  expect((await open('/sources/example2012')).text).toContain('It is quiet for a while.');
});
