import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { addAccount } from '#support/account.ts';
import { testDatabase } from '#support/database.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge } from '#support/knowledge.ts';
import { consentKinds, inForce, type ConsentKind } from './consent.ts';
import { wordingOf } from './consent.wording.ts';
import { createConsentRepository } from './consent.repository.ts';
import { createJoiningRepository } from './joining.repository.ts';
import { emptyDraft, joinSteps, type JoinStep } from './joining.ts';
import { agreeWhileJoining, answerStep, findJoining, finishJoining, forgetUnfinished } from './joining.usecases.ts';
import { consentsChanged, membershipsChanged } from './member.events.ts';
import type { ConditionDetails } from './member.ts';
import { chooseListed, giveConsent, leaveCondition, saveCondition, withdrawConsent } from './member.usecases.ts';
import { createProfileRepository } from './profile.repository.ts';

let database: DatabaseHandle;
let idOf: (slug: string) => string;
let accountId: string;
const clock = fixedClock('2026-11-22T09:00:00Z');
const told: { name: string; payload: unknown }[] = [];
const events = {
  subscribe: () => {},
  publish: async (_transaction: unknown, event: { name: string }, payload: unknown) => {
    told.push({ name: event.name, payload });
  },
};
const means = () => ({ database: database.db, events, clock });
const { i18n } = testFrame();
const wording = (kind: ConsentKind) => wordingOf(kind, i18n);
const details: ConditionDetails = {
  role: 'living-with-it',
  state: 'diagnosed',
  firstSymptomsYear: 2001,
  diagnosisYear: 2009,
};

beforeAll(async () => {
  database = await testDatabase();
  idOf = await database.db
    .transaction()
    .execute(async (transaction) => (await importKnowledge({ transaction, knowledge, events, clock })).idOf);
});
beforeEach(async () => {
  clock.set('2026-11-22T09:00:00Z');
  accountId = await addAccount(database.db);
  told.length = 0;
});
afterAll(() => database.close());

const pass = async (...steps: JoinStep[]) => {
  for (const step of steps) await answerStep({ ...means(), accountId, step, answer: 'skip' });
};
const agree = (...kinds: ConsentKind[]) =>
  agreeWhileJoining({
    ...means(),
    accountId,
    agreed: kinds.map(wording),
    refused: consentKinds.filter((kind) => !kinds.includes(kind)).map(wording),
  });
const finish = () => finishJoining({ ...means(), accountId, demo: false });
const findMember = () => createProfileRepository(database.db).findByAccount(accountId);

async function join(...kinds: ConsentKind[]) {
  await agree('account', 'health', ...kinds);
  await pass(...joinSteps.filter((step) => step !== 'consents' && step !== 'conditions'));
  await answerStep({
    ...means(),
    accountId,
    step: 'conditions',
    answer: {
      role: 'living-with-it',
      conditions: ['stillness', 'restlessness'].map((slug) => ({
        conditionId: idOf(slug),
        state: 'diagnosed',
        firstSymptomsYear: 2001,
        diagnosisYear: null,
      })),
    },
  });
  expect(await finish()).toBeUndefined();
  return (await findMember())!;
}
const counted = async () =>
  (
    await sql<{ people: number }>`
      select count(*)::int as people from memberships where condition_id = ${idOf('stillness')}`.execute(database.db)
  ).rows[0]!.people;

describe('Joining', () => {
  test('is not finished while a question is open, and nobody is counted before it is', async () => {
    const before = await counted();
    expect(await finish()).toBe('age');
    await agree('account', 'health');
    await pass('age', 'role', 'conditions');
    expect(await finish()).toBe('place');
    expect(await findMember()).toBeUndefined();
    expect(await counted()).toBe(before);
  });

  test('makes a member of what was said, tells which conditions changed and not who, and keeps no draft', async () => {
    const before = await counted();
    const member = await join();
    expect(
      member.memberships.map(({ conditionId, role, state, listed }) => [conditionId, role, state, listed]),
    ).toEqual(
      expect.arrayContaining(
        ['stillness', 'restlessness'].map((slug) => [idOf(slug), 'living-with-it', 'diagnosed', false]),
      ),
    );
    expect(await counted()).toBe(before + 1);
    expect(told).toEqual([
      { name: membershipsChanged.name, payload: { conditionIds: [idOf('stillness'), idOf('restlessness')] } },
    ]);
    expect(await findJoining(accountId, database.db)).toEqual({ member });
    expect(await createJoiningRepository(database.db).find(accountId)).toBeUndefined();
  });

  test('sent twice makes one member, also at the same time', async () => {
    await agree('account', 'health');
    await pass(...joinSteps);
    await Promise.all([finish(), finish(), finish()]);
    expect(await findMember()).toMatchObject({ memberships: [] });
  });

  test('without one of the two consents leads back to them', async () => {
    await agree('account', 'health');
    await pass(...joinSteps);
    await withdrawConsent({ ...means(), accountId, kind: 'health' });
    expect(await finish()).toBe('consents');
    expect(await findMember()).toBeUndefined();
  });

  test('notes the exact words that were agreed to; a tick taken away before the end takes back', async () => {
    await agree('account', 'health', 'contact');
    clock.set('2026-11-22T09:05:00Z');
    await agree('account', 'health');
    const consents = await createConsentRepository(database.db).list(accountId);
    expect(inForce(consents, 'account')).toMatchObject({
      text: wording('account').text,
      version: wording('account').version,
      language: 'en',
      agreedAt: new Date('2026-11-22T09:00:00Z'),
    });
    expect(inForce(consents, 'contact')).toBeUndefined();
    expect(consents.find(({ kind }) => kind === 'contact')?.withdrawnAt).toEqual(new Date('2026-11-22T09:05:00Z'));
  });

  test('that nobody goes on with is thrown away after 30 days, with what was agreed to', async () => {
    await agree('account', 'health');
    clock.set('2026-12-21T09:00:00Z');
    await forgetUnfinished(means());
    expect(await createJoiningRepository(database.db).find(accountId)).toBeDefined();
    clock.set('2026-12-23T09:00:00Z');
    expect(await forgetUnfinished(means())).toBeGreaterThan(0);
    expect(await findJoining(accountId, database.db)).toEqual({ draft: emptyDraft });
    expect(await createConsentRepository(database.db).list(accountId)).toEqual([]);
  });
});

describe('A condition', () => {
  test('is added, changed and left; leaving gives back what was said, since when too', async () => {
    await agree('account', 'health');
    await pass(...joinSteps);
    await finish();
    const member = (await findMember())!;
    told.length = 0;
    await saveCondition({ ...means(), member, conditionId: idOf('stillness'), details });
    clock.set('2026-12-01T09:00:00Z');
    await saveCondition({
      ...means(),
      member,
      conditionId: idOf('stillness'),
      details: { ...details, state: 'suspected', diagnosisYear: null },
    });
    const left = await leaveCondition({ ...means(), memberId: member.id, conditionId: idOf('stillness') });
    expect(left).toEqual({
      ...details,
      state: 'suspected',
      diagnosisYear: null,
      conditionId: idOf('stillness'),
      listed: false,
      since: new Date('2026-11-22T09:00:00Z'),
    });
    expect((await findMember())?.memberships).toEqual([]);
    expect(told.map(({ name }) => name)).toEqual(Array(3).fill(membershipsChanged.name));
    expect(await leaveCondition({ ...means(), memberId: member.id, conditionId: idOf('stillness') })).toBeUndefined();
    expect(told).toHaveLength(3);
  });

  test('is not added to somebody who has thirty', async () => {
    const member = await join();
    const many = { ...member, memberships: Array.from({ length: 30 }, () => member.memberships[0]!) };
    expect(await saveCondition({ ...means(), member: many, conditionId: crypto.randomUUID(), details })).toBe(
      'too-many',
    );
  });
});

describe('Taking a consent back', () => {
  test('of health removes every membership and what else was said of health, at once', async () => {
    const member = await join('contact');
    await createProfileRepository(database.db).saveProfile(member.id, { role: 'living-with-it' });
    told.length = 0;
    await withdrawConsent({ ...means(), accountId, kind: 'health' });
    expect(await findMember()).toMatchObject({ id: member.id, role: null, memberships: [] });
    expect(told.map(({ name }) => name)).toEqual([membershipsChanged.name, consentsChanged.name]);
  });

  test('of contact lists them nowhere any more, and without it nobody can be listed', async () => {
    const member = await join('contact');
    const conditionIds = member.memberships.map(({ conditionId }) => conditionId);
    await chooseListed({ ...means(), member, conditionIds, showsCountry: true });
    expect((await findMember())?.memberships.map(({ listed }) => listed)).toEqual([true, true]);
    const listed = () => createProfileRepository(database.db).listListed(idOf('stillness'), { limit: 100 });
    expect((await listed()).map(({ id }) => id)).toContain(member.id);
    await withdrawConsent({ ...means(), accountId, kind: 'contact' });
    expect((await listed()).map(({ id }) => id)).not.toContain(member.id);
    await chooseListed({ ...means(), member, conditionIds, showsCountry: true });
    expect((await findMember())?.memberships.map(({ listed }) => listed)).toEqual([false, false]);
  });

  test('that was not given changes nothing and tells nobody', async () => {
    await join();
    told.length = 0;
    await withdrawConsent({ ...means(), accountId, kind: 'research' });
    expect(told).toEqual([]);
  });

  test('can be undone by agreeing to the words of today; the history keeps both', async () => {
    await join('research');
    clock.set('2026-11-23T09:00:00Z');
    await withdrawConsent({ ...means(), accountId, kind: 'research' });
    clock.set('2026-11-24T09:00:00Z');
    await giveConsent({ ...means(), accountId, wording: wording('research') });
    await giveConsent({ ...means(), accountId, wording: wording('research') });
    const history = (await createConsentRepository(database.db).list(accountId)).filter(
      ({ kind }) => kind === 'research',
    );
    expect(history.map(({ agreedAt, withdrawnAt }) => [agreedAt.getUTCDate(), withdrawnAt?.getUTCDate()])).toEqual([
      [24, undefined],
      [22, 23],
    ]);
  });
});

test('who is leaving is listed to nobody', async () => {
  const member = await join('contact');
  await chooseListed({ ...means(), member, conditionIds: [idOf('stillness')], showsCountry: false });
  const { db } = database;
  await db.withTables<{ members: { id: string; leaving_on: Date } }>()
    .updateTable('members').set({ leaving_on: clock.now() }).where('id', '=', member.id).execute(); // prettier-ignore
  const listed = await createProfileRepository(db).listListed(idOf('stillness'), { limit: 100 });
  expect(listed.map(({ id }) => id)).not.toContain(member.id);
});
