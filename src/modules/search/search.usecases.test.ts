import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConditionEntry } from '#modules/conditions/index.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge, restlessness, stillness } from '#support/knowledge.ts';
import { createSearchRepository } from './search.repository.ts';
import { searchAtlas } from './search.usecases.ts';

let database: DatabaseHandle;
const entries: ConditionEntry[] = [];

const find = (query: string, language: 'en' | 'es' = 'en') =>
  searchAtlas({
    query,
    language,
    search: createSearchRepository(database.db),
    sources: { listConditions: async (ids) => entries.filter(({ id }) => ids.includes(id)) },
  });
const first = async (query: string, language?: 'en' | 'es') =>
  (await find(query, language)).conditions[0]?.condition.slug;

const dystonia = [
  { language: 'en', kind: 'preferred', name: 'Dystonia' },
  { language: 'es', kind: 'preferred', name: 'Distonía' },
  { language: 'en', kind: 'narrower', name: 'Blepharospasm' },
  { language: 'en', kind: 'narrower', name: "Writer's cramp" },
  { language: 'en', kind: 'code', name: 'MONDO:0003441' },
] as const;
const cramp = [
  { language: 'en', kind: 'preferred', name: 'Muscle cramp' },
  { language: 'es', kind: 'preferred', name: 'Calambre muscular' },
] as const;

beforeAll(async () => {
  database = await testDatabase();
  const events = { subscribe: () => {}, publish: async () => {} };
  const idOf = await database.db
    .transaction()
    .execute(
      async (transaction) =>
        (await importKnowledge({ transaction, knowledge, events, clock: fixedClock('2026-11-22') })).idOf,
    );
  for (const known of [stillness, restlessness])
    entries.push({ ...known, id: idOf(known.slug), groupId: known.group, parentId: null });
  const search = createSearchRepository(database.db);
  await search.replaceCondition(idOf('stillness'), dystonia, [
    {
      questionId: 'what-is-it',
      language: 'en',
      title: 'What exactly is dystonia?',
      short: 'The eyelids close by themselves.',
      body: '',
    },
    {
      questionId: 'what-is-it',
      language: 'es',
      title: '¿Qué es exactamente la distonía?',
      short: 'Los párpados se cierran.',
      body: '',
    },
  ]);
  await search.replaceCondition(idOf('restlessness'), cramp, [
    {
      questionId: 'what-is-it',
      language: 'en',
      title: 'What exactly is a muscle cramp?',
      short: 'A sudden knot.',
      body: '',
    },
  ]);
});
afterAll(() => database.close());

test.each([
  'dystonia',
  'Distonia',
  'distonía',
  'DISTONÍA',
  'dystonya',
  'distona',
  'Blepharospasm',
  'blefarospasm',
  'writers cramp',
  'MONDO:0003441',
  'what is dystonia',
])('"%s" finds dystonia first', async (query) => expect(await first(query)).toBe('stillness'));

test('"cramp" finds muscle cramp and writer’s cramp, "calambre" in Spanish too', async () => {
  expect((await find('cramp')).conditions).toHaveLength(2);
  expect(await first('calanbre', 'es')).toBe('restlessness');
});

test('the name that matched is told, so that a reader knows why', async () => {
  const hit = (await find('blepharospasm')).conditions[0]!;
  expect(hit.matched).toEqual({ name: 'Blepharospasm', kind: 'narrower', language: 'en' });
});

test('words of a short answer lead to its question, in the reader’s language', async () => {
  expect((await find('why do my eyelids close')).questions[0]).toMatchObject({
    questionId: 'what-is-it',
    language: 'en',
  });
  expect((await find('parpado', 'es')).questions[0]).toMatchObject({ language: 'es' });
});

test('nothing typed, or nothing that is a word, finds nothing', async () => {
  for (const query of ['', '   ', '???', '%_\\', "'; drop table conditions; --"])
    expect((await find(query)).conditions.filter(({ likeness }) => likeness > 0.6)).toEqual([]);
});

test('a text much longer than any name is cut and answered', async () => {
  const { query } = await find('dystonia '.repeat(5000));
  expect(query.length).toBeLessThanOrEqual(120);
});

test('indexing again replaces what was there', async () => {
  const search = createSearchRepository(database.db);
  await search.replaceCondition(entries[1]!.id, [{ language: 'en', kind: 'preferred', name: 'Leg cramp' }], []);
  expect((await find('muscle cramp')).conditions.map(({ matched }) => matched.name)).not.toContain('Muscle cramp');
  await search.replaceCondition(entries[1]!.id, cramp, []);
});
