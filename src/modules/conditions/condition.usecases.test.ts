import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge, restlessness, stillness } from '#support/knowledge.ts';
import { createConditionRepository } from './condition.repository.ts';
import { getCondition, importKnowledge, sortEntries, titleOfQuestion } from './condition.usecases.ts';
import type { Knowledge } from './knowledge.repository.ts';

let database: DatabaseHandle;
const published: string[][] = [];

const bringIn = (what: Knowledge) =>
  database.db.transaction().execute(async (transaction) => {
    const { idOf, ...changes } = await importKnowledge({
      transaction,
      knowledge: what,
      clock: fixedClock('2026-11-22T12:00:00Z'),
      events: {
        subscribe: () => {},
        publish: async (_trx, _event, payload) =>
          void published.push((payload as { conditionIds: string[] }).conditionIds),
      },
    });
    expect(idOf('stillness')).toMatch(/^[0-9a-f-]{36}$/);
    return changes;
  });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a pack comes in once; bringing it in again changes nothing and tells nobody', async () => {
  expect(await bringIn(knowledge)).toEqual({
    added: ['stillness', 'restlessness'],
    changed: [],
    unchanged: [],
    missing: [],
    keptClaims: [],
    keptSources: [],
  });
  const told = published.length;
  expect(await bringIn(knowledge)).toEqual({
    added: [],
    changed: [],
    unchanged: ['stillness', 'restlessness'],
    missing: [],
    keptClaims: [],
    keptSources: [],
  });
  expect(published).toHaveLength(told);
});

test('a condition is read back whole', async () => {
  const condition = await getCondition({ slug: 'stillness', conditions: createConditionRepository(database.db) });
  expect(condition.names).toEqual(stillness.names);
  expect(condition.codes).toEqual(stillness.codes);
  expect(condition.claims).toEqual(stillness.claims);
  expect(condition.summary).toEqual(stillness.summary);
});

test('a pair of look-alikes is seen from both sides', async () => {
  const conditions = createConditionRepository(database.db);
  const [first, second] = await Promise.all(
    ['stillness', 'restlessness'].map(async (slug) => {
      const { id } = await getCondition({ slug, conditions });
      return (await conditions.listLookAlikes(id))[0]!;
    }),
  );
  expect([first!.other.slug, second!.other.slug]).toEqual(['restlessness', 'stillness']);
  expect(first!.rows[0]!.this.en).toBe(second!.rows[0]!.other.en);
});

test('a changed name is reported and takes the place of the old one; a condition that left the pack stays', async () => {
  const renamed = {
    ...stillness,
    names: { ...stillness.names, en: { ...stillness.names.en, preferred: 'Great stillness' } },
  };
  const changes = await bringIn({ ...knowledge, conditions: [renamed], lookAlikes: [] });
  expect(changes).toEqual({
    added: [],
    changed: ['stillness'],
    unchanged: [],
    missing: ['restlessness'],
    keptClaims: [],
    keptSources: [],
  });
  const condition = await createConditionRepository(database.db).findBySlug('stillness');
  expect(condition!.names.en.preferred).toBe('Great stillness');
  expect(condition!.names.en.synonyms).toEqual(stillness.names.en.synonyms);
});

test('what another pack holds is refused, and nothing is changed', async () => {
  const other = { ...knowledge, pack: { ...knowledge.pack, id: 'other' }, conditions: [restlessness], lookAlikes: [] };
  await expect(bringIn(other)).rejects.toMatchObject({ code: 'conditions.held_by_another_pack' });
});

test('a condition that is not there is "not found"', async () => {
  const conditions = createConditionRepository(database.db);
  await expect(getCondition({ slug: 'nothing', conditions })).rejects.toMatchObject({ kind: 'not-found' });
});

test('a mistyped address leads to the nearest conditions', async () => {
  const near = await createConditionRepository(database.db).listNearSlugs('stilness', 3);
  expect(near[0]?.slug).toBe('stillness');
});

test('a question is asked with the name as it stands in a sentence, in both languages', () => {
  const question = { id: 'x', title: { en: 'What is {condition}?', es: '¿Qué es {condition}?' } };
  expect(titleOfQuestion(stillness, question, 'en')).toBe('What is stillness?');
  expect(titleOfQuestion(stillness, question, 'es')).toBe('¿Qué es la quietud?');
  const own = { ...stillness, questionTitles: { x: { en: 'Why so still?' } } };
  expect(titleOfQuestion(own, question, 'en')).toBe('Why so still?');
  expect(titleOfQuestion(own, question, 'es')).toBe('¿Qué es la quietud?');
});

test('children stand below their parent, each level in the order of names', () => {
  const entry = (slug: string, parentId: string | null) => ({
    ...stillness,
    id: slug,
    slug,
    parentId,
    groupId: 'examples',
    names: { en: { ...stillness.names.en, preferred: slug } },
  });
  const entries = [entry('z', null), entry('c', 'z'), entry('b', 'z'), entry('a', null), entry('d', 'gone')];
  expect(sortEntries(entries, 'en', (a, b) => a.localeCompare(b)).map(({ slug }) => slug)).toEqual([
    'a',
    'd',
    'z',
    'b',
    'c',
  ]);
});
