import { afterAll, expect, test } from 'vitest';
import { makeDemoLinks } from '#modules/accounts/index.ts';
import { createTranslationRepository } from '#modules/answers/index.ts';
import { createProposalRepository } from '#modules/editing/index.ts';
import { createCommentRepository } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import { startSite, type TestSite } from '#support/site.ts';
import { addDemoComment } from './demo-comments.ts';
import { addDemoEditing } from './demo-editing.ts';
import { addDemoTranslation } from './demo-translations.ts';

let site: TestSite | undefined;
afterAll(() => site?.close());

test('the demonstration has one text that waits for a signature, one suggestion and one translation that lags behind, however often it starts', async () => {
  site = await startSite();
  const { database, events, clock } = site.services;
  await makeDemoLinks({ database: database.db, clock });
  for (let start = 0; start < 2; start++) {
    await addDemoEditing({ database: database.db, events, clock });
    await addDemoTranslation({ database: database.db, events, clock });
  }
  const waiting = await createProposalRepository(database.db).listSubmitted(['en']);
  expect(waiting.map(({ authorName }) => authorName)).toEqual(['Invented editors of the demonstration']);
  expect(await createSuggestionRepository(database.db).countOpen()).toBe(1);
  const behind = await createTranslationRepository(database.db).listBehind({ languages: ['es'], limit: 5 });
  expect(behind).toMatchObject({ total: 1, entries: [{ questionId: 'what-is-it', language: 'es', number: 1 }] });
});

test('the invented reviewer has said something at a passage of it, once, however often the demonstration starts', async () => {
  const { database, clock } = site!.services;
  for (let start = 0; start < 2; start++) await addDemoComment({ database: database.db, clock });
  const [proposal] = await createProposalRepository(database.db).listSubmitted(['en']);
  const comments = await createCommentRepository(database.db).list(proposal!.conditionId, proposal!.answerId);
  expect(comments).toMatchObject([{ revisionId: proposal!.revisionId, authorName: 'Dr Ada Example', doneAt: null }]);
  expect(comments[0]!.passage).toContain('hardly notice it');
});
