import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import { startMemberSite, type Fields, type MemberSite } from '#support/member-site.ts';
import { testFrame } from '#support/frame.ts';
import { createConsentRepository } from './consent.repository.ts';
import { consentKinds } from './consent.ts';
import { wordings } from './consent.wording.ts';
import { createProfileRepository } from './profile.repository.ts';
import { createJoiningRepository } from './joining.repository.ts';

let site: MemberSite;
let me: SignedIn;
beforeAll(async () => {
  site = await startMemberSite();
});
beforeEach(async () => {
  me = await site.signIn({ email: `stone.walker.${crypto.randomUUID()}@mail.example` });
});
afterAll(() => site.close());

const shown = Object.fromEntries(wordings(testFrame().i18n).map(({ kind, version }) => [`shown-${kind}`, version]));
const agreeing: Fields = { ...shown, agree: ['account', 'health'] };
const old = { 'old-enough': 'yes' };
const go = (step: string, fields: Fields = {}) => site.post(`/join/${step}`, { act: 'go', ...fields });
const skip = (step: string) => site.post(`/join/${step}`, { act: 'skip' });
const draft = () => createJoiningRepository(site.database.db).find(me.accountId);
const consents = () => createConsentRepository(site.database.db).list(me.accountId);
const member = () => createProfileRepository(site.database.db).findByAccount(me.accountId);

async function upTo(step: string) {
  await site.post('/join/age', old);
  await go('consents', agreeing);
  for (const each of ['role', 'conditions', 'place', 'language', 'name', 'birth']) {
    if (each === step) return;
    await (each === 'place' ? go('place', { country: '' }) : skip(each));
  }
}

describe('Joining', () => {
  test('asks one question after the other and makes a member of the answers', async () => {
    expect((await site.get('/join')).to).toBe('/join/age');
    expect((await site.post('/join/age', old)).to).toBe('/join/consents');
    expect((await go('consents', { ...shown, agree: ['account', 'health', 'contact'] })).to).toBe('/join/role');
    expect((await go('role', { role: 'living-with-it' })).to).toBe('/join/conditions');
    const id = site.idOf('stillness');
    const picked = await site.post('/join/conditions', { act: 'add', q: 'still', add: id });
    expect(picked.words).toContain('You have chosen one condition');
    expect((await go('conditions', { chosen: id, [`state-${id}`]: 'diagnosed', [`first-${id}`]: '2001' })).to).toBe(
      '/join/place',
    );
    expect((await go('place', { country: 'ES' })).to).toBe('/join/part');
    expect((await go('part', { part: 'ES-MD' })).to).toBe('/join/language');
    expect((await go('language', { language: 'es' })).to).toBe('/es/join/name');
    expect((await site.post('/es/join/name', { act: 'go', name: ' Maren ' })).to).toBe('/es/join/birth');
    expect((await site.post('/es/join/birth', { act: 'go', birth: '1980' })).to).toBe('/es/join/done');
    expect(await member()).toMatchObject({
      displayName: 'Maren',
      role: 'living-with-it',
      region: 'ES-MD',
      birthYear: 1980,
      memberships: [{ conditionId: id, state: 'diagnosed', firstSymptomsYear: 2001, listed: false }],
    });
    expect(site.asked.languages.get(me.accountId)).toBe('es');
    const done = await site.get('/join/done');
    expect(done.words).toMatch(/Maren.*living with it.*Stillness: I live with it, diagnosed.*Spain.*1980/u);
  });

  test('passes over everything but the gate and the consents', async () => {
    await upTo('birth');
    expect((await skip('birth')).to).toBe('/join/done');
    expect(await member()).toMatchObject({ displayName: null, role: null, region: null, memberships: [] });
  });

  test('goes on where somebody stopped, says where they are, and shows what they said', async () => {
    await upTo('place');
    await go('role', { role: 'family' });
    expect((await site.get('/join')).to).toBe('/join/place');
    expect((await site.get('/join/place')).words).toContain('Step 5 of 8');
    expect((await site.get('/join/role')).html).toMatch(/value="family"[^>]*checked/u);
  });

  test('asks nothing before the gate and the consents', async () => {
    expect((await site.get('/join/name')).to).toBe('/join/age');
    expect((await go('name', { name: 'Maren' })).to).toBe('/join/age');
    await site.post('/join/age', old);
    expect((await go('role', { role: 'family' })).to).toBe('/join/consents');
    expect(await draft()).toMatchObject({ role: null, displayName: null });
  });

  test('is for nobody’s cache, and shows nothing of anybody to somebody who is not signed in', async () => {
    await upTo('name');
    for (const path of ['/join', '/join/name', '/join/consents', '/join/too-young'])
      expect((await site.get(path)).cache, path).toBe('private, no-store');
    site.be(undefined);
    expect((await site.get('/join/name')).to).toBe('/sign-in?to=%2Fjoin');
    expect((await site.get('/es/join/done')).to).toBe('/es/sign-in?to=%2Fes%2Fjoin');
    expect((await site.get('/join')).words).toContain('Join by mail');
  });

  test('is over for whoever has joined: a second tab leads to their pages', async () => {
    await upTo('birth');
    await skip('birth');
    expect((await go('name', { name: 'Other' })).to).toBe('/me');
    expect((await site.get('/join')).to).toBe('/me');
    expect((await member())?.displayName).toBeNull();
  });

  test('sent twice is one answer', async () => {
    for (let time = 0; time < 5; time++) {
      me = await site.signIn({ email: `stone.walker.${crypto.randomUUID()}@mail.example` });
      await upTo('birth');
      const both = await Promise.all([skip('birth'), skip('birth'), go('consents', { ...shown, agree: [] })]);
      for (const { to, status } of both) expect(['/join/done', '/me', 422]).toContain(to ?? status);
      expect(await member()).toBeDefined();
      expect(await draft(), 'a member has no draft').toBeUndefined();
    }
  });

  test.each(['age', 'consents', 'role', 'conditions', 'place', 'part', 'language', 'name', 'birth'])(
    'takes any nonsense for %s without breaking',
    async (step) => {
      await upTo('birth');
      for (const fields of [
        {},
        {
          act: 'fly',
          agree: 'everything',
          role: 'king',
          country: 'XX',
          part: 'ES-MD',
          language: 'tlh',
          birth: '\0',
          name: '\0',
        },
        { act: 'go', chosen: ['1', 'x'.repeat(4000), me.accountId], add: "'; drop table members", remove: '%' },
        { act: 'go', name: '\u202Eadmin', birth: 'NaN', country: '__proto__', q: '\0' },
      ] as Fields[])
        expect([200, 303, 422], JSON.stringify(fields)).toContain((await site.post(`/join/${step}`, fields)).status);
      expect((await site.get('/join/nonsense')).status).toBe(404);
    },
  );
});

describe('The gate', () => {
  test('asks whether somebody is old enough; who is not is told what they can do, and their account goes', async () => {
    expect((await site.get('/join/age')).words).toContain('Are you 16 or older?');
    expect((await site.post('/join/age', { 'old-enough': 'no' })).to).toBe('/join/too-young');
    expect(site.asked.removed).toContain(me.accountId);
    expect(await draft()).toBeUndefined();
    expect((await site.get('/join/too-young')).words).toContain('We have kept nothing');
  });

  test('keeps no more than the yes', async () => {
    await site.post('/join/age', old);
    expect(await draft()).toMatchObject({ passed: ['age'], birthYear: null, role: null });
  });
});

describe('The consents', () => {
  beforeEach(async () => void (await site.post('/join/age', old)));

  test('are five boxes, none of them ticked', async () => {
    const { html } = await site.get('/join/consents');
    expect(html.match(/type="checkbox"/gu)).toHaveLength(5);
    expect(html).not.toMatch(/ checked/u);
  });

  test('say which tick is missing, keep the others, and note nothing', async () => {
    const { status, html, words } = await go('consents', { ...shown, agree: ['health', 'research'] });
    expect(status).toBe(422);
    expect(words).toContain('Tick “Keep an account for me” to join.');
    expect(html).toMatch(/id="agree-research"[^>]*checked/u);
    expect(html).toMatch(/href="#agree-account"/u);
    expect(await consents()).toEqual([]);
  });

  test('of other words than today’s are shown anew; what was ticked besides stays', async () => {
    const { status, words, html } = await go('consents', {
      ...agreeing,
      agree: ['account', 'health', 'contact'],
      'shown-health': '0000000000000000',
    });
    expect(status).toBe(422);
    expect(words).toContain('The words of “Keep what I say about my health” have changed');
    expect(html).not.toMatch(/id="agree-health"[^>]*checked/u);
    for (const kind of ['account', 'contact']) expect(html).toMatch(new RegExp(`id="agree-${kind}"[^>]*checked`, 'u'));
    expect(await consents()).toEqual([]);
  });

  test('are noted word by word, in the language they were read in', async () => {
    const spanish = wordings(testFrame('es').i18n);
    await site.post('/es/join/consents', {
      ...Object.fromEntries(spanish.map(({ kind, version }) => [`shown-${kind}`, version])),
      agree: ['account', 'health'],
    });
    const noted = await consents();
    expect(noted.map(({ kind, text, language }) => ({ kind, text, language }))).toEqual(
      expect.arrayContaining(
        (['account', 'health'] as const).map((kind) => ({
          kind,
          language: 'es',
          text: spanish.find((each) => each.kind === kind)!.text,
        })),
      ),
    );
    expect(noted).toHaveLength(2);
  });

  test('can be changed on the way: the page shows what is ticked, and unticking takes back', async () => {
    await go('consents', { ...shown, agree: [...consentKinds] });
    expect((await site.get('/join/consents')).html).toMatch(/id="agree-contact"[^>]*checked/u);
    await go('consents', agreeing);
    expect((await site.get('/join/consents')).html).not.toMatch(/id="agree-contact"[^>]*checked/u);
  });
});

describe('Conditions on the way in', () => {
  const id = (slug: string) => site.idOf(slug);
  beforeEach(() => upTo('conditions'));

  test('are looked up by a form that puts no word into an address, and found again after going away', async () => {
    const found = await site.post('/join/conditions', { act: 'search', q: 'still' });
    expect(found.status).toBe(200);
    expect(found.words).toContain('Found for “still”');
    expect(found.html).toContain(`value="${id('stillness')}"`);
    await site.post('/join/conditions', { act: 'add', add: [id('stillness'), id('restlessness')] });
    expect((await site.get('/join/conditions')).words).toContain('You have chosen 2 conditions');
  });

  test('that were ticked count, whichever button was pressed', async () => {
    await site.post('/join/conditions', { act: 'search', q: 'rest', add: id('stillness') });
    expect((await draft())?.conditions).toMatchObject([{ conditionId: id('stillness') }]);
    expect((await go('conditions', { chosen: id('stillness'), add: id('restlessness') })).to).toBe('/join/place');
    expect((await draft())?.conditions).toHaveLength(2);
  });

  test('are removed one by one, and what was said of the others stays', async () => {
    const said = { [`state-${id('stillness')}`]: 'suspected', [`first-${id('stillness')}`]: '1999' };
    await site.post('/join/conditions', {
      chosen: [id('stillness'), id('restlessness')],
      remove: id('restlessness'),
      ...said,
    });
    expect((await draft())?.conditions).toEqual([
      { conditionId: id('stillness'), state: 'suspected', firstSymptomsYear: 1999, diagnosisYear: null },
    ]);
  });

  test('with a year that cannot be come back with every word that was typed', async () => {
    const { status, html, words } = await go('conditions', {
      chosen: id('stillness'),
      [`first-${id('stillness')}`]: '2031',
      [`diagnosis-${id('stillness')}`]: 'soon',
    });
    expect(status).toBe(422);
    expect(words).toContain('This year has not come yet.');
    expect(words).toContain('Write the year in four digits');
    expect(html).toContain('value="2031"');
    expect(html).toContain('value="soon"');
  });

  test('that are not there cannot be chosen', async () => {
    const { status, words } = await go('conditions', { add: crypto.randomUUID() });
    expect(status).toBe(422);
    expect(words).toContain('Look up a condition and tick it');
  });

  test('found by no word are said not to be found', async () => {
    const { words } = await site.post('/join/conditions', { act: 'search', q: '<b>xyz</b>' });
    expect(words).toContain('Nothing was found for “&lt;b&gt;xyz&lt;/b&gt;”');
  });
});

describe('A place', () => {
  beforeEach(() => upTo('place'));

  test('of a country that is left for another forgets the part', async () => {
    await go('place', { country: 'ES' });
    await go('part', { part: 'ES-MD' });
    await go('place', { country: 'FR' });
    expect((await draft())?.region).toBe('FR');
    await go('place', { country: '' });
    expect((await draft())?.region).toBeNull();
  });

  test('is a country of the list, and a part of that country', async () => {
    expect((await go('place', { country: '150' })).status).toBe(422);
    await go('place', { country: 'ES' });
    await go('part', { part: 'FR-75' });
    expect((await draft())?.region).toBe('ES');
  });
});

describe('A name', () => {
  beforeEach(() => upTo('name'));

  test('that looks like a real one is warned of, and taken when somebody is sure', async () => {
    const warned = await go('name', { name: 'Maren Holt' });
    expect(warned.status).toBe(200);
    expect(warned.words).toContain('It looks like a real name.');
    expect((await draft())?.displayName).toBeNull();
    expect((await site.post('/join/name', { act: 'keep', name: 'Maren Holt', sure: 'Maren Holt' })).to).toBe(
      '/join/birth',
    );
    expect((await draft())?.displayName).toBe('Maren Holt');
  });

  test('that was changed after the warning is looked at again', async () => {
    const { words } = await site.post('/join/name', { act: 'keep', name: 'Ola Nord', sure: 'Maren Holt' });
    expect(words).toContain('You can keep “Ola Nord”.');
  });

  test.each(['Moderator', 'Ada Lind', 'АDA LIND', 'Atlas', 'M\u0430ren'])(
    'that could be taken for staff or mixes alphabets (%s) is refused, and stays in the field',
    async (name) => {
      const { status, html } = await go('name', { name });
      expect(status).toBe(422);
      expect(html).toContain(`value="${name}"`);
    },
  );

  test('of staff may say what they are', async () => {
    site.be({ ...me, staffRoles: ['moderator'] });
    expect((await go('name', { name: 'Moderator' })).to).toBe('/join/birth');
  });
});

test('A year of birth below the age of the gate is refused in words that let somebody go on', async () => {
  await upTo('birth');
  const { status, words } = await go('birth', { birth: '2020' });
  expect(status).toBe(422);
  expect(words).toContain('By this year you are younger than 16');
  expect((await go('birth', { birth: '' })).to).toBe('/join/done');
});

test('A session that ended loses no word: the page carries them, until they are sent again', async () => {
  await upTo('name');
  site.be(undefined);
  const { status, html, cache } = await site.post('/es/join/name', { act: 'go', name: '"><b>Maren' });
  expect(status).toBe(401);
  expect(cache).toBe('private, no-store');
  expect(html).toContain('action="/es/join/name"');
  expect(html).toContain('value="&quot;&gt;&lt;b&gt;Maren"');
  expect(html).not.toContain('<b>Maren');
});
