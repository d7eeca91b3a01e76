import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReadsRepository, importAnswers, importQuestions } from '#modules/answers/index.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { knowledge, question, stillness, text } from '#support/knowledge.ts';
import { createQueueRepository, noLoad, type QueueEntry } from './queue.repository.ts';
import { createReviewRepository } from './review.repository.ts';
import { noWishes } from './wishes.ts';

const today = '2026-11-30';
const ada = newId();
let database: DatabaseHandle;
let texts: { conditionId: string; answerId: string; revisionId: string; questionId: string }[];
let idOf: (slug: string) => string;
const queue = () => createQueueRepository(database.db);

beforeAll(async () => {
  database = await testDatabase();
  await emptyTables(database.db);
  const clock = { now: () => new Date(`${today}T09:00:00Z`) };
  const events = { subscribe: () => {}, publish: async () => {} };
  const questions = [question, { ...question, id: 'how-treated', reviewMonths: 12 }, { ...question, id: 'how-common' }];
  await database.db.transaction().execute(async (transaction) => {
    const kinds = { ...stillness, slug: 'deep-stillness', parent: 'stillness', codes: [], claims: [] };
    const given = { ...knowledge, conditions: [...knowledge.conditions, kinds] };
    ({ idOf } = await importKnowledge({ transaction, knowledge: given, events, clock }));
    await importQuestions({ transaction, packId: 'examples', questions });
    const conditions = ['stillness', 'restlessness', 'deep-stillness'].map((slug, index) => ({
      id: idOf(slug),
      slug,
      texts: questions.map(({ id }) => ({ ...text, questionId: id, updated: `2026-0${index + 1}-01` })),
    }));
    await importAnswers({ transaction, author: 'The editors', conditions, events, clock });
  });
  await createReviewRepository(database.db).saveReviewer(
    {
      id: ada,
      slug: 'ada-example',
      accountId: null,
      name: 'Ada Example',
      credential: { en: 'neurologist' },
      interests: [],
      fictional: true,
      verifiedOn: null,
      verifiedHow: null,
      interestsConfirmedOn: null,
      languages: ['en'],
      active: true,
    },
    clock.now(),
  );
  const { rows } = await sql<(typeof texts)[number]>`
    select condition_id as "conditionId", id as "answerId", published_revision_id as "revisionId",
      question_id as "questionId" from answers`.execute(database.db);
  texts = rows;
});
afterAll(() => database.close());

/** Where each text stands: when it is due, whether a source under it is gone, and how often it was read this week. */
async function lay(states: readonly { dueOn: string | null; reads: number; gone?: boolean }[]) {
  await sql`truncate review_standings, answer_reads`.execute(database.db);
  const signed = (gone: boolean) =>
    JSON.stringify({
      signatory: { id: ada, slug: 'ada-example', name: 'Ada Example' },
      canonical: JSON.stringify({ claims: {}, sources: gone ? { gone: { id: 'gone' } } : {} }),
    });
  for (const [index, { dueOn, gone = false }] of states.entries()) {
    const { conditionId, answerId, revisionId } = texts[index]!;
    if (dueOn)
      await sql`insert into review_standings (condition_id, answer_id, revision_id, state, since, due_on, signed_on, signature)
        values (${conditionId}, ${answerId}, ${revisionId}, 'signed', now(), ${dueOn}::date, ${dueOn}::date, ${signed(gone)}::jsonb)`.execute(
        database.db,
      );
  }
  const counts = states.map(({ reads }, index) => [texts[index]!, reads] as const).filter(([, reads]) => reads > 0);
  await createReadsRepository(database.db).add(
    new Map(counts.map(([{ conditionId, answerId }, reads]) => [`${conditionId} ${answerId}`, reads])),
    today,
  );
}
const list = (more: Partial<Parameters<ReturnType<typeof queue>['listQueue']>[0]> = {}) =>
  queue().listQueue({ languages: ['en'], today, limit: 100, ...more });

const classOf = ({ dueOn, evidenceChanged }: QueueEntry) => {
  if (dueOn === null) return 3;
  if (dueOn < today) return 0;
  if (evidenceChanged) return 1;
  return dueOn <= '2027-02-28' ? 2 : 4;
};
/** What must not be smaller in an entry than in the one before it, the first difference deciding. */
const rankOf = (entry: QueueEntry) => [
  Number(classOf(entry) === 4),
  Number(!entry.topic),
  classOf(entry),
  entry.reviewMonths,
  -entry.reads,
];

test('The queue has one order: topics, urgency, treatment, what is read most; what is in date comes last', async () => {
  const state = fc.record({
    dueOn: fc.constantFrom(null, '2025-01-01', '2026-11-29', '2026-11-30', '2027-02-28', '2027-03-01', '2029-01-01'),
    reads: fc.nat({ max: 3000 }),
    gone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(state, { minLength: texts.length, maxLength: texts.length }),
      fc.subarray(['stillness', 'restlessness', 'deep-stillness']),
      async (states, slugs) => {
        await lay(states);
        const topics = { conditionIds: slugs.map(idOf), groupIds: [] };
        const entries = await list({ topics });
        expect(entries).toHaveLength(texts.length);
        for (const [index, entry] of entries.entries()) {
          if (index === 0) continue;
          const [before, after] = [rankOf(entries[index - 1]!), rankOf(entry)];
          const differs = before.findIndex((value, at) => value !== after[at]);
          if (differs !== -1) expect(before[differs]).toBeLessThan(after[differs]!);
        }
        // page by page it is the same
        expect([...(await list({ topics, limit: 4 })), ...(await list({ topics, limit: 100, offset: 4 }))]).toEqual(
          entries,
        );
      },
    ),
    { numRuns: 20 },
  );
});

describe('Topics', () => {
  const topicsOf = async (topics: { conditionIds: string[]; groupIds: string[] }) =>
    new Set((await list({ topics })).filter(({ topic }) => topic).map(({ conditionId }) => conditionId));

  test('mean a condition with its forms, or a whole group', async () => {
    await lay([]);
    expect(await topicsOf({ conditionIds: [idOf('stillness')], groupIds: [] })).toEqual(
      new Set([idOf('stillness'), idOf('deep-stillness')]),
    );
    expect(await topicsOf({ conditionIds: [idOf('deep-stillness')], groupIds: [] })).toEqual(
      new Set([idOf('deep-stillness')]),
    );
    expect((await topicsOf({ conditionIds: [], groupIds: ['examples'] })).size).toBe(3);
    expect((await topicsOf(noWishes as never)).size).toBe(0);
  });

  test('tell which of some conditions they mean, and count what waits among them', async () => {
    await lay([]);
    const all = ['stillness', 'restlessness', 'deep-stillness'].map(idOf);
    const topics = { conditionIds: [idOf('stillness')], groupIds: [] };
    expect(await queue().amongTopics(all, topics)).toEqual(new Set([all[0], all[2]]));
    expect(await queue().countByAge(today, topics)).toMatchObject([{ language: 'en', texts: 6 }]);
    expect(await queue().countByAge(today)).toMatchObject([{ texts: 9, signed: 0 }]);
  });
});

describe('How often a text is read', () => {
  const readsOf = async (days: Record<string, number>) => {
    await lay([]);
    const { conditionId, answerId } = texts[0]!;
    for (const [day, count] of Object.entries(days))
      await createReadsRepository(database.db).add(new Map([[`${conditionId} ${answerId}`, count]]), day);
    return Math.max(...(await list()).map(({ reads }) => reads));
  };

  test.each([
    [9, 0],
    [10, 10],
    [19, 10],
    [99, 90],
    [100, 100],
    [987, 980],
    [1299, 1200],
    [123_456, 120_000],
  ])('%d times is told as %d: nobody is found in the difference of two numbers', async (count, told) => {
    expect(await readsOf({ [today]: count })).toBe(told);
  });

  test('is added up week by week, over thirteen weeks', async () => {
    // 30 November 2026 is a Monday; 7 September the first of thirteen, 6 September the day before
    expect(await readsOf({ '2026-11-30': 100, '2026-11-29': 200, '2026-09-07': 300, '2026-09-06': 4000 })).toBe(600);
    const { rows } = await sql`select week::text, reads from answer_reads order by week`.execute(database.db);
    expect(rows).toEqual([
      { week: '2026-08-31', reads: 4000 },
      { week: '2026-09-07', reads: 300 },
      { week: '2026-11-23', reads: 200 },
      { week: '2026-11-30', reads: 100 },
    ]);
  });

  test('is added up, not overwritten, by however many processes at once; texts that are gone are left out', async () => {
    await lay([]);
    const [one, two] = texts.map(({ conditionId, answerId }) => `${conditionId} ${answerId}`);
    const gone = `${newId()} ${newId()}`;
    const forth = new Map([one!, two!, gone].map((key) => [key, 10]));
    const back = new Map([...forth].reverse());
    await Promise.all(
      [forth, back, forth, back].map((counts) => createReadsRepository(database.db).add(counts, today)),
    );
    const { rows } = await sql`select reads from answer_reads`.execute(database.db);
    expect(rows).toEqual([{ reads: 40 }, { reads: 40 }]);
    await createReadsRepository(database.db).removeBefore('2026-11-30');
    expect((await sql`select from answer_reads`.execute(database.db)).rows).toHaveLength(2);
    await createReadsRepository(database.db).removeBefore('2026-12-01');
    expect((await sql`select from answer_reads`.execute(database.db)).rows).toEqual([]);
  });
});

describe('What falls due', () => {
  test('is told by month and by whose name, what is overdue first, a year ahead', async () => {
    await lay(
      ['2026-11-29', '2026-11-30', '2026-12-31', '2027-10-31', '2027-11-01'].map((dueOn) => ({ dueOn, reads: 0 })),
    );
    const of = { reviewerId: ada, slug: 'ada-example', name: 'Ada Example' };
    expect(await queue().listDue(today, 12)).toEqual([
      { month: 'overdue', texts: 1, ...of },
      { month: '2026-11', texts: 1, ...of },
      { month: '2026-12', texts: 1, ...of },
      { month: '2027-10', texts: 1, ...of },
    ]);
    expect((await queue().listLoads(today)).get(ada)).toEqual({ ...noLoad, inDate: 4, soon: 2, overdue: 1 });
  });

  test('is nothing where nothing is signed', async () => {
    await lay([]);
    expect(await queue().listDue(today, 12)).toEqual([]);
    expect((await queue().listLoads(today)).size).toBe(0);
  });
});

test('what was looked at before is looked at again when a source comes, changes or goes', async () => {
  await lay([{ dueOn: '2027-10-01', reads: 0, gone: true }]);
  const isChanged = async () => (await list()).some(({ evidenceChanged }) => evidenceChanged);
  expect(await isChanged()).toBe(true);
  await sql`insert into sources (id, pack_id, position, csl) values ('gone', null, 1, '{"id":"gone"}')`.execute(
    database.db,
  );
  expect(await isChanged()).toBe(false);
  await sql`update sources set csl = '{"id":"gone","status":"retracted"}' where id = 'gone'`.execute(database.db);
  expect(await isChanged()).toBe(true);
  await sql`update sources set csl = '{"id":"gone"}' where id = 'gone'`.execute(database.db);
  expect(await isChanged()).toBe(false);
  await sql`delete from sources where id = 'gone'`.execute(database.db);
  expect(await isChanged()).toBe(true);
});
