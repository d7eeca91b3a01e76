import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConditionEntry } from '#modules/conditions/index.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge, restlessness, stillness } from '#support/knowledge.ts';
import { createSearchRepository, type IndexedAnswer, type IndexedName } from './search.repository.ts';
import { longestQuery } from './search.ts';
import { searchAtlas, suggestConditions } from './search.usecases.ts';

let database: DatabaseHandle;
const entries: ConditionEntry[] = [];

const sources = { listConditions: async (ids: readonly string[]) => entries.filter(({ id }) => ids.includes(id)) };
const find = (query: string, language: 'en' | 'es' = 'en') =>
  searchAtlas({ query, language, search: createSearchRepository(database.db), sources });
const suggest = (query: string, language: 'en' | 'es' = 'en') =>
  suggestConditions({ query, language, search: createSearchRepository(database.db), sources });
const index = (conditionId: string, names: readonly IndexedName[], answers: readonly IndexedAnswer[] = []) =>
  database.db
    .transaction()
    .execute((transaction) => createSearchRepository(transaction).replaceConditions([{ conditionId, names, answers }]));
const first = async (query: string, language?: 'en' | 'es') =>
  (await find(query, language)).conditions[0]?.condition.slug;

const dystonia = [
  { language: 'en', kind: 'preferred', name: 'Dystonia' },
  { language: 'es', kind: 'preferred', name: 'Distonía' },
  { language: 'en', kind: 'narrower', name: 'Blepharospasm' },
  { language: 'en', kind: 'narrower', name: "Writer's cramp" },
  { language: 'en', kind: 'code', name: 'MONDO:0003441', code: { system: 'MONDO', code: 'MONDO:0003441' } },
  { language: 'en', kind: 'code', name: 'ICD-10 G24', code: { system: 'ICD-10', code: 'G24' } },
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
  await index(idOf('stillness'), dystonia, [
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
  await index(idOf('restlessness'), cramp, [
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
  'blefaraspazm',
  'blepharo spasm',
  'cramp of writers',
  'MONDO:0003441',
  'mondo 3441',
  'icd-10 g24',
  'what is dystonia',
  'dystonia of my left knee',
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

test('a text much longer than any name is cut and answered, and this is told', async () => {
  const { query, cut } = await find('dystonia '.repeat(5000));
  expect(query.length).toBeLessThanOrEqual(longestQuery);
  expect(cut).toBe(true);
});

test.each([
  ['a quote', "dystonia' or 1=1"],
  ['an operator of the database', 'dystonia & | ! <-> :* ( \\'],
  ['a letter that turns the line round', '\u202Edystonia'],
  ['a letter of no length', 'dys\u200Btonia'],
  ['NUL', 'dystonia\0'],
  ['half a letter', 'dystonia \uD800'],
  ['emoji', 'dystonia 🫨🫨🫨'],
])('%s does no harm: dystonia is still found', async (_, query) =>
  expect((await find(query)).conditions[0]?.condition.slug).toBe('stillness'),
);

test.each(['🫨', '…!?', '\u202E', '\0', '%_'])('%j holds no word, and this is told', async (query) =>
  expect(await find(query)).toMatchObject({ wordless: true, conditions: [], questions: [] }),
);

test('where nothing is found, what is spelled a little like it is shown as such', async () => {
  const { conditions, near } = await find('blepharoplasty');
  expect(conditions).toEqual([]);
  expect(near.map(({ condition }) => condition.slug)).toEqual(['stillness']);
  expect((await find('xyzzyplugh')).near).toEqual([]);
});

test('a word that is only begun suggests what it may become, in each language', async () => {
  expect((await suggest('dys')).map(({ matched }) => matched.name)).toEqual(['Dystonia']);
  expect((await suggest('bleph'))[0]?.matched.name).toBe('Blepharospasm');
  expect((await suggest('blep'))[0]?.matched.name).toBe('Blepharospasm');
  expect((await suggest('calam', 'es'))[0]?.matched.name).toBe('Calambre muscular');
  expect(await suggest('')).toEqual([]);
});

test('many conditions come page by page, each once, and a page too far is the last one', async () => {
  const page = (page: number) =>
    searchAtlas({
      query: 'cramp',
      language: 'en',
      search: createSearchRepository(database.db),
      sources,
      page,
      size: 1,
    });
  const [first, second, third] = [await page(1), await page(2), await page(3)];
  expect(first).toMatchObject({ page: 1, pages: 2, total: 2 });
  expect(second.conditions[0]!.condition.slug).not.toBe(first.conditions[0]!.condition.slug);
  expect(third.page).toBe(2);
});

test('indexing again replaces what was there', async () => {
  await index(entries[1]!.id, [{ language: 'en', kind: 'preferred', name: 'Leg cramp' }]);
  expect((await find('muscle cramp')).conditions.map(({ matched }) => matched.name)).not.toContain('Muscle cramp');
  await index(entries[1]!.id, cramp);
});

test('a name of a million letters, of none, and of odd ones can be indexed', async () => {
  await index(entries[1]!.id, [
    ...cramp,
    { language: 'en', kind: 'synonym', name: 'spasmodic '.repeat(100_000) },
    { language: 'en', kind: 'synonym', name: '🫨' },
    { language: 'en', kind: 'synonym', name: "o'\\n\0 &|!:*\uD800" },
    { language: 'ja', kind: 'synonym', name: '筋痙攣' },
  ]);
  expect(await first('筋痙攣')).toBe('restlessness');
  expect(await first('muscle cramp')).toBe('restlessness');
  await index(entries[1]!.id, cramp);
});

test('words are counted, and those that stand in no name any more are forgotten', async () => {
  await index(entries[1]!.id, [{ language: 'en', kind: 'preferred', name: 'Quivering' }]);
  await index(entries[1]!.id, cramp);
  const search = createSearchRepository(database.db);
  expect((await search.listNearWords(['quivering'])).map(({ word }) => word)).toContain('quivering');
  await database.db.transaction().execute((transaction) => createSearchRepository(transaction).countWordsIfDue(100));
  expect(await search.listNearWords(['quivering'])).toEqual([]);
  expect(await search.listNearWords(['cramp'])).toEqual([{ place: 0, word: 'cramp', names: 2 }]);
});
