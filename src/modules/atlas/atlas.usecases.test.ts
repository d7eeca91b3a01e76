import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importKnowledge } from '#modules/conditions/index.ts';
import { createMemberRepository, type MemberRole } from '#modules/members/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { knowledge } from '#support/knowledge.ts';
import { createAtlasRepository, type ReleaseScope } from './atlas.repository.ts';
import { makeRelease, makeReleaseWhenDue, recountPeople } from './atlas.usecases.ts';

let database: DatabaseHandle;
let idOf: (slug: string) => string;
const clock = fixedClock('2026-11-01T03:00:00Z');

interface Joining {
  region?: string | null;
  role?: MemberRole;
  also?: string[];
}

/** So many people join, and are returned. */
async function join(slug: string, count: number, { region = null, role = 'living-with-it', also = [] }: Joining = {}) {
  const ids = Array.from({ length: count }, () => newId());
  await createMemberRepository(database.db).addMembers(
    ids.map((id) => ({ id, demo: true, joinedAt: clock.now(), conditionId: idOf(slug), role })),
  );
  await sql`update members set region = ${region} where id = any (${ids}::uuid[])`.execute(database.db);
  for (const other of also)
    await sql`insert into memberships (condition_id, member_id, role)
      select ${idOf(other)}, id, ${role} from members where id = any (${ids}::uuid[])`.execute(database.db);
  return ids;
}

const leave = (ids: readonly string[]) => sql`delete from members where id = any (${ids}::uuid[])`.execute(database.db);
const services = () => ({ database: database.db, clock, afterwards: async () => {} });
const release = () => makeRelease(services());
const find = (scope: ReleaseScope) => createAtlasRepository(database.db).findRelease(scope);
const told = async (slug: string) => Object.fromEntries((await find({ conditionId: idOf(slug) }))?.counts ?? []);
const cells = async () =>
  (
    await sql<{ cell: string }>`
    select scope || ' ' || region || ' ' || people as cell from people_cells where people <> 0 order by 1`.execute(
      database.db,
    )
  ).rows.map(({ cell }) => cell);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set('2026-11-01T03:00:00Z');
  await emptyTables(database.db);
  const events = { subscribe: () => {}, publish: async () => {} };
  idOf = await database.db
    .transaction()
    .execute(async (transaction) => (await importKnowledge({ transaction, knowledge, events, clock })).idOf);
});

describe('A release', () => {
  test('before the first nothing is told, and not even when', async () => {
    await join('stillness', 23);
    expect(await find({ conditionId: idOf('stillness') })).toBeUndefined();
    expect(await createAtlasRepository(database.db).findCount(idOf('stillness'))).toEqual({});
  });

  test('tells what may be told, and leaves no trace of a condition with fourteen people or of one with none', async () => {
    await join('stillness', 23);
    await join('restlessness', 14);
    expect(await release()).toBe(2);
    expect(await told('stillness')).toEqual({ '001': 20 });
    expect(await told('restlessness')).toEqual({});
    const { rows } = await sql<object>`select from told_counts where scope = ${idOf('restlessness')}`.execute(
      database.db,
    );
    expect(rows).toEqual([]);
  });

  test('tells regions, and all conditions together', async () => {
    await join('stillness', 40, { region: 'ES-MD' });
    await join('stillness', 20, { region: 'PT' });
    await join('stillness', 33, { region: null });
    await join('restlessness', 90, { region: 'ES-MD' });
    await join('restlessness', 90, { region: 'PT' });
    await join('restlessness', 40, { region: null });
    await release();
    expect(Object.fromEntries((await find('all'))!.counts)).toEqual({
      '001': 310,
      150: 240,
      PT: 95,
      ES: 130,
      'ES-MD': 115,
    });
    expect(await told('stillness')).toEqual({ '001': 90, 150: 60, ES: 40, 'ES-MD': 25 });
  });

  test('who joins after it is not seen before the next, and not then if they are few', async () => {
    await join('stillness', 60);
    await join('restlessness', 22);
    await release();
    await join('restlessness', 10);
    expect(await told('restlessness')).toEqual({ '001': 20 });
    await release();
    expect(await told('restlessness')).toEqual({ '001': 20 });
    await join('restlessness', 1);
    await release();
    expect(await told('restlessness')).toEqual({ '001': 30 });
  });

  test('counts neither clinicians nor researchers, and somebody with two forms once', async () => {
    await join('restlessness', 30);
    await join('stillness', 50, { role: 'clinician' });
    await join('stillness', 20, { role: 'caring-for-someone', also: ['restlessness'] });
    await release();
    expect((await find('all'))!.counts.get('001')).toBe(50);
    expect(await told('stillness')).toEqual({ '001': 20 });
  });

  test('of rare conditions tells continents and no countries', async () => {
    for (const slug of ['stillness', 'restlessness']) {
      await join(slug, 40, { region: 'ES' });
      await join(slug, 40, { region: 'BR' });
      for (const region of ['IT', 'AR', null]) await join(slug, 20, { region });
    }
    await makeRelease({ ...services(), listRareConditions: async () => [idOf('stillness')] });
    expect(await told('stillness')).toEqual({ '001': 140, 150: 60, '005': 60 });
    expect(Object.keys(await told('restlessness'))).toContain('ES');
  });

  describe('of groups of conditions', () => {
    const toldOfGroup = async (groupId: string) => Object.fromEntries((await find({ groupId }))?.counts ?? []);

    test('of a group that holds everything tells what it tells of all, once', async () => {
      await join('stillness', 40);
      await release();
      expect(await toldOfGroup('examples')).toEqual({ '001': 40 });
      expect(await createAtlasRepository(database.db).listTold()).toEqual(
        expect.not.arrayContaining([{ groupId: 'examples' }]),
      );
    });

    const addGroup = async () => {
      await sql`insert into condition_groups (id, pack_id, position, name)
        select 'others', pack_id, 2, '{"en":"Others"}' from condition_groups limit 1`.execute(database.db);
      await sql`update conditions set group_id = 'others' where slug = 'restlessness'`.execute(database.db);
      const id = newId();
      await sql`insert into conditions (id, slug, pack_id, kind, group_id, summary, question_titles, axis_places, content_hash,
          updated_at)
        select ${id}, 'quiet-hand', pack_id, kind, 'others', summary, question_titles, axis_places, content_hash, updated_at
        from conditions where slug = 'restlessness'`.execute(database.db);
      const known = idOf;
      idOf = (slug) => (slug === 'quiet-hand' ? id : known(slug));
    };

    test('counts somebody with two conditions of a group once, and goes on doing so change by change', async () => {
      await addGroup();
      await join('stillness', 50);
      await join('restlessness', 40, { also: ['quiet-hand'] });
      await join('quiet-hand', 20);
      await release();
      expect(await toldOfGroup('examples')).toEqual({ '001': 50 });
      expect(await toldOfGroup('others')).toEqual({ '001': 60 });
      expect(await createAtlasRepository(database.db).listTold()).toEqual(
        expect.arrayContaining(['all', { groupId: 'others' }, { groupId: 'examples' }]),
      );
      await leave(await join('quiet-hand', 1));
      await join('quiet-hand', 20);
      await release();
      expect(await toldOfGroup('others')).toEqual({ '001': 80 });
      const before = await cells();
      await recountPeople(services());
      expect(await cells()).toEqual(before);
    });

    test.each([
      ['alone shows no country either', ['restlessness', 'quiet-hand'], ['001', '005', '150']],
      ['and one that is not shows them', ['restlessness'], ['001', '005', '150', 'AR', 'BR', 'ES', 'IT']],
    ])('of rare conditions %s', async (_, rare, regions) => {
      await addGroup();
      for (const region of ['ES', 'BR', 'IT', 'AR', null])
        for (const slug of ['restlessness', 'quiet-hand', 'stillness']) await join(slug, 40, { region });
      await makeRelease({ ...services(), listRareConditions: async () => rare.map((slug) => idOf(slug)) });
      expect(Object.keys(await toldOfGroup('others')).sort()).toEqual(regions);
    });
  });

  test('reads a withdrawn region as what came after it', async () => {
    await join('stillness', 20, { region: 'ES-M' });
    await join('stillness', 20, { region: 'ES-MD' });
    await join('stillness', 40, { region: 'AN' });
    for (const region of ['ES', 'FR', null]) await join('stillness', 20, { region });
    await join('restlessness', 300);
    await release();
    expect(await told('stillness')).toEqual({ '001': 140, 150: 80, ES: 60, 'ES-MD': 40, '003': 40 });
  });
});

describe('When something goes wrong', () => {
  test('a release that fails half-way leaves the one before it whole', async () => {
    await join('stillness', 40);
    await join('restlessness', 30);
    await release();
    await join('stillness', 40);
    const broken = makeRelease({ ...services(), afterwards: () => Promise.reject(new Error('no')) });
    await expect(broken).rejects.toThrow('no');
    expect(await told('stillness')).toEqual({ '001': 40 });
    await release();
    expect(await told('stillness')).toEqual({ '001': 80 });
  });

  test('two at once: one of them may refuse, and people are counted once', async () => {
    await join('stillness', 40);
    await join('restlessness', 30);
    const results = await Promise.allSettled([release(), release()]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    for (const each of results)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'atlas.release_under_way' });
    expect(await told('stillness')).toEqual({ '001': 40 });
    expect(await recountPeople(services())).toBe(0);
  });

  test('a clock that is set back makes no second release, and the newest is still the newest', async () => {
    await join('stillness', 40);
    await join('restlessness', 30);
    const due = () => makeReleaseWhenDue({ ...services(), schedule: 'monthly' });
    expect(await due()).toBe(3);
    clock.set('2026-10-20T03:00:00Z');
    await join('stillness', 40);
    expect(await due()).toBeUndefined();
    await release();
    expect(await told('stillness')).toEqual({ '001': 80 });
    expect((await find('all'))!.madeAt).toEqual(new Date('2026-10-20T03:00:00Z'));
  });

  test('a clock that ran ten years ahead once does not stop releases for ten years', async () => {
    clock.set('2036-11-01T03:00:00Z');
    await join('stillness', 40);
    await release();
    clock.set('2026-12-01T03:00:00Z');
    expect(await makeReleaseWhenDue({ ...services(), schedule: 'monthly' })).toBe(2);
  });

  test('by the clock there is one release a month, or a quarter', async () => {
    await release();
    clock.set('2026-12-01T03:00:00Z');
    expect(await makeReleaseWhenDue({ ...services(), schedule: 'quarterly' })).toBeUndefined();
    expect(await makeReleaseWhenDue({ ...services(), schedule: 'monthly' })).toBe(0);
    clock.set('2026-12-20T03:00:00Z');
    expect(await makeReleaseWhenDue({ ...services(), schedule: 'monthly' })).toBeUndefined();
  });
});

describe('Counting change by change', () => {
  test('comes to the same as counting anew, whatever people do', async () => {
    const first = await join('stillness', 30, { region: 'ES-MD', also: ['restlessness'] });
    await join('restlessness', 12, { region: 'FR' });
    await release();
    await leave(first.slice(0, 7));
    await sql`update members set region = 'PT' where id = any (${first.slice(7, 15)}::uuid[])`.execute(database.db);
    await sql`delete from memberships where member_id = any (${first.slice(10, 20)}::uuid[])
      and condition_id = ${idOf('stillness')}`.execute(database.db);
    await sql`update memberships set role = 'researcher' where member_id = ${first[25]!}`.execute(database.db);
    await sql`update members set joined = false where id = ${first[26]!}`.execute(database.db);
    await join('stillness', 5);
    await release();
    const counted = await cells();
    expect(counted.length).toBeGreaterThan(4);
    expect(await recountPeople(services())).toBe(0);
    expect(await cells()).toEqual(counted);
  });

  test('somebody who comes and goes between two releases leaves no trace', async () => {
    await join('stillness', 30);
    await release();
    const before = await sql<object>`select * from people_cells order by scope, region`.execute(database.db);
    await leave(await join('stillness', 20, { region: 'ES' }));
    await release();
    expect((await sql<object>`select * from people_cells order by scope, region`.execute(database.db)).rows).toEqual(
      before.rows,
    );
    expect((await sql`select from people_gone`.execute(database.db)).rows).toEqual([]);
  });

  test('a cell that was damaged is put right by counting anew', async () => {
    await join('stillness', 30);
    await release();
    const right = await cells();
    await sql`update people_cells set people = people + 5`.execute(database.db);
    expect(await recountPeople(services())).toBe(2);
    expect(await cells()).toEqual(right);
  });

  test('when a condition becomes a form of another, the next release counts the people of both once', async () => {
    await join('stillness', 30, { also: ['restlessness'] });
    await join('restlessness', 30);
    await release();
    await sql`update conditions set parent_id = ${idOf('restlessness')} where id = ${idOf('stillness')}`.execute(
      database.db,
    );
    await join('stillness', 20);
    await release();
    expect(await told('restlessness')).toEqual({ '001': 65 });
    expect(await told('stillness')).toEqual({ '001': 50 });
  });
});

test('what a release changed can be listed, and what it left alone cannot', async () => {
  const repository = createAtlasRepository(database.db);
  await join('stillness', 40);
  await join('restlessness', 30);
  await release();
  await join('stillness', 20);
  await release();
  const [newest, first] = await repository.listReleases(2);
  expect(await repository.listChanges(newest!.id)).toEqual([
    { scope: 'all', region: '001', before: 70, now: 90 },
    { scope: { conditionId: idOf('stillness') }, region: '001', before: 40, now: 60 },
  ]);
  expect(await repository.listChanges(first!.id)).toHaveLength(3);
});
