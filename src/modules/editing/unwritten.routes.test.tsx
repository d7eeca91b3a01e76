import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAnswerRepository, hashOfText } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { verifyRecord } from '#modules/review/index.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { allChecks, createEditingSite } from '#support/editing-site.tsx';
import { restlessness, stillness, text } from '#support/knowledge.ts';

let database: DatabaseHandle;
let site: ReturnType<typeof createEditingSite>;
const desk = '/review/restlessness/what-is-it/en';
const edit = `${desk}/edit`;
const page = '/conditions/restlessness/questions/what-is-it';
const proposed = `${desk}/proposed/1`;
const written = {
  tab: 'one',
  seen: '0',
  short: 'Restlessness is a wish to move.',
  body: '## What happens\n\nIt is hard to sit still [@example2012].',
  why: 'Nobody had answered this.',
  name: 'Eva, editor',
};

beforeAll(async () => {
  database = await testDatabase();
  site = createEditingSite(database.db);
});
beforeEach(() => site.begin());
afterAll(() => database.close());

const asEva = () => site.as(site.eva, 'editor');
const asZoe = () => site.as(site.zoe, 'editor');
const asAda = () => site.as(site.ada, 'reviewer');
const handIn = (over: Record<string, string> = {}, act = 'submit') => site.post(edit, { ...written, ...over, act });
async function sign(path = proposed) {
  asAda();
  await site.post(path, { act: 'take' });
  const shown = /name="shown" value="([0-9a-f]{64})"/u.exec((await site.get(path)).html)![1]!;
  return site.post(path, { act: 'decide', decision: 'approve', shown, check: allChecks });
}
const claimsOf = async (slug: string) => (await createConditionRepository(database.db).findBySlug(slug))!.claims;

describe('what nobody has written yet', () => {
  test('is listed by condition and language, with who has begun, and leads to the editor', async () => {
    asEva();
    const english = (await site.get('/review/unwritten/en')).html;
    expect(english).toContain('1 question is not answered in English.');
    expect(english).toContain(`href="${edit}"`);
    expect(english).not.toContain('/review/stillness/');
    const spanish = (await site.get('/review/unwritten/es')).html;
    // a condition without a Spanish name is not written about in Spanish
    expect(spanish).toContain('1 question is not answered in Spanish.');
    expect(spanish).toContain('Readers see the English text');
    expect((await site.get('/review/unwritten/es?q=quiet')).html).toContain('/review/stillness/what-is-it/es/edit');
    expect((await site.get('/review/unwritten/es?q=%25')).html).toContain('No such condition');
    await handIn({}, 'save');
    asZoe();
    expect((await site.get('/review/unwritten/en')).html).toContain('Eva, editor writes on it');
    expect((await site.get('/review')).html).toContain('href="/review/unwritten/en"');
  });

  test('is for those who write', async () => {
    for (const staff of [undefined, [], ['moderator']] as const) {
      site.as(staff && site.zoe, ...(staff ?? []));
      expect((await site.get('/review/unwritten/en')).html).toBe('editing.not_found');
      expect((await handIn()).html).toBe('editing.not_found');
    }
    asEva();
    expect((await site.get('/review/unwritten/fr')).html).toBe('editing.not_found');
    expect((await site.get('/review/restlessness/no-such-question/en/edit')).html).toBe('answers.not_found');
    expect((await site.get('/review/restlessness/what-is-it/fr/edit')).html).toBe('editing.not_found');
  });
});

describe('an answer that nobody has written before', () => {
  test('is seen by readers once it is signed, as the first version', async () => {
    asEva();
    expect((await site.get(edit)).html).toContain('Nobody has answered this question in English yet.');
    expect((await handIn()).location).toBe(`${edit}?done`);
    expect((await site.get(page)).html).toBe('answers.not_found');
    asAda();
    const before = (await site.get(proposed)).html;
    expect(before).toContain('It is hard to sit still');
    expect(before).toContain('This is a new text: readers see nothing yet.');
    expect(before).not.toContain('id="changes"');
    expect((await sign()).location).toBe(desk);
    const { html } = await site.get(page);
    expect(html).toContain('It is hard to sit still');
    expect(html).toContain('Medically reviewed');
    expect((await site.get(`${page}/history`)).html).toContain('Written on this site by Eva, editor.');
    expect((await site.get('/review/unwritten/en')).html).toContain('Every question is answered in English.');
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ signatures: 1, faults: [] });
  });

  test('is not signed by whoever wrote it, and not published at once: there is nothing to correct', async () => {
    asEva();
    for (const [act, says] of [
      ['urgent', 'There is no text yet that could be corrected'],
      ['typo', 'This is more than a slip of the pen'],
    ] as const) {
      const { status, html } = await handIn({}, act);
      expect(status).toBe(422);
      expect(html).toContain(says);
      expect(html).toContain('It is hard to sit still');
    }
    site.as(site.ada, 'reviewer');
    await handIn({ name: 'The team' });
    expect((await site.post(proposed, { act: 'take' })).html).toBe('review.may_not_sign');
    expect((await site.get(page)).html).toBe('answers.not_found');
  });

  test('whose signature is taken back is gone again, and can be signed anew', async () => {
    asEva();
    await handIn();
    await sign();
    site.later(5);
    expect((await site.post(desk, { act: 'undo' })).location).toBe(proposed);
    expect((await site.get(page)).html).toBe('answers.not_found');
    expect((await site.get(proposed)).html).toContain('It is hard to sit still');
    await sign();
    expect((await site.get(page)).html).toContain('It is hard to sit still');
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ faults: [] });
  });

  test('that is handed in twice at once is one; by two people, the second sees both texts', async () => {
    asEva();
    const both = await Promise.all([handIn(), handIn()]);
    expect(both.map(({ location }) => location)).toEqual([`${edit}?done`, `${edit}?done`]);
    asZoe();
    await handIn({ body: '## What happens\n\nLegs want to move.', name: 'Zoe' }, 'save');
    await sign();
    asZoe();
    const { status, html } = await handIn({ body: '## What happens\n\nLegs want to move.', name: 'Zoe', seen: '1' });
    expect(status).toBe(409);
    expect(html).toContain('Legs want to move.');
    expect(html).toContain('It is hard to sit still');
  });

  test('that nobody typed anything into leaves nothing behind', async () => {
    asEva();
    await handIn({ short: '', body: '', why: '' }, 'save');
    const { id } = (await createConditionRepository(database.db).findBySlug('restlessness'))!;
    const answers = createAnswerRepository(database.db);
    expect(await answers.findAnswerId({ conditionId: id, questionId: 'what-is-it', language: 'en' })).toBeUndefined();
  });

  test('is overtaken by a pack that brings one: nothing is lost, and a person decides', async () => {
    asEva();
    await handIn();
    const report = await site.importPack([text], {}, { restlessness: [text] });
    expect(report.answers.added).toEqual(['restlessness/en/what-is-it']);
    asAda();
    expect((await site.get(`${desk}/proposed/1`)).html).toContain('Readers see another version by now');
    expect((await sign()).html).toBe('review.text_has_changed');
  });

  test('in another language shows the English text, and can begin with it', async () => {
    asEva();
    const spanish = '/review/stillness/what-is-it/es/edit';
    const first = (await site.get(spanish)).html;
    expect(first).toContain('The English text');
    await site.post(spanish, {
      tab: 'one',
      seen: '0',
      short: '',
      body: '',
      why: '',
      name: 'Eva',
      act: 'from-original',
    });
    const { html } = await site.get(spanish);
    expect(/<textarea id="body"[^>]*>([^<]*)/u.exec(html)![1]).toContain('## What happens');
  });
});

describe('a number that the atlas did not have', () => {
  const number = {
    'claim.+.measure': 'incidence',
    'claim.+.unit': 'per-100000',
    'claim.+.value': '1.5',
    'claim.+.year': '2012',
    'claim.+.source': 'example2012',
    'claim.+.about.en': 'All adults',
    'claim.+.place.en': 'Spain',
  };
  const named = `${written.body}\n\nIt begins in :claim[incidence-example2012].`;

  test('is added as a number, named by the text, shown whole to whoever signs, and published with it', async () => {
    asEva();
    expect((await handIn(number, 'add-number')).location).toBe(`${edit}#numbers`);
    const { html } = await site.get(edit);
    expect(html).toContain(':claim[incidence-example2012]');
    expect((await handIn({ body: named, seen: '1' })).location).toBe(`${edit}?done`);
    expect(await claimsOf('restlessness')).toEqual([]);
    asAda();
    const shown = (await site.get(proposed)).html;
    for (const part of ['1.5 in every 100,000 people', 'All adults', 'Spain', '2012']) expect(shown).toContain(part);
    await sign();
    expect(await claimsOf('restlessness')).toMatchObject([{ id: 'incidence-example2012', value: 1.5, low: null }]);
    expect((await site.get(page)).html).toContain('1.5 in every 100,000 people');
    site.later(5);
    await site.post(desk, { act: 'undo' });
    expect(await claimsOf('restlessness')).toEqual([]);
  });

  test('that is wrong is not taken, and stands in the form as it was typed', async () => {
    asEva();
    const { status, html } = await handIn({ ...number, 'claim.+.source': 'nobody1999', body: named });
    expect(status).toBe(422);
    expect(html).toContain('There is no source of this name.');
    expect(html).toContain('value="nobody1999"');
    expect(html).toContain('value="All adults"');
    const half = await handIn({ ...number, 'claim.+.value': '' }, 'add-number');
    expect(half.status).toBe(422);
    expect(half.html).toContain('A number is not taken yet');
    expect(half.html).toContain('This cannot be');
  });

  test('can be taken out again before it is handed in', async () => {
    asEva();
    await handIn(number, 'add-number');
    await handIn({ seen: '1' }, 'drop-number incidence-example2012');
    expect((await site.get(edit)).html).not.toContain('incidence-example2012');
  });

  test('stays where another text names it by the time its signature is taken back', async () => {
    const { en } = restlessness.names;
    const names = { en, es: { ...en, preferred: 'Inquietud', inSentence: 'la inquietud' } };
    await site.importPack([text], { conditions: [stillness, { ...restlessness, names }] });
    asEva();
    await handIn({ ...number, body: named });
    await sign();
    asZoe();
    const other = '/review/restlessness/what-is-it/es/edit';
    const english = /name="english" value="([^"]+)"/u.exec((await site.get(other)).html)![1]!;
    const translated = {
      ...written,
      english,
      short: 'Es querer moverse.',
      body: '## Qué pasa\n\nEmpieza en :claim[incidence-example2012].',
      name: 'Zoe',
      act: 'submit',
    };
    const unsaid = await site.post(other, translated);
    expect([unsaid.status, unsaid.html]).toEqual([422, expect.stringContaining('Say who made the translation')]);
    const second = await site.post(other, { ...translated, 'made-by': 'person' });
    expect(second.location).toBe(`${other}?done`);
    await createEdited('es');
    site.later(5);
    asAda();
    await site.post(desk, { act: 'undo' });
    expect(await claimsOf('restlessness')).toHaveLength(1);
  });
});

/** Publishes what waits in a language, as its signature would. */
async function createEdited(language: 'en' | 'es') {
  await database.db
    .withTables<{
      answers: { language: string; published_revision_id: string; id: string };
      proposals: { answer_id: string; revision_id: string };
    }>()
    .updateTable('answers')
    .from('proposals')
    .set((of) => ({ published_revision_id: of.ref('proposals.revision_id') }))
    .whereRef('proposals.answer_id', '=', 'answers.id')
    .where('answers.language', '=', language)
    .execute();
}
