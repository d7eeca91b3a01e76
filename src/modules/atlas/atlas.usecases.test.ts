import { afterAll, beforeAll, expect, test } from 'vitest';
import { importKnowledge } from '#modules/conditions/index.ts';
import { createMemberRepository, type MemberRole } from '#modules/members/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge } from '#support/knowledge.ts';
import { createAtlasRepository } from './atlas.repository.ts';
import { makeRelease } from './atlas.usecases.ts';

let database: DatabaseHandle;
let idOf: (slug: string) => string;
const clock = fixedClock('2026-11-01T03:00:00Z');

const join = (slug: string, count: number, role: MemberRole = 'living-with-it') =>
  createMemberRepository(database.db).addMembers(
    Array.from({ length: count }, () => ({
      id: newId(),
      demo: true,
      joinedAt: clock.now(),
      conditionId: idOf(slug),
      role,
    })),
  );
const release = () => makeRelease({ database: database.db, clock, afterwards: async () => {} });
const shown = async (slug: string) => (await createAtlasRepository(database.db).findCount(idOf(slug))).count;

beforeAll(async () => {
  database = await testDatabase();
  const events = { subscribe: () => {}, publish: async () => {} };
  idOf = await database.db
    .transaction()
    .execute(async (transaction) => (await importKnowledge({ transaction, knowledge, events, clock })).idOf);
});
afterAll(() => database.close());

test('before the first release nothing is told', async () => {
  await join('stillness', 23);
  expect(await shown('stillness')).toEqual({ kind: 'hidden' });
});

test('a release shows what may be shown, and leaves no trace of a condition with ten people or of one with none', async () => {
  await join('restlessness', 10);
  expect(await release()).toBe(1);
  expect(await shown('stillness')).toEqual({ kind: 'at-least', people: 20 });
  expect(await shown('restlessness')).toEqual({ kind: 'hidden' });
});

test('who joins after a release is not seen before the next', async () => {
  await join('restlessness', 1);
  expect(await shown('restlessness')).toEqual({ kind: 'hidden' });
  await release();
  expect(await shown('restlessness')).toEqual({ kind: 'at-least', people: 10 });
});

test('clinicians and researchers are not counted among those who live with it', async () => {
  await join('stillness', 50, 'clinician');
  await join('stillness', 2, 'caring-for-someone');
  await release();
  expect(await shown('stillness')).toEqual({ kind: 'at-least', people: 25 });
});

test('a release that fails halfway leaves the one before it', async () => {
  await join('stillness', 40);
  const broken = makeRelease({ database: database.db, clock, afterwards: () => Promise.reject(new Error('no')) });
  await expect(broken).rejects.toThrow('no');
  expect(await shown('stillness')).toEqual({ kind: 'at-least', people: 25 });
});
