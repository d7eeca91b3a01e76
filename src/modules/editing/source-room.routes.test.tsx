import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createAnswerRepository,
  createAnswerRoutes,
  hashOfText,
  importAnswers,
  importQuestions,
} from '#modules/answers/index.ts';
import {
  createConditionRepository,
  createImportedRepository,
  importKnowledge,
  type Takes,
} from '#modules/conditions/index.ts';
import {
  createReviewRepository,
  createReviewRoutes,
  getReview,
  shownReview,
  verifyRecord,
} from '#modules/review/index.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge, question, stillness, text } from '#support/knowledge.ts';
import { createRoom } from '#support/room.ts';
import { createSourceRoomRoutes } from './index.ts';

let database: DatabaseHandle;
let app: Hono;
let who: { accountId: string; staff: StaffRole[] } | undefined;
const clock = fixedClock('2026-11-30T09:00:00Z');
const [eva, ada] = [newId(), newId()];
const audited: { act: string; object: string; note: string | undefined }[] = [];
const told: { event: string; of: string[] }[] = [];
const events: Events = {
  subscribe: () => {},
  publish: async (_, event, payload) => {
    const { keys, conditionIds } = payload as { keys?: string[]; conditionIds?: string[] };
    told.push({ event: event.name, of: keys ?? conditionIds ?? [] });
  },
};
const room = '/review/sources/example2012';
const desk = '/review/stillness/what-is-it/en';
const page = '/conditions/stillness/questions/what-is-it';
const checks = ['accurate', 'complete', 'balanced', 'current', 'plain'];

beforeAll(async () => {
  database = await testDatabase();
  const conditions = createConditionRepository(database.db);
  const answers = createAnswerRepository(database.db);
  const reviews = createReviewRepository(database.db);
  const frame = testFrame();
  const common = { frame, database: database.db, events, clock, conditions, answers, reviews };
  app = createRoom(() => who);
  app.route(
    '/',
    createSourceRoomRoutes({
      ...common,
      audit: async ({ act, object, details }) => void audited.push({ act, object, note: details.note }),
    }),
  );
  app.route(
    '/',
    createReviewRoutes({
      ...common,
      drawMechanism: () => null,
      proposed: {
        find: async () => undefined,
        list: async () => [],
        publish: async () => {},
        takeBack: async () => {},
      },
      countSuggestions: async () => 0,
      nameOfWriter: async () => undefined,
      findReviewerAccount: async () => undefined,
      audit: async () => {},
    }),
  );
  app.route(
    '/',
    createAnswerRoutes({
      frame,
      conditions,
      answers,
      beside: async () => ({ line: null, panels: [] }),
      reviewOf: async (shown) =>
        shownReview(await getReview(shown, { reviews, answers, clock }), {
          updated: shown.answer.revision.textDate,
          historyPath: '/history',
          i18n: frame.i18n,
          origin: frame.origin,
        }),
      reviewsOf: async () => new Map(),
      drawMechanism: () => null,
    }),
  );
});
beforeEach(async () => {
  await emptyTables(database.db);
  await importPack();
  audited.length = 0;
  told.length = 0;
  for (const [id, name] of [
    [eva, 'eva'],
    [ada, 'ada'],
  ] as const)
    await database.db
      .withTables<{ accounts: { id: string; email: string } }>()
      .insertInto('accounts')
      .values({ id, email: `${name}@example.org` })
      .execute();
  await createReviewRepository(database.db).saveReviewer(
    {
      id: newId(),
      slug: 'ada',
      accountId: ada,
      name: 'Dr Ada Example',
      credential: { en: 'neurologist' },
      interests: [],
      verifiedOn: '2026-01-10',
      verifiedHow: 'By telephone',
      interestsConfirmedOn: '2026-11-01',
      languages: ['en'],
      active: true,
      fictional: true,
    },
    clock.now(),
  );
});
afterAll(() => database.close());

const [source] = knowledge.sources;
const [claim] = stillness.claims as [(typeof stillness.claims)[number]];
const asPack = (fields: Record<string, unknown>) => ({
  sources: [{ ...source!, csl: { ...(source!.csl as object), ...fields } }],
});

async function importPack(over: Partial<typeof knowledge> = {}, takes: Takes = () => false) {
  return database.db.transaction().execute(async (transaction) => {
    const found = await importKnowledge({ transaction, knowledge: { ...knowledge, ...over }, events, clock, takes });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    const conditions = [{ id: found.idOf('stillness'), slug: 'stillness', texts: [text] }];
    await importAnswers({ transaction, author: 'The editors', conditions, events, clock });
    return found;
  });
}

const asEva = () => (who = { accountId: eva, staff: ['editor'] });
const asAda = () => (who = { accountId: ada, staff: ['reviewer'] });
const get = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, html: await response.text() };
};
async function post(path: string, fields: Record<string, string | readonly string[]>) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  const response = await app.request(path, { method: 'POST', body });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
async function sign() {
  asAda();
  await post(desk, { act: 'take' });
  const shown = /name="shown" value="([0-9a-f]{64})"/u.exec((await get(desk)).html)![1]!;
  await post(desk, { act: 'decide', decision: 'approve', shown, check: checks });
}
const notice = '10.1000/notice.7';
const retract = (over: Record<string, string> = {}) =>
  post(room, { mark: 'retracted', note: notice, seen: 'stands', 'seen-note': '', ...over });
const setBack = () => post(room, { mark: 'stands', note: notice, seen: 'retracted', 'seen-note': notice });
const cslNow = async () =>
  (await createConditionRepository(database.db).listSources(['example2012'])).get('example2012');

describe('who marks sources', () => {
  test('to readers, members and moderators there is no such page', async () => {
    for (const staff of [undefined, [], ['moderator']] as (StaffRole[] | undefined)[]) {
      who = staff && { accountId: eva, staff };
      for (const path of [room, '/review/sources']) expect((await get(path)).html).toBe('editing.source_unknown');
      expect((await retract()).html).toBe('editing.source_unknown');
    }
    expect(await cslNow()).toEqual(source!.csl);
  });
});

describe('a source', () => {
  test('is found by words, by its key and by a DOI with its address; where nothing is found it says so', async () => {
    asEva();
    for (const words of ['prevalence examples', 'example2012', 'https://doi.org/10.1000/example.1', ''])
      expect((await get(`/review/sources?q=${encodeURIComponent(words)}`)).html).toContain(`href="${room}"`);
    const { html } = await get('/review/sources?q=%25_nothing');
    expect(html).toContain('No source has all of these words.');
    expect(html).toContain('value="%_nothing"');
    expect((await get('/review/sources?page=-1&q=%00')).status).toBe(200);
    expect((await get('/review/sources/%00')).html).toBe('editing.source_unknown');
    expect((await get('/review/sources/nobody1999')).html).toBe('editing.source_unknown');
    expect((await post('/review/sources/nobody1999', { mark: 'stands' })).html).toBe('editing.source_unknown');
  });

  test('is shown whole, with every text, number and pair of look-alikes that rests on it', async () => {
    await sign();
    asEva();
    const { html } = await get(room);
    expect(html).toContain('What exactly is stillness?');
    expect(html).toContain('English, version 1');
    expect(html).toMatch(/signed on \S*30/u);
    expect(html).toContain('16.4 in every 100,000 people');
    expect(html).toContain('/conditions/restlessness/compare/stillness');
    expect(html).toContain('doi:10.1000/example.1');
    expect(html).toContain('The signed text that rests on it becomes');
  });

  test('that is marked says so to readers, stands first among sources, and is in the record with who and why', async () => {
    asEva();
    await importPack({
      sources: [...knowledge.sources, { id: 'a2000', csl: { id: 'a2000', type: 'book', title: 'First by its key' } }],
    });
    told.length = 0;
    expect(await retract()).toMatchObject({ status: 303, location: `${room}?done` });
    const { html } = await get(page);
    expect(html).toContain('[1 retracted]');
    expect(html).toContain(`href="https://doi.org/${notice}"`);
    expect(audited).toEqual([{ act: 'source.retracted', object: 'example2012', note: notice }]);
    const list = (await get('/review/sources')).html;
    expect(list.indexOf('example2012')).toBeLessThan(list.indexOf('a2000'));
    expect((await get(`${room}?done`)).html).toContain('If that was wrong, set it back below.');
  });

  test('tells every condition that rests on it: by a text, a number, a code or look-alikes', async () => {
    asEva();
    await retract();
    const conditions = createConditionRepository(database.db);
    const both = await Promise.all(['stillness', 'restlessness'].map((slug) => conditions.findBySlug(slug)));
    expect(told).toEqual([
      { event: 'sources.changed', of: ['example2012'] },
      { event: 'conditions.changed', of: expect.arrayContaining(both.map((each) => each!.id)) as string[] },
    ]);
  });

  test('that is retracted puts signed texts on the desk again; set back, everything is as it was', async () => {
    await sign();
    expect((await get('/review')).html).not.toContain('changed since it was signed');
    expect((await get(page)).html).toContain('Medically reviewed');
    asEva();
    await retract();
    expect((await get(page)).html).toContain('Edited since its review.');
    expect((await get('/review')).html).toContain('changed since it was signed');
    const atDesk = (await get(desk)).html;
    expect(atDesk).toContain('changed: The prevalence of examples');
    expect(atDesk).toContain(`href="${room}"`);
    await setBack();
    expect(await cslNow()).toEqual(source!.csl);
    expect((await get(page)).html).not.toContain('Edited since its review.');
    expect((await get('/review')).html).not.toContain('changed since it was signed');
    expect(audited.map(({ act }) => act)).toEqual(['source.retracted', 'source.stands']);
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ faults: [] });
  });

  test.each([
    ['a number that it names is another', 'It is :claim[prevalence-example-2012].', [{ ...claim, value: 17 }]],
    ['a number that it names is gone', 'It is :claim[prevalence-example-2012].', []],
    ['a figure draws one number more', '::claims{measure=point-prevalence}', [claim, { ...claim, id: 'another' }]],
  ])('a signed text stands on the desk, too, where %s', async (_, body, claims) => {
    const bring = (one: typeof stillness) =>
      database.db.transaction().execute(async (transaction) => {
        const conditions = [one, knowledge.conditions[1]!];
        const found = await importKnowledge({
          transaction,
          knowledge: { ...knowledge, conditions },
          events,
          clock,
        });
        const texts = [{ id: found.idOf('stillness'), slug: 'stillness', texts: [{ ...text, body }] }];
        await importAnswers({ transaction, author: 'The editors', conditions: texts, events, clock });
      });
    await bring(stillness);
    await sign();
    expect((await get('/review')).html).not.toContain('changed since it was signed');
    await bring({ ...stillness, claims });
    expect((await get('/review')).html).toContain('changed since it was signed');
    await bring(stillness);
    expect((await get('/review')).html).not.toContain('changed since it was signed');
  });

  test('of a vocabulary keeps its mark when the vocabulary is brought in again', async () => {
    const csl = { id: 'vocabulary', type: 'dataset', title: 'A vocabulary', version: '1' };
    const save = (version: string) =>
      database.db
        .transaction()
        .execute((transaction) => createImportedRepository(transaction).saveSource('vocabulary', { ...csl, version }));
    await save('1');
    asEva();
    await post('/review/sources/vocabulary', { mark: 'superseded', note: 'Its next version', seen: 'stands' });
    await save('2');
    const now = (await createConditionRepository(database.db).listSources(['vocabulary'])).get('vocabulary');
    expect(now).toMatchObject({ status: 'superseded', note: 'Its next version', version: '2' });
  });
});

describe('a mark', () => {
  test.each([
    [{ mark: '' }, 'Choose one of the three'],
    [{ note: ' \n ' }, 'Write where that is said'],
    [{ note: 'x'.repeat(301) }, 'Shorten where that is said'],
  ])('is not taken without what it needs, and nothing typed is lost', async (over, says) => {
    asEva();
    const { status, html } = await retract({ note: 'A <b>notice</b>', ...over });
    expect(status).toBe(422);
    expect(html).toContain(says);
    if (!('note' in over)) expect(html).toContain('value="A &lt;b&gt;notice&lt;/b&gt;"');
    expect(await cslNow()).toEqual(source!.csl);
    expect(audited).toEqual([]);
  });

  test('is written once, however often the button is pressed', async () => {
    asEva();
    const all = await Promise.all([retract(), retract(), retract()]);
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(audited).toHaveLength(1);
  });

  test('of two people at once is the first one’s; the second is told, and keeps what was typed', async () => {
    asEva();
    await retract();
    const { status, html } = await post(room, { mark: 'superseded', note: 'The next edition', seen: 'stands' });
    expect(status).toBe(409);
    expect(html).toContain('Somebody else marked this source');
    expect(html).toContain('value="The next edition"');
    expect(html).toContain('name="seen" value="retracted"');
    expect(await cslNow()).toMatchObject({ status: 'retracted', note: notice });
  });

  test('keeps markup as words, and links nothing but identifiers and addresses', async () => {
    asEva();
    await retract({ note: '<script>alert(1)</script> javascript:alert(1) PMID 12345' });
    const { html } = await get(page);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('href="https://pubmed.ncbi.nlm.nih.gov/12345/"');
    expect(html).not.toContain('href="javascript');
  });
});

describe('a pack that comes in again', () => {
  test('does not take the mark off, and brings what else it corrected in the source', async () => {
    asEva();
    await retract();
    expect((await importPack(asPack({ title: 'The prevalence of examples, corrected' }))).keptSources).toEqual([]);
    expect(await cslNow()).toMatchObject({
      status: 'retracted',
      note: notice,
      title: 'The prevalence of examples, corrected',
    });
    await setBack();
    expect(await cslNow()).toEqual({ ...(source!.csl as object), title: 'The prevalence of examples, corrected' });
  });

  test('that says the same is agreed with: from then on it is the pack’s', async () => {
    asEva();
    await retract();
    await importPack(asPack({ status: 'retracted', note: notice }));
    expect((await importPack()).keptSources).toEqual([]);
    expect(await cslNow()).toEqual(source!.csl);
  });

  test('that marks it otherwise is told, each time, until somebody decides', async () => {
    asEva();
    await retract();
    const otherwise = asPack({ status: 'superseded', note: 'The next edition' });
    expect((await importPack(otherwise)).keptSources).toEqual(['@example2012']);
    expect((await importPack(otherwise)).keptSources).toEqual(['@example2012']);
    expect(await cslNow()).toMatchObject({ status: 'retracted', note: notice });
    await importPack(otherwise, (name) => name === '@example2012');
    expect(await cslNow()).toMatchObject({ status: 'superseded', note: 'The next edition' });
    expect((await importPack(otherwise)).keptSources).toEqual([]);
  });
});
