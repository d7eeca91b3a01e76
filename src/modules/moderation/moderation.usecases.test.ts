import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { fakeItems } from './fake-items.fixtures.ts';
import type { ItemRef } from './items.ts';
import type { DecisionNews } from './moderation.mails.ts';
import { createModerationRepository, type ModerationRepository } from './moderation.repository.ts';
import { caseOf, versionOf } from './moderation.ts';
import {
  appeal,
  decide,
  decideAppeal,
  decideMany,
  noteWritten,
  rebuildCases,
  release,
  report,
  standingOfAuthor,
  take,
  takeNext,
  undo,
  type Deciding,
  type ModerationHands,
} from './moderation.usecases.ts';
import type { ReportReason } from './rules.ts';

const clock = fixedClock('2026-11-30T09:00:00Z');
const fakes = fakeItems();
let database: DatabaseHandle;
let repository: ModerationRepository;
let hands: ModerationHands;
let told: (DecisionNews & { accountId: string })[];
let audited: string[];
let calls: number;

const moderator = (): { accountId: string; staff: StaffRole[] } => ({ accountId: newId(), staff: ['moderator'] });
const [ada, ben] = [moderator(), moderator()];
const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));

beforeAll(async () => {
  database = await testDatabase();
  repository = createModerationRepository(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyTables(database.db);
  fakes.clear();
  clock.set('2026-11-30T09:00:00Z');
  told = [];
  audited = [];
  calls = 0;
  hands = {
    database: database.db,
    clock,
    items: fakes.items,
    tellAuthor: async (_, accountId, news) => void told.push({ accountId, ...news }),
    callModerators: async () => void calls++,
    audit: async (_, { act }) => void audited.push(act),
  };
});

const say = (item: ItemRef, reason: ReportReason = 'spam', reporterId: string | null = newId(), words = '') =>
  report({ item, authorId: fakes.texts.get(item.id)?.authorId ?? null, reporterId, reason, words }, hands);
const versionNow = async ({ id }: ItemRef) => versionOf(await repository.listActs(id));
const stateOf = async ({ id }: ItemRef) => caseOf(await repository.listActs(id));
const deciding = (kind: Deciding['kind'], more: Partial<Deciding> = {}): Deciding => ({
  kind,
  said: '',
  language: 'en',
  ...(kind !== 'keep' && kind !== 'approve' && { rule: 'unkind' }),
  ...more,
});
async function takeAndDecide(who: typeof ada, item: ItemRef, what: Deciding): Promise<string> {
  await take(who, item, hands);
  return decide(who, item, what, await versionNow(item), hands);
}
const flag = (item: ItemRef, ...flags: ('crisis' | 'held' | 'of-age')[]) =>
  database.db.transaction().execute((trx) => noteWritten(trx, { item, change: 'written', flags }, hands));
const refused = (refusal: string) => expect.objectContaining({ code: 'moderation.not_now', details: { refusal } });
const queue = async () => (await repository.listQueue({ limit: 100 })).map(({ item }) => item.id);

describe('Reports', () => {
  test('one of each person counts once, however often and however fast it is sent', async () => {
    const item = fakes.add();
    const ana = newId();
    await Promise.all([say(item, 'spam', ana), say(item, 'unkind', ana), say(item, 'spam', ana)]);
    await say(item, 'spam', newId());
    await Promise.all([say(item, 'spam', null), say(item, 'spam', null)]);
    const [queued] = await repository.listQueue({ limit: 10 });
    expect(queued).toMatchObject({ reporters: 3, lightness: -300, tier: 'reported' });
  });

  test('hide nothing, whoever sends them and however many', async () => {
    const item = fakes.add();
    for (let count = 0; count < 30; count++) await say(item, 'danger');
    expect(fakes.standings.size).toBe(0);
    expect((await stateOf(item)).standing).toBe('shown');
  });

  test('whoever reports everything is soon read last', async () => {
    const wolf = newId();
    for (let count = 0; count < 8; count++) {
      const item = fakes.add();
      await say(item, 'danger', wolf);
      await takeAndDecide(ada, item, deciding('keep'));
    }
    const [byWolf, byNeighbour] = [fakes.add(), fakes.add()];
    await say(byWolf, 'danger', wolf);
    later(5);
    await say(byNeighbour, 'danger');
    expect(await queue()).toEqual([byNeighbour.id, byWolf.id]);
    const cases = await repository.listQueue({ limit: 10 });
    expect(cases.map(({ tier, lightness }) => [tier, lightness])).toEqual([
      ['pressing', -100],
      ['reported', -20],
    ]);
  });

  test('tell whoever sent them what became of them', async () => {
    const ana = newId();
    const [one, two, three] = [fakes.add(), fakes.add(), fakes.add()];
    for (const item of [one, two, three]) await say(item, 'spam', ana);
    await takeAndDecide(ada, one, deciding('remove'));
    const batch = await takeAndDecide(ada, two, deciding('keep'));
    await undo(ada, batch, hands);
    const outcomes = (await repository.listReportsOf(ana, 10)).map(({ itemId, outcome }) => [itemId, outcome]);
    expect(outcomes).toEqual([
      [three.id, null],
      [two.id, null],
      [one.id, 'remove'],
    ]);
  });
});

describe('The queue', () => {
  test('has a crisis first, then what is pressing, what many reported, what is held, and appeals; then the oldest', async () => {
    const names = ['appeal', 'held', 'one', 'older', 'many', 'pressing', 'crisis'] as const;
    const items = Object.fromEntries(names.map((name) => [name, fakes.add()])) as Record<
      (typeof names)[number],
      ItemRef
    >;
    await say(items.appeal);
    await takeAndDecide(ada, items.appeal, deciding('hide'));
    const decision = (await repository.listActs(items.appeal.id)).find(({ kind }) => kind === 'hide')!;
    await appeal({ accountId: decision.authorId!, decisionId: decision.id, words: 'Why?' }, hands);
    await flag(items.held, 'held');
    await say(items.older);
    later(1);
    await say(items.one);
    for (let count = 0; count < 3; count++) await say(items.many);
    await say(items.pressing, 'about-me');
    later(60);
    await flag(items.crisis, 'crisis');
    const expected = ['crisis', 'pressing', 'many', 'older', 'one', 'held', 'appeal'] as const;
    expect(await queue()).toEqual(expected.map((name) => items[name].id));
    expect((await repository.countWaiting()).map(({ tier, count }) => [tier, count])).toEqual([
      ['crisis', 1],
      ['pressing', 1],
      ['reported', 3],
      ['held', 1],
      ['appeal', 1],
    ]);
  });

  test('page after page gives every case once', async () => {
    const all: string[] = [];
    for (let count = 0; count < 23; count++) {
      const item = fakes.add();
      all.push(item.id);
      await say(item, count % 3 === 0 ? 'danger' : 'spam');
      if (count % 5 === 0) later(1);
    }
    const read: string[] = [];
    for (let page = await repository.listQueue({ limit: 5 }); page.length > 0;) {
      read.push(...page.map(({ item }) => item.id));
      const last = page.at(-1)!;
      page = await repository.listQueue({ limit: 5, after: { ...last, itemId: last.item.id } });
    }
    expect(read).toEqual(await queue());
    expect(read.toSorted()).toEqual(all.toSorted());
  });

  test('is made again from the log, the same', async () => {
    const items = Array.from({ length: 6 }, () => fakes.add());
    for (const item of items) await say(item);
    await flag(items[0]!, 'crisis', 'held');
    await takeAndDecide(ada, items[1]!, deciding('remove'));
    await undo(ada, await takeAndDecide(ben, items[2]!, deciding('hide')), hands).catch(() => {});
    await take(ben, items[3]!, hands);
    const rows = async () =>
      (await sql<object>`select * from moderation_cases order by item_id`.execute(database.db)).rows;
    const before = await rows();
    await sql`truncate moderation_cases`.execute(database.db);
    expect(await rebuildCases(database.db)).toBe(6);
    expect(await rows()).toEqual(before);
  });

  test('a text that is gone with its author leaves it', async () => {
    const [gone, there] = [fakes.add(), fakes.add()];
    await say(gone, 'danger');
    await say(there);
    fakes.texts.delete(gone.id);
    expect(await takeNext(ada, hands)).toEqual(there);
    expect(await queue()).toEqual([there.id]);
  });
});

describe('Moderators are called', () => {
  test('when somebody may be in danger, once in an hour, and for nothing else', async () => {
    await say(fakes.add(), 'spam');
    await flag(fakes.add(), 'held');
    expect(calls).toBe(0);
    const crisis = fakes.add();
    await flag(crisis, 'crisis');
    await say(fakes.add(), 'danger');
    expect(calls).toBe(1);
    later(61);
    const danger = fakes.add();
    await say(danger, 'danger');
    await say(danger, 'danger');
    expect(calls).toBe(2);
  });

  test('but not by whoever cries wolf', async () => {
    const wolf = newId();
    for (let count = 0; count < 5; count++) {
      const item = fakes.add();
      await say(item, 'spam', wolf);
      await takeAndDecide(ada, item, deciding('keep'));
    }
    await say(fakes.add(), 'danger', wolf);
    expect(calls).toBe(0);
  });
});

describe('Two moderators at once', () => {
  test('one gets the case, the other learns that somebody has it', async () => {
    const item = fakes.add();
    await say(item);
    const outcomes = await Promise.allSettled([take(ada, item, hands), take(ben, item, hands)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { reason } = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(reason).toMatchObject({ code: 'moderation.not_now', details: { refusal: 'held-by-other' } });
  });

  test('who both press “the most urgent” get different cases', async () => {
    const items = [fakes.add(), fakes.add(), fakes.add()];
    for (const item of items) await say(item);
    const taken = await Promise.all([takeNext(ada, hands), takeNext(ben, hands)]);
    expect(new Set(taken.map((each) => each?.id)).size).toBe(2);
  });

  test('after half an hour another may take it; then the first can decide nothing', async () => {
    const item = fakes.add();
    await say(item);
    await take(ada, item, hands);
    const shown = await versionNow(item);
    later(29);
    await expect(take(ben, item, hands)).rejects.toEqual(refused('held-by-other'));
    later(2);
    await take(ben, item, hands);
    await expect(decide(ada, item, deciding('remove'), shown, hands)).rejects.toEqual(refused('changed-since'));
    await expect(decide(ada, item, deciding('remove'), await versionNow(item), hands)).rejects.toEqual(
      refused('not-held'),
    );
    await decide(ben, item, deciding('keep'), await versionNow(item), hands);
  });

  test('time does not run out for whoever nobody waits behind', async () => {
    const item = fakes.add();
    await say(item);
    await take(ada, item, hands);
    later(300);
    await decide(ada, item, deciding('remove'), await versionNow(item), hands);
    expect(fakes.standings.get(item.id)).toBe('removed');
  });

  test('one press sent twice decides once', async () => {
    const item = fakes.add();
    await say(item);
    await take(ada, item, hands);
    const shown = await versionNow(item);
    const presses = await Promise.allSettled([
      decide(ada, item, deciding('remove'), shown, hands),
      decide(ada, item, deciding('remove'), shown, hands),
    ]);
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  test('a text that its author changes meanwhile is not decided about unread; one more report stops nobody', async () => {
    const item = fakes.add();
    await say(item);
    await take(ada, item, hands);
    const shown = await versionNow(item);
    await flag(item);
    await expect(decide(ada, item, deciding('keep'), shown, hands)).rejects.toEqual(refused('changed-since'));
    const again = await versionNow(item);
    await say(item);
    await decide(ada, item, deciding('keep'), again, hands);
  });

  test('whoever leaves a case to others gives it free at once', async () => {
    const item = fakes.add();
    await say(item);
    await take(ada, item, hands);
    await release(ada, item, hands);
    await take(ben, item, hands);
  });
});

describe('A decision', () => {
  test('takes effect, is told to the author with the text given back, and stands in the record', async () => {
    const item = fakes.add({ title: 'The bus', body: 'You are all fools.' });
    await say(item);
    later(90);
    await takeAndDecide(ada, item, deciding('remove', { said: 'Please do not.' }));
    expect(fakes.standings.get(item.id)).toBe('removed');
    expect(told).toMatchObject([{ news: 'decided', kind: 'remove', rule: 'unkind', said: 'Please do not.' }]);
    const act = (await repository.findAct(told[0]!.decisionId))!;
    expect(act).toMatchObject({ text: { title: 'The bus', body: 'You are all fools.' }, waited: { seconds: 5400 } });
    expect(audited).toEqual(['moderation.remove']);
    expect(await queue()).toEqual([]);
  });

  test('that keeps a text is told to nobody who wrote it: they need not know that somebody reported it', async () => {
    const item = fakes.add();
    await say(item);
    await takeAndDecide(ada, item, deciding('keep'));
    expect(told).toEqual([]);
  });

  test('is not taken about one’s own text', async () => {
    const item = fakes.add({ authorId: ada.accountId });
    await say(item);
    await expect(take(ada, item, hands)).rejects.toMatchObject({ code: 'moderation.not_found' });
    expect(await takeNext(ada, hands)).toBeUndefined();
    expect(await takeNext(ben, hands)).toEqual(item);
  });

  test('can be taken back for ten minutes, by whoever took it', async () => {
    const item = fakes.add();
    await say(item);
    const batch = await takeAndDecide(ada, item, deciding('remove', { author: { kind: 'ban' } }));
    const author = fakes.texts.get(item.id)!.authorId!;
    const since = async () => new Date('2020-01-01');
    const standing = () =>
      standingOfAuthor(author, { database: database.db, clock, hold: { firstItems: 0, firstDays: 0 }, since });
    expect(await standing()).toEqual({ standing: 'banned' });
    await expect(undo(ben, batch, hands)).rejects.toMatchObject({ code: 'moderation.not_found' });
    await say(item, 'danger');
    await undo(ada, batch, hands);
    expect(await standing()).toEqual({ standing: 'free' });
    expect(fakes.standings.get(item.id)).toBe('shown');
    expect((await stateOf(item)).reports).toHaveLength(2);
    expect(told.map(({ news }) => news)).toEqual(['decided', 'taken-back']);
    await decide(ada, item, deciding('hide'), await versionNow(item), hands);
    later(11);
    const last = (await repository.listActs(item.id)).at(-1)!;
    await expect(undo(ada, last.batch!, hands)).rejects.toEqual(refused('too-late'));
  });

  test('can put a note beside a text, which the next one takes away', async () => {
    const item = fakes.add();
    await say(item, 'dangerous-advice');
    const note = deciding('note', { rule: 'contradicts-review', questionId: 'treatment', said: 'See there.' });
    await takeAndDecide(ada, item, note);
    expect(fakes.notes.get(item.id)).toEqual({ questionId: 'treatment', words: 'See there.', language: 'en' });
    expect(fakes.standings.get(item.id)).toBe('shown');
    await takeAndDecide(ben, item, deciding('keep'));
    expect(fakes.notes.get(item.id)).toBeNull();
  });
});

describe('An appeal', () => {
  async function hidden(author: Deciding['author'] | undefined = undefined) {
    const item = fakes.add();
    await say(item);
    await takeAndDecide(ada, item, deciding('hide', author && { author }));
    const { decisionId, accountId } = told.at(-1)!;
    return { item, decisionId, accountId };
  }

  test('is decided by another moderator, who can reverse it: the text is shown, and its author writes again', async () => {
    const { item, decisionId, accountId } = await hidden({ kind: 'restrict', days: 7 });
    await appeal({ accountId, decisionId, words: 'It names nobody.' }, hands);
    expect(await takeNext(ada, hands)).toBeUndefined();
    await take(ada, item, hands);
    const asAda = decideAppeal(
      ada,
      item,
      { kind: 'uphold', said: 'No.', language: 'en' },
      await versionNow(item),
      hands,
    );
    await expect(asAda).rejects.toEqual(refused('same-moderator'));
    await release(ada, item, hands);
    expect(await takeNext(ben, hands)).toEqual(item);
    await decideAppeal(ben, item, { kind: 'reverse', said: '', language: 'en' }, await versionNow(item), hands);
    expect(fakes.standings.get(item.id)).toBe('shown');
    const since = async () => new Date('2020-01-01');
    const hold = { firstItems: 0, firstDays: 0 };
    expect(await standingOfAuthor(accountId, { database: database.db, clock, hold, since })).toEqual({
      standing: 'free',
    });
    expect(told.at(-1)).toMatchObject({ news: 'appeal-decided', kind: 'reverse' });
  });

  test('is made once, by the author alone, however often it is pressed', async () => {
    const { item, decisionId, accountId } = await hidden();
    await expect(appeal({ accountId: newId(), decisionId, words: '' }, hands)).rejects.toMatchObject({
      code: 'moderation.decision_not_found',
    });
    await Promise.all([
      appeal({ accountId, decisionId, words: 'Please.' }, hands),
      appeal({ accountId, decisionId, words: 'Please.' }, hands),
    ]);
    expect((await repository.listActs(item.id)).filter(({ kind }) => kind === 'appeal')).toHaveLength(1);
    await take(ben, item, hands);
    await decideAppeal(ben, item, { kind: 'uphold', said: 'It does.', language: 'en' }, await versionNow(item), hands);
    await expect(appeal({ accountId, decisionId, words: 'Again.' }, hands)).rejects.toEqual(
      refused('nothing-to-appeal'),
    );
    expect(fakes.standings.get(item.id)).toBe('hidden');
  });

  test('closes the way back: what somebody has appealed against is not quietly undone', async () => {
    const { item, decisionId, accountId } = await hidden();
    await appeal({ accountId, decisionId, words: '' }, hands);
    const { batch } = (await repository.findAct(decisionId))!;
    await expect(undo(ada, batch!, hands)).rejects.toEqual(refused('too-late'));
    expect((await stateOf(item)).standing).toBe('hidden');
  });
});

describe('One decision about many', () => {
  test('removes spam, leaves what somebody else has, and is taken back with one press', async () => {
    const items = Array.from({ length: 5 }, () => fakes.add());
    for (const item of items) await say(item);
    await take(ben, items[4]!, hands);
    const chosen = await Promise.all(items.map(async (item) => ({ item, shown: await versionNow(item) })));
    const spam = deciding('remove', { rule: 'spam', author: { kind: 'ban' } });
    const { batch, done, left } = await decideMany(ada, chosen, spam, hands);
    expect([done, left]).toEqual([4, 1]);
    expect(items.map(({ id }) => fakes.standings.get(id))).toEqual([...Array(4).fill('removed'), undefined]);
    expect(await repository.findLastBatch(ada.accountId, new Date(clock.now().getTime() - 600_000))).toEqual({
      batch,
      items: 4,
    });
    await undo(ada, batch, hands);
    expect(items.slice(0, 4).map(({ id }) => fakes.standings.get(id))).toEqual(Array(4).fill('shown'));
    expect((await queue()).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    expect((await stateOf(items[0]!)).holder).toBeUndefined();
  });
});

describe('The log', () => {
  test('is never changed or shortened; only people and their words can be forgotten', async () => {
    const item = fakes.add();
    await say(item, 'unkind', newId(), 'She lives next door.');
    const { db } = database;
    await expect(sql`update moderation_acts set kind = 'keep'`.execute(db)).rejects.toThrow(/never changed/u);
    await expect(sql`update moderation_acts set said = 'other'`.execute(db)).rejects.toThrow(/never changed/u);
    await expect(sql`update moderation_acts set reporter_id = gen_random_uuid()`.execute(db)).rejects.toThrow(
      /never changed/u,
    );
    await expect(sql`delete from moderation_acts`.execute(db)).rejects.toThrow(/never changed/u);
    await sql`update moderation_acts set reporter_id = null, said = null`.execute(db);
    await sql`delete from moderation_texts`.execute(db);
    expect((await repository.listActs(item.id))[0]).toMatchObject({ reporterId: null, kind: 'reported' });
  });

  test('of those who are forgotten still tells where a text stands', async () => {
    const item = fakes.add();
    await say(item);
    await takeAndDecide(ada, item, deciding('remove'));
    await sql`update moderation_acts set reporter_id = null, moderator_id = null, author_id = null`.execute(
      database.db,
    );
    await sql`delete from moderation_texts`.execute(database.db);
    expect(await rebuildCases(database.db)).toBe(1);
    expect(await stateOf(item)).toMatchObject({ standing: 'removed', decision: { kind: 'remove' } });
  });

  test('forgets copies of texts and the words of others a year after the last act, while nothing waits', async () => {
    const [closed, open] = [fakes.add(), fakes.add()];
    for (const item of [closed, open]) await say(item, 'spam', newId(), 'Look at this.');
    await takeAndDecide(ada, closed, deciding('remove'));
    later(60 * 24 * 400);
    expect(await repository.forgetTextsBefore(new Date(clock.now().getTime() - 365 * 24 * 60 * 60 * 1000))).toBe(2);
    expect((await repository.listActs(closed.id)).every(({ text }) => !text)).toBe(true);
    expect((await repository.listActs(open.id))[0]!.text?.body).toBe('Look at this.');
  });
});

test('how long people waited is told by the median and the slowest tenth, without what was taken back', async () => {
  for (const minutes of [10, 20, 600]) {
    const item = fakes.add();
    await say(item);
    later(minutes);
    await takeAndDecide(ada, item, deciding('keep'));
  }
  const back = fakes.add();
  await say(back);
  later(9000);
  await undo(ada, await takeAndDecide(ada, back, deciding('keep')), hands);
  const [times] = await repository.listResponseTimes(new Date('2026-11-01'));
  expect(times).toMatchObject({ tier: 'reported', median: 1200, longest: 36000 });
  expect(times!.ninetieth).toBeGreaterThan(1200);
});

test('what somebody new writes waits, and is shown once it was approved', async () => {
  const item = fakes.add();
  const { authorId } = fakes.texts.get(item.id)!;
  await flag(item, 'held');
  const means = { database: database.db, clock, hold: { firstItems: 1, firstDays: 0 }, since: async () => undefined };
  expect(await standingOfAuthor(authorId!, means)).toEqual({ standing: 'held-for-review' });
  await takeAndDecide(ada, item, deciding('approve'));
  expect(fakes.standings.get(item.id)).toBe('shown');
  expect(told).toMatchObject([{ news: 'approved' }]);
  expect(await standingOfAuthor(authorId!, means)).toEqual({ standing: 'free' });
});
