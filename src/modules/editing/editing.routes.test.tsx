import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAnswerRepository, hashOfText } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { verifyRecord } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { allChecks as checks, createEditingSite } from '#support/editing-site.tsx';
import { knowledge, text } from '#support/knowledge.ts';

let database: DatabaseHandle;
let site: ReturnType<typeof createEditingSite>;
const desk = '/review/stillness/what-is-it/en';
const edit = `${desk}/edit`;
const page = '/conditions/stillness/questions/what-is-it';

beforeAll(async () => {
  database = await testDatabase();
  site = createEditingSite(database.db, {
    // what a catalogue says, by identifier; of others, nobody is asked
    '10.1000/known': { csl: { type: 'book', title: 'A known book', DOI: '10.1000/known' } },
    '10.1000/gone': { problem: 'not-found' },
  });
});
beforeEach(() => site.begin());
afterAll(() => database.close());

const asEva = () => site.as(site.eva, 'editor');
const asAda = () => site.as(site.ada, 'reviewer');
const asBen = () => site.as(site.ben, 'reviewer');
const get = (path: string) => site.get(path);
const post: typeof site.post = (path, fields) => site.post(path, fields);
const later = (minutes: number) => site.later(minutes);
const body = text.body.trim();
const written = {
  tab: 'one',
  seen: '0',
  short: text.short,
  body: `${body}\n\n## What helps\n\nMoving again helps.`,
  why: 'A part on what helps was missing.',
  name: 'Eva, editor',
};
const handIn = (over: Record<string, string> = {}, act = 'submit') => post(edit, { ...written, ...over, act });
const seenBy = (html: string) => /name="seen" value="(\d+)"/u.exec(html)![1]!;
const shownIn = (html: string) => /name="shown" value="([0-9a-f]{64})"/u.exec(html)![1]!;
async function sign(path: string, over: Record<string, string> = {}) {
  await post(path, { act: 'take' });
  const shown = shownIn((await get(path)).html);
  return post(path, { act: 'decide', decision: 'approve', shown, check: checks, ...over });
}
const proposed = (number: number) => `${desk}/proposed/${number}`;

describe('who writes', () => {
  test('to readers, members and moderators there is no editor', async () => {
    for (const staff of [undefined, [], ['moderator']] as (StaffRole[] | undefined)[]) {
      site.as(staff && site.zoe, ...(staff ?? []));
      expect((await get(edit)).html).toBe('editing.not_found');
      expect((await handIn()).html).toBe('editing.not_found');
    }
    expect(await createAnswerRepository(database.db).listShortAnswers([])).toEqual([]);
  });

  test('an editor signs nothing: the desk shows them the proposal, and takes no decision', async () => {
    asEva();
    await handIn();
    expect((await get(proposed(2))).html).toContain('has no reviewer’s profile');
    expect((await post(proposed(2), { act: 'take' })).html).toBe('review.reviewer_not_found');
  });
});

describe('a draft', () => {
  test('is kept as it is typed, and nobody else sees it', async () => {
    asEva();
    const saved = await handIn({}, 'save');
    expect(saved.location).toBe(`${edit}?saved`);
    expect((await get(edit)).html).toContain('Moving again helps.');
    expect((await get(page)).html).not.toContain('Moving again helps.');
    site.as(site.zoe, 'editor');
    const others = (await get(edit)).html;
    expect(others).not.toContain('Moving again helps.');
    expect(others).toContain('Eva, editor also changes this text');
  });

  test('shows how it will look, how hard it is, and what is to be put right, in the words of the site', async () => {
    asEva();
    const { status, html } = await handIn(
      {
        body: `${body}\n\nIt takes 3 weeks. It was seen [@nobody1999].`,
        short: `Stillness is ${'a word '.repeat(40)}.`,
      },
      'preview',
    );
    expect(status).toBe(200);
    expect(html).toContain('The sentence with “3” has no source.');
    expect(html).toContain('The atlas has no source “nobody1999”');
    expect(html).toContain('82 of 60');
    expect(html).toMatch(/id="live-preview"[^]*It takes 3 weeks/u);
  });

  test('is not handed in with faults, and nothing typed is lost', async () => {
    asEva();
    const { status, html } = await handIn({ body: `${body}\n\nIt takes 3 weeks.` });
    expect(status).toBe(422);
    expect(html).toContain('Put right what stands below the fields');
    expect(html).toContain('It takes 3 weeks.');
    expect(html).toContain('A part on what helps was missing.');
  });

  test.each([
    [{ why: ' ' }, 'Say in a sentence what changed'],
    [{ name: '' }, 'Write the name that the history shows'],
    [{ body, why: 'Nothing' }, 'the text that readers see already'],
  ])('is not handed in without what it needs', async (over, says) => {
    asEva();
    const { status, html } = await handIn(over);
    expect(status).toBe(422);
    expect(html).toContain(says);
  });

  test('of another window is not written over: both stand beside each other', async () => {
    asEva();
    await handIn({}, 'save');
    const { status, html } = await handIn({ tab: 'two', body: `${body}\n\nSomething else.` }, 'save');
    expect(status).toBe(409);
    expect(html).toContain('Something else.');
    expect(html).toContain('Moving again helps.');
    await handIn({ tab: 'two', body: `${body}\n\nSomething else.` }, 'mine-window');
    expect((await get(edit)).html).toContain('Something else.');
  });

  test('is put aside, and brought back', async () => {
    asEva();
    await handIn({}, 'save');
    const aside = /value="(put-aside [0-9a-f-]+)"/u.exec((await get(edit)).html)![1]!;
    await post(edit, { act: aside });
    const without = (await get(edit)).html;
    expect(without).not.toContain('Moving again helps.');
    await post(edit, { act: /value="(bring-back [0-9a-f-]+)"/u.exec(without)![1]! });
    expect((await get(edit)).html).toContain('Moving again helps.');
    expect(site.audited).toEqual(['text.put-aside', 'text.brought-back']);
    site.as(site.zoe, 'editor');
    expect((await post(edit, { act: aside })).html).toBe('editing.not_found');
  });
});

describe('a proposal', () => {
  test('is seen by readers once somebody else has signed it, under its author’s name', async () => {
    asEva();
    expect((await handIn()).location).toBe(`${edit}?done`);
    expect((await get(page)).html).not.toContain('Moving again helps.');
    expect((await get(`${page}/history`)).html).not.toContain('Version 2');
    expect((await get(`${page}/history/2`)).html).toBe('answers.revision_not_found');
    asAda();
    expect((await get('/review')).html).toContain('A part on what helps was missing.');
    expect((await get(proposed(2))).html).toContain('<ins>');
    expect((await sign(proposed(2))).location).toBe(desk);
    const html = (await get(page)).html;
    expect(html).toContain('Moving again helps.');
    expect(html).toContain('Medically reviewed');
    const history = (await get(`${page}/history`)).html;
    expect(history).toContain('Written on this site by Eva, editor.');
    expect(history).toContain('Changed: A part on what helps was missing.');
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ signatures: 1, faults: [] });
  });

  test('is handed in once, however often the button is pressed', async () => {
    asEva();
    const both = await Promise.all([handIn(), handIn()]);
    expect(both.map(({ location }) => location)).toEqual([`${edit}?done`, `${edit}?done`]);
    asAda();
    expect((await get('/review')).html.match(/proposed\/\d/gu)).toHaveLength(1);
  });

  test('is never signed by whoever wrote it, nor is what goes back to it', async () => {
    asAda();
    await handIn({ name: 'The team' });
    expect((await post(proposed(2), { act: 'take' })).html).toBe('review.may_not_sign');
    asBen();
    await sign(proposed(2));
    later(60);
    asEva();
    await handIn({ body: `${written.body}\n\nResting helps, too.`, seen: '0' });
    asAda();
    expect((await post(proposed(3), { act: 'take' })).html).toBe('review.may_not_sign');
  });

  test('of which changes are asked goes back to its author, and comes again as a new version', async () => {
    asEva();
    await handIn();
    asAda();
    await post(proposed(2), { act: 'take' });
    asEva();
    expect((await get(edit)).html).toContain('has it on the desk');
    const reopen = await createProposals();
    expect((await post(edit, { act: `reopen ${reopen}` })).html).toBe('editing.on_a_desk');
    asAda();
    await post(proposed(2), { act: 'decide', decision: 'ask-changes', note: 'Say how.' });
    asEva();
    expect((await get(edit)).html).toContain('Say how.');
    await post(edit, { act: `reopen ${reopen}` });
    const { html } = await get(edit);
    await handIn({ body: `${written.body} A walk will do.`, seen: seenBy(html) });
    asAda();
    await sign(proposed(3));
    expect((await get(page)).html).toContain('A walk will do.');
    expect((await get(`${page}/history`)).html).not.toContain('Version 2');
  });

  test('two reviewers at once: one signs, the other is told', async () => {
    asEva();
    await handIn();
    asAda();
    await post(proposed(2), { act: 'take' });
    const shown = shownIn((await get(proposed(2))).html);
    asBen();
    expect((await post(proposed(2), { act: 'take' })).html).toBe('review.not_now');
    const form = { act: 'decide', decision: 'approve', shown, check: checks };
    expect((await post(proposed(2), form)).html).toBe('review.not_now');
    asAda();
    const twice = await Promise.all([post(proposed(2), form), post(proposed(2), form)]);
    expect(twice.filter(({ location }) => location === desk).length).toBeGreaterThanOrEqual(1);
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ acts: 2, faults: [] });
  });

  test('is published and taken back within ten minutes: readers see what they saw before, numbers too', async () => {
    asEva();
    await handIn({ 'claim.prevalence-example-2012.value': '17.1' });
    asAda();
    expect((await get(proposed(2))).html).toContain('17.1');
    await sign(proposed(2));
    expect(await currentValue()).toBe(17.1);
    later(5);
    expect((await post(desk, { act: 'undo' })).location).toBe(`${desk}/proposed/2`);
    expect(await currentValue()).toBe(16.43);
    expect((await get(page)).html).not.toContain('Moving again helps.');
    expect((await get(`${page}/history`)).html).not.toContain('Version 2');
    expect((await get(proposed(2))).html).toContain('Moving again helps.');
    const shown = shownIn((await get(proposed(2))).html);
    await post(proposed(2), { act: 'decide', decision: 'approve', shown, check: checks });
    expect((await get(page)).html).toContain('Moving again helps.');
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ faults: [] });
  });
});

const createProposals = async () =>
  (
    await database.db
      .withTables<{ proposals: { id: string } }>()
      .selectFrom('proposals')
      .select('id')
      .executeTakeFirstOrThrow()
  ).id;
const currentValue = async () =>
  (await createConditionRepository(database.db).findBySlug('stillness'))!.claims[0]!.value;

describe('two editors', () => {
  const two = [
    { ...written, body: `${body}\n\nEva’s line.`, why: 'One', name: 'Eva' },
    { ...written, body: body.replace('## What happens', '## What goes on'), why: 'Two', name: 'Zoe' },
  ] as const;

  test('who change other lines both get in', async () => {
    asEva();
    await post(edit, { ...two[0], act: 'save' });
    site.as(site.zoe, 'editor');
    await post(edit, { ...two[1], act: 'urgent' });
    asEva();
    expect((await post(edit, { ...two[0], act: 'submit' })).location).toBe(`${edit}?done`);
    asAda();
    await sign(proposed(3));
    const { html } = await get(page);
    expect(html).toContain('Eva’s line.');
    expect(html).toContain('What goes on');
  });

  test('who change the same line see both texts, and one of them puts them together', async () => {
    asEva();
    await post(edit, { ...two[1], body: body.replace('What happens', 'What happens to you'), act: 'save' });
    site.as(site.zoe, 'editor');
    await post(edit, { ...two[1], act: 'urgent' });
    asEva();
    const mine = { ...two[1], body: body.replace('What happens', 'What happens to you'), seen: '1' };
    const { status, html } = await post(edit, { ...mine, act: 'submit' });
    expect(status).toBe(409);
    expect(html).toContain('What happens to you');
    expect(html).toContain('What goes on');
    await post(edit, { ...mine, body: body.replace('What happens', 'What goes on in you'), act: 'mine' });
    const again = { ...mine, body: body.replace('What happens', 'What goes on in you'), seen: '2' };
    expect((await post(edit, { ...again, act: 'submit' })).location).toBe(`${edit}?done`);
  });

  test('a proposal that another version overtook is not signed over it', async () => {
    asEva();
    await handIn();
    site.as(site.zoe, 'editor');
    await post(edit, { ...two[1], act: 'urgent' });
    asAda();
    expect((await get(proposed(2))).html).toContain('Readers see another version by now');
    expect((await sign(proposed(2))).html).toBe('review.text_has_changed');
    expect((await get(page)).html).toContain('What goes on');
  });
});

describe('at once', () => {
  const signed = async () => {
    asAda();
    await sign(desk);
    expect((await get(page)).html).toContain('Medically reviewed');
    later(60);
  };

  test('a slip of the pen leaves the signature and its date, and the page says that it was edited since', async () => {
    await site.importPack([{ ...text, body: '## What happens\n\nNothing moovs for a while [@example2012].\n' }]);
    await signed();
    asEva();
    const fixed = { ...written, body, why: '' };
    expect((await post(edit, { ...fixed, act: 'typo' })).location).toBe(desk);
    const { html } = await get(page);
    expect(html).toContain('Medically reviewed, edited since.');
    expect(html).toContain('30 November 2026');
    expect(html).not.toContain('"lastReviewed"');
    asAda();
    expect((await get('/review')).html).toContain('due by');
    await post(desk, { act: 'withdraw', note: 'The source was retracted.' });
    expect((await get(page)).html).toContain('The source was retracted.');
    expect(await verifyRecord({ database: database.db, hashOfText })).toMatchObject({ faults: [] });
    expect(site.audited).toContain('text.typo');
  });

  test('more than a slip is not published under somebody’s signature', async () => {
    await signed();
    asEva();
    const { status, html } = await handIn({}, 'typo');
    expect(status).toBe(422);
    expect(html).toContain('This is more than a slip of the pen');
    expect((await get(page)).html).not.toContain('Moving again helps.');
  });

  test('an urgent correction is seen now, unsigned, with its reason', async () => {
    await signed();
    asEva();
    expect((await handIn({ why: '' }, 'urgent')).html).toContain('Say in a sentence what changed');
    await handIn({ why: 'The old text named a wrong dose.' }, 'urgent');
    const { html } = await get(page);
    expect(html).toContain('The old text named a wrong dose.');
    expect(html).toContain('Not yet medically reviewed');
    expect(site.audited).toEqual(['text.urgent']);
  });
});

test('a translation says that the English text was changed after it, until it is changed itself', async () => {
  const es = { ...text, language: 'es' as const, short: 'La quietud es una forma de esperar.' };
  await site.importPack([text, es]);
  const spanish = async () => {
    const { html } = await get(`${desk.replace(/en$/u, 'es')}`);
    return html.includes('The English text was changed on 30 November 2026');
  };
  asEva();
  expect(await spanish()).toBe(false);
  later(1);
  await handIn({}, 'urgent');
  expect(await spanish()).toBe(true);
  later(1);
  await post(edit.replace('/en/', '/es/'), {
    ...written,
    short: es.short,
    body: `${body}\n\nMoverse ayuda.`,
    act: 'urgent',
  });
  expect(await spanish()).toBe(false);
});

describe('the history', () => {
  test('shows what changed between any two versions, at an address that can be passed on', async () => {
    asEva();
    await handIn({ why: 'One.' }, 'urgent');
    await handIn(
      { why: 'Two.', body: `${body.replace(' [@example2012]', '')}\n\n## What helps\n\nResting helps.` },
      'urgent',
    );
    const { html } = await get(`${page}/history`);
    expect(html).toContain('Compare two versions');
    const compared = await site.get(`${page}/history/compare?from=1&to=3`);
    expect(compared.location).toBe(`${page}/history/1...3`);
    const pair = (await get(`${page}/history/1...3`)).html;
    expect(pair).toContain('From version 1 to version 3');
    expect(pair).toMatch(/<ins>[^<]*<span[^>]*>added: <\/span>[^<]*What helps/u);
    expect(pair).toContain('no longer cited: The prevalence of examples');
    expect((await get(`${page}/history/3...3`)).html).toContain('The words are the same.');
  });

  test('shows no version that readers never saw, and no address that names none', async () => {
    asEva();
    await handIn();
    for (const pair of ['1...2', '2...1', '1...9', '0...1', '1...0'])
      expect((await get(`${page}/history/${pair}`)).html, pair).toBe('answers.revision_not_found');
    expect((await get(`${page}/history/compare?from=x&to=1`)).html).toBe('answers.revision_not_found');
  });
});

describe('what a text rests on', () => {
  test('a source is added from a reference, cited, and there once the text is signed', async () => {
    asEva();
    const pasted = 'Roe J. A study of stillness and of waiting. J Ex. 2024;1:2. doi:10.1000/roe.1';
    const added = await handIn({ paste: pasted }, 'add-source');
    expect(added.location).toBe(`${edit}#cite`);
    const { html } = await get(edit);
    expect(html).toContain('[@roe2024]');
    await handIn({ body: `${body}\n\nWaiting is still [@roe2024].`, seen: seenBy(html) });
    asAda();
    expect((await get(proposed(2))).html).toContain('A study of stillness');
    await sign(proposed(2));
    expect((await createConditionRepository(database.db).listSources(['roe2024'])).size).toBe(1);
    expect((await get(page)).html).toContain('Medically reviewed');
  });

  test('a source that is retracted is marked at its sentences, and the signature over it no longer covers what is there', async () => {
    asAda();
    await sign(desk);
    const [source] = knowledge.sources;
    await site.importPack([text], {
      sources: [{ ...source!, csl: { ...(source!.csl as object), status: 'retracted' } }],
    });
    const { html } = await get(page);
    expect(html).toContain('[1 retracted]');
    expect(html).toContain('Something here rests on a source that nobody should rest on any more');
    expect(html).toContain('Edited since its review.');
    const atDesk = (await get(desk)).html;
    expect(atDesk).toContain('[1 retracted]');
    expect(atDesk).toContain('changed: The prevalence of examples');
  });

  test('sources are found by words, and what was typed stays', async () => {
    asEva();
    const { html } = await handIn({ find: 'prevalence example' }, 'find');
    expect(html).toContain('[@example2012]');
    expect(html).toContain('Moving again helps.');
  });

  test('a DOI alone is looked up where that is set up; where not, or where nothing is found, what was typed stays', async () => {
    asEva();
    expect((await handIn({ paste: '10.1000/known' }, 'add-source')).location).toBe(`${edit}#cite`);
    expect((await get(edit)).html).toContain('A known book');
    const { seen } = { seen: seenBy((await get(edit)).html) };
    for (const [paste, says] of [
      ['doi:10.1000/gone', 'The catalogue knows no source 10.1000/gone'],
      ['10.1000/unasked', '10.1000/unasked is not looked up elsewhere. Paste the reference itself'],
    ] as const) {
      const { status, html } = await handIn({ paste, seen }, 'add-source');
      expect(status).toBe(422);
      expect(html).toContain(says);
      expect(html).toContain(`>${paste}</textarea>`);
      expect(html).toContain('Moving again helps.');
    }
  });

  test('a number that was changed on the site is not undone by the pack; that both changed it is said', async () => {
    asEva();
    await handIn({ 'claim.prevalence-example-2012.value': '17.1' }, 'urgent');
    expect(await currentValue()).toBe(17.1);
    const [one, ...others] = knowledge.conditions;
    const renamed = { ...one!, summary: { en: 'another summary' } };
    const again = await site.importPack([text], { conditions: [renamed, ...others] });
    expect(await currentValue()).toBe(17.1);
    expect(again.found.keptClaims).toEqual([]);
    expect(again.answers.kept).toEqual(['stillness/en/what-is-it']);
    const moved = { ...renamed, claims: [{ ...one!.claims[0]!, value: 18 }] };
    const conflict = await site.importPack([text], { conditions: [moved, ...others] });
    expect(conflict.found.keptClaims).toEqual(['stillness/prevalence-example-2012']);
    expect(await currentValue()).toBe(17.1);
  });

  test('a suggestion of a reader leads to the text, and is done when the text is published', async () => {
    const suggestions = createSuggestionRepository(database.db);
    const answers = createAnswerRepository(database.db);
    const condition = (await createConditionRepository(database.db).findBySlug('stillness'))!;
    const [answer] = await answers.listPublished(condition.id, 'what-is-it');
    const id = newId();
    await suggestions.add({
      id,
      conditionId: condition.id,
      answerId: answer!.id,
      revisionId: answer!.revision.id,
      passage: 'Nothing moves',
      wrong: 'It does move at night.',
      source: null,
      language: 'en',
      state: 'open',
      madeOn: '2026-11-30',
    });
    asEva();
    expect((await get(`${edit}?suggestion=${id}`)).html).toContain('It does move at night.');
    await handIn({ suggestion: id });
    expect(await suggestions.countOpen()).toBe(1);
    asAda();
    await sign(proposed(2));
    expect(await suggestions.countOpen()).toBe(0);
  });
});
