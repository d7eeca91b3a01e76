import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withdrawConsent } from '#modules/members/member.usecases.ts';
import { newId } from '#platform/ids/ids.ts';
import { startExperienceSite, type Author, type ExperienceSite } from '#support/experience-site.ts';
import { createItemRepository } from './item.repository.ts';
import { standingsWith } from './standing.usecases.ts';
import { tidyExperiences } from './writing.usecases.ts';

let site: ExperienceSite;
let ana: Author;
const list = '/conditions/stillness/experiences';

beforeAll(async () => {
  site = await startExperienceSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  await sql`truncate experiences, experience_drafts, experience_replies, experience_revisions, experience_reactions,
    experience_notes`.execute(site.database.db);
  site.heard.length = 0;
  site.limits.published = Infinity;
  site.limits.read = Infinity;
  ana = await site.join();
});

const asStranger = async (path: string) => {
  site.be(undefined);
  const page = await site.get(path);
  site.be(ana);
  return page;
};
const events = () => site.heard.map(({ name }) => name).filter((name) => /^experiences\.(?!changed)/u.test(name));
const means = () => ({ database: site.database.db, events: { publish: async () => {} }, clock: site.clock });
const rows = async (table: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(site.database.db)).rows[0]!.n;
const item = (id: string, kind: 'experience' | 'reply' = 'experience') =>
  createItemRepository(site.database.db).find({ kind, id });

describe('Writing', () => {
  test('goes from words to readers to a last look, and is published only then', async () => {
    const form = await site.get(`${list}/new`);
    expect(form.words).toMatch(/What did you notice first.*What would you tell someone on the first day/u);
    const id = form.field('id');
    const said = { 'part-0': 'My hand shook.', 'part-1': '', 'part-2': 'A warm cup.', 'part-3': '' };
    const words = await site.post(`${list}/new`, { id, version: '0', prompts: 'yes', title: '', ...said, act: 'next' });
    expect(words.to).toContain(`/me/experiences/${id}/readers`);
    const none = await site.post(`/me/experiences/${id}/readers`, { version: '1', act: 'next' });
    expect(none.status).toBe(422);
    expect(none.words).toMatch(/Say whom it is about.*Choose who may read it.*Choose with which name/u);
    const chosen = { about: 'self', audience: 'everyone', named: 'yes', years: '1-to-5' };
    const readers = await site.post(`/me/experiences/${id}/readers`, {
      version: none.field('version'),
      ...chosen,
      act: 'next',
    });
    expect(readers.to).toBe(`/me/experiences/${id}/check`);
    const check = await site.get(readers.to);
    expect(check.words).toMatch(/What everyone reads.*My hand shook.*Ana, living with it/u);
    expect((await asStranger(list)).words).not.toContain('My hand shook');

    const done = await site.post(readers.to, { version: check.field('version'), act: 'publish' });
    expect(done.to).toBe(`${list}/${id}?said=new`);
    const page = await asStranger(`${list}/${id}`);
    expect(page.words).toMatch(
      /My hand shook.*A warm cup.*Ana, living with it, one to five years after the diagnosis/u,
    );
    expect(page.cacheable).toBe(true);
    expect((await asStranger(list)).words).toContain('My hand shook');
    expect(events()).toEqual(['experiences.submitted']);
    expect(await rows('experience_drafts')).toBe(0);
  });

  test('pressed twice, and at the same time, is one experience', async () => {
    const { field } = await site.get(`${list}/new?question=what-is-it`);
    const [id, fields] = [field('id'), { question: 'what-is-it', title: '', body: 'Once.', act: 'next' }];
    await Promise.all([0, 1].map(() => site.post(`${list}/new`, { id, version: '0', ...fields })));
    expect(await rows('experience_drafts')).toBe(1);
    const chosen = { version: '1', about: 'self', audience: 'members', named: 'no', act: 'next' };
    await site.post(`/me/experiences/${id}/readers`, chosen);
    const publish = () => site.post(`/me/experiences/${id}/check`, { version: '2', act: 'publish' });
    const both = await Promise.all([publish(), publish()]);
    expect(both.every(({ status }) => status === 303 || status === 404)).toBe(true);
    expect((await publish()).to).toContain(id);
    expect(await rows('experiences')).toBe(1);
    expect(events()).toEqual(['experiences.submitted']);
  });

  test('in two windows overwrites nothing: both texts are shown, and the one that is sent then counts', async () => {
    const { field } = await site.get(`${list}/new?question=what-is-it`);
    const id = field('id');
    const send = (version: string, body: string, act = 'next') =>
      site.post(`${list}/new?question=what-is-it`, { id, version, question: 'what-is-it', title: '', body, act });
    await send('0', 'The first text.', 'autosave');
    await send('1', 'Written in the other window.', 'autosave');
    expect((await send('1', 'Typed here.', 'autosave')).status).toBe(409);
    const conflict = await send('1', 'Typed here.');
    expect(conflict.status).toBe(409);
    expect(conflict.words).toMatch(/changed in another window.*Written in the other window/u);
    expect(conflict.html).toContain('Typed here.</textarea>');
    expect((await send(conflict.field('version'), 'Typed here.')).status).toBe(303);
    expect((await site.get(`/me/experiences/${id}`)).html).toContain('Typed here.</textarea>');
  });

  test('still open in a window after it was published elsewhere shows what is published, and then changes it', async () => {
    const id = await site.publish('Published words.');
    const send = (version: string) =>
      site.post(`${list}/new`, { id, version, title: '', body: 'Older words, typed on.', act: 'next' });
    const conflict = await send('1');
    expect(conflict.status).toBe(409);
    expect(conflict.words).toContain('Published words.');
    expect(conflict.field('id')).toBe(id);
    expect((await send(conflict.field('version'))).to).toContain(`/me/experiences/${id}/readers`);
    expect((await asStranger(`${list}/${id}`)).words).toContain('Published words.');
    expect(await rows('experiences')).toBe(1);
  });

  test('without a session loses no word: they wait in the page, and go on once there is one', async () => {
    site.be(undefined);
    const body = `Long words. ${'x'.repeat(3000)}`;
    const held = await site.post(`${list}/new`, { id: newId(), version: '0', title: 'T', body, act: 'next' });
    expect(held.status).toBe(401);
    expect(held.html).toContain(body);
    expect(held.field('title')).toBe('T');
    expect((await site.post(`${list}/new`, { act: 'autosave' })).status).toBe(401);
    expect(await rows('experience_drafts')).toBe(0);
  });

  test.each([
    ['nothing', '\u200B \u202E', 'Write something first', 'empty'],
    ['a megabyte', 'a'.repeat(90_000), 'Make it shorter', 'long'],
  ])('%s is said in a clear sentence, and stays typed', async (_what, body, says) => {
    const page = await site.post(`${list}/new`, { id: newId(), version: '0', title: 'Kept', body, act: 'next' });
    expect(page.status).toBe(422);
    expect(page.words).toContain(says);
    expect(page.html).toContain('value="Kept"');
  });

  test('what must not be published is marked, with the reason, and not published by any way', async () => {
    const id = await site.publish('Call Bob on +44 7700 900123, he helps.');
    expect(await rows('experiences')).toBe(0);
    const check = await site.get(`/me/experiences/${id}/check`);
    expect(check.html).toMatch(/<mark class="alarm"><a href="#why-phone">\+44 7700 900123<\/a><\/mark>/u);
    expect(check.words).toContain('It has to go before this can be published');
    expect(check.html).not.toContain('value="publish"');
  });

  test('what only might say too much is pointed out; its author decides', async () => {
    const id = await site.publish('I am 34 and work as a baker in Smallville.');
    expect((await asStranger(`${list}/${id}`)).words).toContain('Smallville');
  });

  test('to everyone needs the agreement to publishing, asked for there; members-only does not', async () => {
    ana = await site.join({ publishing: false });
    const open = await site.publish('For all.');
    expect(await rows('experiences')).toBe(0);
    const check = await site.get(`/me/experiences/${open}/check`);
    const unticked = await site.post(`/me/experiences/${open}/check`, {
      version: '2',
      shown: check.field('shown'),
      act: 'publish',
    });
    expect(unticked.status).toBe(422);
    const agreed = { version: '2', shown: check.field('shown'), agree: 'yes', act: 'publish' };
    expect((await site.post(`/me/experiences/${open}/check`, agreed)).to).toContain('said=new');
    expect((await asStranger(`${list}/${open}`)).status).toBe(200);
  });

  test('another’s draft is not there', async () => {
    const { field } = await site.get(`${list}/new`);
    const id = field('id');
    await site.post(`${list}/new`, { id, version: '0', title: '', body: 'Mine.', act: 'stop' });
    await site.join({ name: 'Bea' });
    for (const step of ['', '/readers', '/check', '/history'])
      expect((await site.get(`/me/experiences/${id}${step}`)).status, step).toBe(404);
    await site.post(`${list}/new`, { id, version: '1', title: '', body: 'Theirs.', act: 'autosave' });
    site.be(ana);
    expect((await site.get(`/me/experiences/${id}`)).html).toContain('Mine.');
  });

  test.each(['restricted', 'banned'] as const)(
    'somebody who is %s keeps the draft and publishes nothing',
    async (how) => {
      site.standing.set(ana.accountId, how);
      const id = await site.publish('Not now.');
      expect(await rows('experiences')).toBe(0);
      expect((await site.get(`/me/experiences/${id}`)).html).toContain('Not now.');
    },
  );

  test('who publishes without end is asked to come back tomorrow, and keeps the words', async () => {
    site.limits.published = 0;
    const id = await site.publish('Again.');
    expect(await rows('experiences')).toBe(0);
    expect((await site.get(`/me/experiences/${id}`)).html).toContain('Again.');
  });
});

describe('Keeping control', () => {
  test('a text taken back is gone for everybody at once, and can be shown again', async () => {
    const id = await site.publish('A day.');
    const state = (act: string) => site.post('/me/experiences/state', { kind: 'experience', id, act });
    const taken = await state('withdraw');
    expect((await site.get(taken.to)).words).toContain('Nobody else reads it any more');
    expect((await asStranger(`${list}/${id}`)).status).toBe(404);
    expect((await asStranger(list)).words).not.toContain('A day.');
    expect((await site.get(`${list}/${id}`)).words).toContain('taken back by you');
    await state('back');
    expect((await asStranger(`${list}/${id}`)).status).toBe(200);
    expect(events()).toEqual(['experiences.submitted', 'experiences.withdrawn', 'experiences.submitted']);
  });

  test('an edit is read at once, and its author sees every version', async () => {
    const id = await site.publish('The first words.');
    const words = { version: '0', title: '', body: 'The second words.', act: 'next' };
    expect((await site.post(`/me/experiences/${id}`, words)).status).toBe(303);
    expect((await asStranger(`${list}/${id}`)).words).toContain('The first words.');
    const readers = { version: '1', about: 'self', audience: 'everyone', named: 'no', act: 'next' };
    await site.post(`/me/experiences/${id}/readers`, readers);
    await site.post(`/me/experiences/${id}/check`, { version: '2', act: 'publish' });
    const page = await asStranger(`${list}/${id}`);
    expect(page.words).toMatch(/The second words.*Without a name/u);
    expect(page.words).not.toContain('The first words.');
    const history = await site.get(`/me/experiences/${id}/history`);
    expect(history.words).toMatch(/Version 2.*The second words.*Version 1.*The first words/u);
    expect((await item(id))?.revisions.map(({ version, body }) => [version, body])).toEqual([
      [2, 'The second words.'],
      [1, 'The first words.'],
    ]);
    expect(events()).toEqual(['experiences.submitted', 'experiences.edited']);
  });

  test('a text deleted for good leaves no word, and takes its replies along', async () => {
    const id = await site.publish('All of it.');
    await site.join({ name: 'Bea' });
    await site.post(`${list}/${id}/replies`, { id: newId(), body: 'I know.', named: 'yes', act: 'send' });
    await site.post('/me/experiences/state', { kind: 'experience', id, act: 'delete' });
    expect(await rows('experiences')).toBe(1);
    site.be(ana);
    await site.post('/me/experiences/state', { kind: 'experience', id, act: 'delete' });
    for (const table of ['experiences', 'experience_replies']) expect(await rows(table), table).toBe(0);
    expect((await sql`select from experience_revisions where item_id = ${id}`.execute(site.database.db)).rows).toEqual(
      [],
    );
    await tidyExperiences(means());
    expect(await rows('experience_revisions')).toBe(0);
  });

  test('members-only texts are neither shown nor found by strangers; members read them, within limits', async () => {
    const id = await site.publish('Between us.', { audience: 'members' });
    expect((await asStranger(`${list}/${id}`)).status).toBe(404);
    expect((await asStranger(list)).words).not.toContain('Between us');
    await site.join({ name: 'Bea' });
    const page = await site.get(`${list}/${id}`);
    expect(page.words).toContain('Between us.');
    expect(page.whole).toContain('<meta name="robots" content="noindex"');
    expect(page.cache).toBe('private, no-store');
    expect(page.cacheable).toBe(false);
    site.limits.read = 0;
    expect((await site.get(list)).status).toBe(429);
  });

  test('whoever is leaving is not read any more, neither their texts nor their replies', async () => {
    const id = await site.publish('I stay.');
    const bea = await site.join({ name: 'Bea' });
    const gone = await site.publish('I go.');
    await site.post(`${list}/${id}/replies`, { id: newId(), body: 'Me, too.', named: 'yes', act: 'send' });
    await sql`update members set leaving_on = now() where id = ${bea.memberId}`.execute(site.database.db);
    expect((await asStranger(`${list}/${gone}`)).status).toBe(404);
    expect((await asStranger(`${list}/${id}`)).words).not.toContain('Me, too.');
    expect((await asStranger(list)).words).not.toContain('I go.');
    site.be(bea);
    expect((await site.get('/me/experiences')).to).toContain('/join');
  });

  test('who takes back the agreement to publishing is read by members only, at once', async () => {
    const id = await site.publish('For all.');
    await withdrawConsent({ ...means(), accountId: ana.accountId, kind: 'publishing' });
    expect((await asStranger(`${list}/${id}`)).status).toBe(404);
    await site.join({ name: 'Bea' });
    expect((await site.get(`${list}/${id}`)).status).toBe(200);
  });
});

describe('About somebody else', () => {
  const about = (over: Record<string, string>) => ({ about: 'child', minor: 'yes', age: '9', ...over });

  test('a story about a child stands without a name and a place, and is looked at when they come of age', async () => {
    const id = await site.publish('My child laughs a lot.', about({ named: 'yes' }));
    expect((await asStranger(`${list}/${id}`)).words).toContain('Without a name, about their child');
    expect(await item(id)).toMatchObject({ ofAgeIn: 2035, relation: 'child', authorName: null });
    expect(site.heard.find(({ name }) => name === 'experiences.submitted')?.payload.flags).toEqual([
      'minor',
      'about-other',
    ]);
    const placed = await site.publish('My child goes to school in Smallville.', about({}));
    expect(await item(placed)).toBeUndefined();

    site.clock.set('2035-01-02T02:00:00Z');
    const told: unknown[] = [];
    const publish = async (_: unknown, __: unknown, payload: unknown) => void told.push(payload);
    expect((await tidyExperiences({ ...means(), events: { publish } })).ofAge).toBe(1);
    expect(told).toEqual([{ kind: 'experience', id, conditionId: site.conditionId, authorId: ana.memberId }]);
    expect((await tidyExperiences(means())).ofAge).toBe(0);
    site.clock.set('2026-11-30T09:00:00Z');
  });

  test.each([
    ['how they stand to each other', { about: '' }, 'Say whom it is about'],
    ['whether they are of age', { about: 'partner', minor: '' }, 'Say whether they are of age'],
    ['an age that can be', { about: 'child', minor: 'yes', age: '40' }, 'Give their age in years'],
  ])('%s has to be said', async (_what, said, says) => {
    const { field } = await site.get(`${list}/new`);
    const id = field('id');
    await site.post(`${list}/new`, { id, version: '0', title: '', body: 'A day.', act: 'next' });
    const page = await site.post(`/me/experiences/${id}/readers`, {
      version: '1',
      audience: 'members',
      named: 'no',
      ...said,
      act: 'next',
    });
    expect(page.status).toBe(422);
    expect(page.words).toContain(says);
  });
});

describe('Moderation', () => {
  const set = (
    id: string,
    standing: 'hidden' | 'shown' | 'removed' | 'change-asked',
    kind: 'experience' | 'reply' = 'experience',
  ) =>
    site.database.db
      .transaction()
      .execute((transaction) => standingsWith(means()).setStanding(transaction, { kind, id }, standing));

  test.each(['hidden', 'removed', 'change-asked'] as const)(
    'what is %s is read by its author alone',
    async (standing) => {
      const id = await site.publish('Words.');
      expect(await set(id, standing)).toBe(true);
      expect(await set(id, standing)).toBe(false);
      expect((await asStranger(`${list}/${id}`)).status).toBe(404);
      expect((await site.get(`${list}/${id}`)).words).toContain('Words.');
      await set(id, 'shown');
      expect((await asStranger(`${list}/${id}`)).status).toBe(200);
    },
  );

  test('new members’ texts wait, edits too; a decision stays decided when the text is edited', async () => {
    site.standing.set(ana.accountId, 'held-for-review');
    const id = await site.publish('New here.');
    expect((await asStranger(`${list}/${id}`)).status).toBe(404);
    expect((await site.get(`${list}/${id}?said=new`)).words).toContain('A person reads it before others can');
    expect(site.heard.find(({ name }) => name === 'experiences.submitted')?.payload.flags).toEqual(['held']);
    await set(id, 'shown');
    const edit = async (body: string) => {
      await site.post(`/me/experiences/${id}`, { version: '0', title: '', body, act: 'next' });
      await site.post(`/me/experiences/${id}/check`, { version: '1', act: 'publish' });
    };
    await edit('Other words after approval.');
    expect(await item(id)).toMatchObject({ standing: 'held', body: 'Other words after approval.' });
    await set(id, 'hidden');
    site.standing.set(ana.accountId, 'free');
    await edit('Yet other words.');
    expect(await item(id)).toMatchObject({ standing: 'hidden', body: 'Yet other words.' });
  });

  test('a note that the answer says otherwise stands beside the text, with the way there', async () => {
    const id = await site.publish('It is caught from cats.');
    await site.database.db
      .transaction()
      .execute((transaction) =>
        standingsWith(means()).setNotes(transaction, { kind: 'experience', id }, [
          { questionId: 'what-is-it', words: 'It is not caught.', language: 'en' },
        ]),
      );
    for (const path of [list, `${list}/${id}`]) {
      const page = await asStranger(path);
      expect(page.words).toContain('The reviewed answer says otherwise. It is not caught.');
      expect(page.html).toContain('href="/conditions/stillness/questions/what-is-it"');
    }
  });

  test('words of somebody in danger are met with help of their country, and flagged', async () => {
    ana = await site.join({ region: 'ES-MD' });
    const id = await site.publish('Some days I want to die.');
    expect(site.heard.find(({ name }) => name === 'experiences.submitted')?.payload.flags).toEqual(['crisis']);
    expect((await site.get(`${list}/${id}`)).html).toContain('href="tel:024"');
    expect((await asStranger(`${list}/${id}`)).html).not.toContain('tel:');
  });

  test('help does not wait for the last step: it is there when words are saved, and for whoever is not signed in', async () => {
    ana = await site.join({ region: 'ES' });
    const fields = { id: newId(), version: '0', title: '', body: 'Ya no puedo más.' };
    const next = await site.post(`${list}/new`, { ...fields, act: 'next' });
    expect((await site.get(next.to)).html).toContain('href="tel:024"');
    const stopped = await site.post(`${list}/new`, { ...fields, id: newId(), act: 'stop' });
    expect((await site.get(stopped.to)).html).toContain('href="tel:024"');
    site.be(undefined);
    const held = await site.post(`${list}/new`, { ...fields, act: 'next' });
    expect(held.words).toMatch(/You need not be alone with this.*Spain: 024/u);
  });
});

describe('Reading', () => {
  test('the orders go through all, once each', async () => {
    for (const nth of [1, 2, 3]) await site.publish(`Story ${nth}.`, { years: nth === 2 ? 'over-10' : 'under-1' });
    const bea = await site.join({ name: 'Bea' });
    const ids = (await sql<{ id: string; body: string }>`select id, body from experiences`.execute(site.database.db))
      .rows;
    const second = ids.find(({ body }) => body === 'Story 2.')!.id;
    const press = (on: string) => site.post(`${list}/${second}/react`, { kind: 'thank', on });
    await press('yes');
    await press('yes');
    const helpful = await sql<{ helpful: number }>`select helpful from experiences where id = ${second}`.execute(
      site.database.db,
    );
    expect(helpful.rows[0]!.helpful).toBe(1);
    expect((await site.get(`${list}/${second}`)).html).toMatch(/aria-pressed="true"[^>]*>Thank you/u);
    const page = await asStranger(`${list}?order=helpful`);
    expect(page.words.indexOf('Story 2.')).toBeLessThan(page.words.indexOf('Story 1.'));
    const alike = await asStranger(`${list}?order=alike&role=living-with-it&years=over-10`);
    expect(alike.words).toContain('Story 2.');
    expect(alike.words).not.toContain('Story 1.');
    site.be(bea);
    await press('no');
    expect((await site.get(`${list}/${second}`)).html).not.toContain('aria-pressed="true"');
  });

  test('nobody thanks themselves, and a stranger is led to signing in', async () => {
    const id = await site.publish('Mine.');
    await site.post(`${list}/${id}/react`, { kind: 'thank', on: 'yes' });
    expect(await rows('experience_reactions')).toBe(0);
    site.be(undefined);
    expect((await site.post(`${list}/${id}/react`, { kind: 'thank', on: 'yes' })).to).toMatch(/^\/sign-in\?to=/u);
  });

  test('members reply, one level deep; the reply is checked, sent once, and taken back at once', async () => {
    const id = await site.publish('Somebody?');
    ana = await site.join({ name: 'Bea' });
    const reply = newId();
    const send = (over: Record<string, string>) =>
      site.post(`${list}/${id}/replies`, { id: reply, body: 'I am here.', named: 'yes', act: 'send', ...over });
    expect((await send({ body: ' ' })).words).toContain('One line will do');
    expect((await send({ named: '' })).status).toBe(422);
    expect((await send({ body: 'Write to bea@example.org' })).words).toContain('Take out what is marked in red');
    expect((await send({ body: 'Dr. Ada Example said so.' })).html).toContain('value="anyway"');
    await Promise.all([send({}), send({})]);
    expect(await rows('experience_replies')).toBe(1);
    expect((await asStranger(`${list}/${id}`)).words).toMatch(/I am here\. Bea, 30 November 2026/u);
    await site.post('/me/experiences/state', { kind: 'reply', id: reply, act: 'withdraw' });
    expect((await asStranger(`${list}/${id}`)).words).not.toContain('I am here');
    expect(events().filter((name) => name === 'experiences.submitted')).toHaveLength(2);
  });

  test('what may hurt unprepared readers is folded, and says why', async () => {
    const id = await site.publish('It was hard.', { notes: ['death', 'violence'] });
    expect((await asStranger(`${list}/${id}`)).html).toMatch(
      /<details class="fold"><summary>This speaks of the death of somebody and violence or abuse/u,
    );
  });

  test('search engines get a QAPage of public answers to a question, and of nothing else', async () => {
    const path = `${list}?question=what-is-it`;
    await site.publish('Secret answer.', { audience: 'members' }, { question: 'what-is-it' });
    expect((await asStranger(path)).whole).not.toContain('QAPage');
    await site.publish('Open answer.', {}, { question: 'what-is-it' });
    const { whole } = await asStranger(path);
    const data = JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/u.exec(whole)![1]!) as {
      mainEntity: { answerCount: number; suggestedAnswer: { text: string }[] };
    };
    expect(data.mainEntity.suggestedAnswer.map(({ text }) => text)).toEqual(['Open answer.']);
    expect(whole).not.toContain('noindex');
    expect((await asStranger(list)).whole).toContain('noindex');
    const seen = await site.get(path);
    expect(seen.whole).toContain('Secret answer.');
    expect(seen.whole.split('ld+json')[1] ?? '').not.toMatch(/Secret[^]*<\/script>/u);
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '"><svg/onload=alert(1)>',
    '</textarea><script>alert(1)</script>',
    "'-alert(1)-'",
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ])('%s is words wherever it stands', async (words) => {
    const id = await site.publish(words, {}, { title: words.slice(0, 60), question: 'what-is-it' });
    for (const path of [
      list,
      `${list}/${id}`,
      `${list}?question=what-is-it`,
      `/me/experiences`,
      `/me/experiences/${id}`,
      `/me/experiences/${id}/check`,
    ]) {
      const { whole } = await site.get(path);
      expect(whole, path).not.toMatch(/<script>alert|<img src=x|<svg\/onload|href="javascript/iu);
    }
  });

  test('nonsense in the address is nobody’s page, or the plain list', async () => {
    expect((await asStranger(`${list}/nonsense`)).status).toBe(404);
    expect((await asStranger(`${list}/${newId()}`)).status).toBe(404);
    expect((await asStranger(`${list}?after=x&order=y&role=z&question=q`)).status).toBe(200);
  });
});
