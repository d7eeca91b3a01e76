import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importKnowledge } from '#modules/conditions/index.ts';
import { importQuestions } from '#modules/answers/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { addAccount } from '#support/account.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge, question } from '#support/knowledge.ts';
import { createExperienceRepository, type NewExperience, type Place } from './experience.repository.ts';
import type { Experience } from './experience.ts';

let database: DatabaseHandle;
let conditionId: string;
const written: NewExperience[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const events = { subscribe: () => {}, publish: async () => {} };
  await database.db.transaction().execute(async (transaction) => {
    conditionId = (await importKnowledge({ transaction, knowledge, events, clock: fixedClock('2026-11-22') })).idOf(
      'stillness',
    );
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
  });
  const experiences = createExperienceRepository(database.db);
  for (let index = 0; index < 25; index++) {
    const experience: NewExperience = {
      id: newId(),
      conditionId,
      questionId: index % 5 === 0 ? question.id : null,
      language: 'en',
      title: `Experience ${index}`,
      body: 'It was quiet.',
      authorName: null,
      role: 'living-with-it',
      demo: true,
      // several at the same moment: paging must not lose or repeat them
      publishedAt: new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 4))),
    };
    written.push(experience);
    await experiences.add(experience);
  }
});
afterAll(() => database.close());

test('page after page gives every experience once, newest first', async () => {
  const experiences = createExperienceRepository(database.db);
  const read: Experience[] = [];
  const placeOf = async (last: Experience) => (await experiences.findPlace(conditionId, last.id, 'stranger')) as Place;
  for (let page = await experiences.list(conditionId, { limit: 7 }); page.length > 0;) {
    read.push(...page);
    page = await experiences.list(conditionId, { limit: 7, after: await placeOf(page.at(-1)!) });
  }
  expect(read.map(({ id }) => id).sort()).toEqual(written.map(({ id }) => id).sort());
  const times = read.map(({ publishedAt }) => publishedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('the most helpful first, page after page gives every experience once', async () => {
  const experiences = createExperienceRepository(database.db);
  await sql`update experiences set helpful = case when title like '%1%' then 3 when title like '%2%' then 1 else 0 end`.execute(
    database.db,
  );
  const read: Experience[] = [];
  const order = { by: 'helpful' } as const;
  for (let page = await experiences.list(conditionId, { limit: 4, order }); page.length > 0;) {
    read.push(...page);
    const after = await experiences.findPlace(conditionId, page.at(-1)!.id, 'stranger');
    page = await experiences.list(conditionId, { limit: 4, order, after });
  }
  expect(read.map(({ id }) => id).sort()).toEqual(written.map(({ id }) => id).sort());
  const helped = read.map(({ title }) => (title.includes('1') ? 3 : title.includes('2') ? 1 : 0));
  expect(helped).toEqual([...helped].sort((a, b) => b - a));
});

test('those under one question are found and counted apart', async () => {
  const experiences = createExperienceRepository(database.db);
  expect(await experiences.countPublic(conditionId, undefined, 100)).toBe(25);
  expect(await experiences.countPublic(conditionId, question.id, 100)).toBe(5);
  expect(await experiences.countPublic(conditionId, undefined, 10)).toBe(10);
  expect(await experiences.list(conditionId, { questionId: question.id, limit: 10 })).toHaveLength(5);
});

test('an experience of another condition is no place to go on from', async () => {
  const experiences = createExperienceRepository(database.db);
  expect(await experiences.findPlace(newId(), written[0]!.id, 'stranger')).toBeUndefined();
});

test('whoever is leaving is not seen any more, and is again if they stay', async () => {
  const experiences = createExperienceRepository(database.db);
  const [goes, keeps] = [newId(), newId()];
  await sql`insert into members (id, demo, joined_at) values (${goes}, true, now()), (${keeps}, true, now())`.execute(
    database.db,
  );
  for (const [title, authorId] of [
    ['Taken along', goes],
    ['Left behind', keeps],
  ] as const)
    await experiences.add({
      ...written[0]!,
      id: newId(),
      title,
      authorId,
      authorName: 'Ana',
      publishedAt: new Date('2026-11-20'),
    });
  const read = async () =>
    (await experiences.list(conditionId, { limit: 2 })).map(({ title, authorName }) => ({ title, authorName }));
  const both = [
    { title: 'Left behind', authorName: 'Ana' },
    { title: 'Taken along', authorName: 'Ana' },
  ];
  const byTitle = (all: Awaited<ReturnType<typeof read>>) => all.sort((a, b) => a.title.localeCompare(b.title));
  expect(byTitle(await read())).toEqual(both);
  await sql`update members set leaving_on = now(), leaving_keeps_experiences = id = ${keeps}
    where id in (${goes}, ${keeps})`.execute(database.db);
  expect((await read())[0]).toEqual({ title: 'Left behind', authorName: null });
  expect((await experiences.listNewestOfAll(5)).map(({ title }) => title)).not.toContain('Taken along');
  expect(await experiences.countPublic(conditionId, undefined, 100)).toBe(26);
  await sql`update members set leaving_on = null`.execute(database.db);
  expect(byTitle(await read())).toEqual(both);
});

test('of those who take back their agreement to publishing nothing is shown, until they agree again', async () => {
  const experiences = createExperienceRepository(database.db);
  const authorId = newId();
  const accountId = await addAccount(database.db);
  await sql`insert into members (id, demo, joined_at, account_id)
    values (${authorId}, false, now(), ${accountId})`.execute(database.db);
  await experiences.add({
    ...written[0]!,
    id: newId(),
    title: 'As agreed',
    authorId,
    publishedAt: new Date('2026-11-21'),
  });
  const isShown = async () => (await experiences.listNewestOfAll(50)).some(({ title }) => title === 'As agreed');
  const agree = () =>
    sql`insert into consents (id, account_id, kind, version, language, wording, agreed_at)
      values (${newId()}, ${accountId}, 'publishing', 'v', 'en', 'w', now())`.execute(database.db);
  await agree();
  expect(await isShown()).toBe(true);
  await sql`update consents set withdrawn_at = now() where account_id = ${accountId}`.execute(database.db);
  expect(await isShown()).toBe(false);
  expect(await experiences.listConditionsOf(authorId)).toEqual([conditionId]);
  await agree();
  expect(await isShown()).toBe(true);
});
