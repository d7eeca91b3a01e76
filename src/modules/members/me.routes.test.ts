import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import { newId } from '#platform/ids/ids.ts';
import { testFrame } from '#support/frame.ts';
import { startMemberSite, type Fields, type MemberSite } from '#support/member-site.ts';
import { consentKinds, type ConsentKind } from './consent.ts';
import { wordingOf } from './consent.wording.ts';
import { membershipsChanged } from './member.events.ts';
import { giveConsent, withdrawConsent } from './member.usecases.ts';
import { createProfileRepository } from './profile.repository.ts';

let site: MemberSite;
let me: SignedIn;
const { i18n } = testFrame();

beforeAll(async () => {
  site = await startMemberSite();
});
afterAll(() => site.close());

const profiles = () => createProfileRepository(site.database.db);
const member = async () => (await profiles().findByAccount(me.accountId))!;
const means = () => ({ database: site.database.db, clock: site.clock, events: { publish: async () => {} } });
const agree = (kind: ConsentKind) =>
  giveConsent({ ...means(), accountId: me.accountId, wording: wordingOf(kind, i18n) });

/** Somebody who has joined with stillness, and agreed to all. */
beforeEach(async () => {
  site.clock.set('2026-11-22T09:00:00Z');
  me = await site.signIn();
  const id = newId();
  await profiles().add({
    id,
    accountId: me.accountId,
    profile: { role: 'living-with-it', displayName: 'Maren', region: 'ES-MD', birthYear: 1980 },
    demo: false,
    joinedAt: site.clock.now(),
  });
  await profiles().saveMembership(
    id,
    site.idOf('stillness'),
    { role: 'living-with-it', state: 'diagnosed', firstSymptomsYear: 2001, diagnosisYear: null },
    site.clock.now(),
  );
  for (const kind of consentKinds) await agree(kind);
  site.published.length = 0;
});

describe('Somebody’s own pages', () => {
  const pages = ['/me', '/me/profile', '/me/conditions', '/me/consents', '/me/seen'];

  test.each(pages)('%s is for them alone, and for no cache', async (page) => {
    const { status, cache } = await site.get(page);
    expect(status).toBe(200);
    expect(cache).toBe('private, no-store');
    site.be(undefined);
    const { to, cache: without } = await site.get(`/es${page}`);
    expect(to).toBe(`/es/sign-in?to=${encodeURIComponent(`/es${page}`)}`);
    expect(without).toBe('private, no-store');
  });

  test.each(pages)('%s leads to joining whoever has not joined', async (page) => {
    await site.signIn();
    expect((await site.get(page)).to).toBe('/join');
  });

  test('say in one place who somebody is, what they agreed to and who sees them', async () => {
    const { words } = await site.get('/me');
    expect(words).toMatch(/Maren, living with it.*one condition.*5 of 5 given.*Nobody sees you/u);
  });

  test.each(pages.slice(1))('%s loses no word when the session has ended', async (page) => {
    site.be(undefined);
    const { status, html } = await site.post(page, { name: 'Teodora', listed: ['a', 'b'] });
    expect(status).toBe(401);
    expect(html).toContain('name="name" value="Teodora"');
    expect(html.match(/name="listed"/gu)).toHaveLength(2);
  });

  test.each(pages.slice(1))('%s takes any nonsense without breaking', async (page) => {
    for (const fields of [
      {},
      { act: 'save', condition: 'x', kind: 'soul', name: '\0', country: 'XX', role: 'king', birth: '\0' },
      { act: 'undo', condition: site.idOf('stillness'), since: 'never', listed: 'yes' },
      { act: 'give', kind: 'account' },
      { act: 'add', add: [crypto.randomUUID(), 'x'] },
    ] as Fields[])
      expect([200, 303, 409, 422], JSON.stringify(fields)).toContain((await site.post(page, fields)).status);
  });
});

describe('Who I am here', () => {
  const whole: Fields = {
    act: 'go',
    name: 'Maren',
    role: 'living-with-it',
    country: 'ES',
    part: 'ES-MD',
    language: 'en',
    birth: '1980',
  };
  const save = (over: Fields = {}) => site.post('/me/profile', { ...whole, ...over });

  test('is saved whole, and shown as it was saved', async () => {
    expect((await save({ name: 'Teodora', role: 'family', birth: '', language: 'es' })).to).toBe(
      '/me/profile?saved=yes',
    );
    expect(await member()).toMatchObject({ displayName: 'Teodora', role: 'family', region: 'ES-MD', birthYear: null });
    expect(site.asked.languages.get(me.accountId)).toBe('es');
    const { html, words } = await site.get('/me/profile?saved=yes');
    expect(words).toContain('Saved.');
    expect(html).toContain('value="Teodora"');
  });

  test('may be nothing at all', async () => {
    await save({ name: '', role: '', country: '', part: '', birth: '' });
    expect(await member()).toMatchObject({ displayName: null, role: null, region: null, birthYear: null });
  });

  test('in another country forgets the part of the first, and asks for one there', async () => {
    expect((await save({ country: 'FR' })).to).toBe('/me/profile?saved=part');
    expect((await member()).region).toBe('FR');
    expect((await site.get('/me/profile?saved=part')).words).toContain('choose a part of France, too');
  });

  test('keeps no role for whoever took back the consent about health', async () => {
    await withdrawConsent({ ...means(), accountId: me.accountId, kind: 'health' });
    expect((await site.get('/me/profile')).html).not.toContain('name="role"');
    await save({ role: 'family' });
    expect((await member()).role).toBeNull();
  });

  test('with faults comes back with all that was typed, and nothing is saved', async () => {
    const { status, html, words } = await save({ name: 'Moderator', birth: '2005', country: 'XX', role: 'family' });
    expect(status).toBe(422);
    expect(words).toContain('Others could take this for somebody who speaks for the organisation.');
    expect(words).toContain('For one of your conditions you gave an earlier year.');
    expect(html).toContain('value="Moderator"');
    expect(html).toMatch(/value="family"[^>]*checked/u);
    expect(await member()).toMatchObject({ displayName: 'Maren', birthYear: 1980, region: 'ES-MD' });
  });

  test('warns of a name that looks real, once, and takes it when somebody is sure', async () => {
    expect((await save({ name: 'Ola Nord' })).words).toContain('You can keep “Ola Nord”.');
    expect((await save({ name: 'Ola Nord', act: 'keep', sure: 'Ola Nord' })).status).toBe(303);
    expect((await save({ name: 'Ola Nord' })).status).toBe(303);
  });
});

describe('My conditions', () => {
  const id = (slug: string) => site.idOf(slug);
  const post = (fields: Fields) => site.post('/me/conditions', fields);

  test('are added by looking them up; nothing comes into an address', async () => {
    const found = await post({ act: 'search', q: 'rest' });
    expect(found.html).toContain(`value="${id('restlessness')}"`);
    // who is there already is not offered again
    expect((await post({ act: 'search', q: 'still' })).words).toContain('Nothing was found for “still”');
    const { status, words } = await post({ act: 'add', add: [id('restlessness'), id('stillness')] });
    expect(status).toBe(200);
    expect(words).toContain('One condition was added.');
    expect((await member()).memberships).toHaveLength(2);
    expect(site.published).toEqual([membershipsChanged.name]);
  });

  test('are changed one by one, with faults that name the year and keep what was typed', async () => {
    const said = { act: 'save', condition: id('stillness'), [`role-${id('stillness')}`]: 'living-with-it' };
    const faulty = await post({ ...said, [`first-${id('stillness')}`]: '1970' });
    expect(faulty.status).toBe(422);
    expect(faulty.words).toContain('Stillness: This is before the year in which you were born.');
    expect(faulty.html).toContain('value="1970"');
    const { words } = await post({ ...said, [`state-${id('stillness')}`]: 'suspected' });
    expect(words).toContain('What you say about stillness is saved.');
    expect((await member()).memberships).toMatchObject([
      { role: 'living-with-it', state: 'suspected', firstSymptomsYear: null },
    ]);
  });

  test('are left at once, and had back as they were by one button on the page', async () => {
    await profiles().saveListed((await member()).id, [id('stillness')]);
    const before = (await member()).memberships;
    site.clock.set('2026-11-25T09:00:00Z');
    const left = await post({ act: 'leave', condition: id('stillness') });
    expect(left.words).toContain('You have left stillness.');
    expect((await member()).memberships).toEqual([]);
    const listed = await profiles().listListed(id('stillness'), { limit: 99 });
    expect(listed.map(({ accountId }) => accountId)).not.toContain(me.accountId);
    const undo = Object.fromEntries(
      [...left.html.split('</form>')[0]!.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/gu)].map(
        ([, name, value]) => [name!, value!],
      ),
    );
    const back = await post(undo);
    expect(back.words).toContain('You belong to stillness again, as before.');
    expect((await member()).memberships).toEqual(before);
  });

  test('left in another tab are not changed back by a form of this one', async () => {
    await post({ act: 'leave', condition: id('stillness') });
    await post({ act: 'save', condition: id('stillness') });
    expect((await member()).memberships).toEqual([]);
  });

  test('cannot be added by whoever took back the consent about health, not even by undoing', async () => {
    await withdrawConsent({ ...means(), accountId: me.accountId, kind: 'health' });
    expect((await site.get('/me/conditions')).words).toContain('You have taken back your agreement');
    for (const fields of [
      { act: 'add', add: id('stillness') },
      { act: 'undo', condition: id('stillness'), since: site.clock.now().toISOString() },
      { act: 'save', condition: id('stillness') },
    ] as Fields[])
      await post(fields);
    expect((await member()).memberships).toEqual([]);
  });
});

describe('My consents', () => {
  const version = (kind: ConsentKind) => wordingOf(kind, i18n).version;

  test('show the words of then, and what taking each back would do', async () => {
    const { words } = await site.get('/me/consents');
    expect(words).toContain(wordingOf('health', i18n).text.split('\n')[1]);
    expect(words).toContain('Agreed on 22 November 2026');
    expect(words).toContain('You leave the one condition that you belong to.');
    expect(words).toContain('Nobody is shown your name now, and it stays so.');
  });

  test('that are taken back are carried out at once, can be given again, and leave a history', async () => {
    const { words, html } = await site.post('/me/consents', { act: 'take-back', kind: 'research' });
    expect(words).toContain('Taken back, and done.');
    expect(html).toContain(`name="shown" value="${version('research')}"`);
    expect(words).toContain('Agreed on 22 November 2026, taken back on 22 November 2026');
    const again = await site.post('/me/consents', { act: 'give', kind: 'research', shown: version('research') });
    expect(again.words).toContain('You have agreed.');
  });

  test('of health removes the memberships that it said it would', async () => {
    await site.post('/me/consents', { act: 'take-back', kind: 'health' });
    expect((await member()).memberships).toEqual([]);
    expect(site.published).toContain(membershipsChanged.name);
  });

  test('of the account leads to leaving, and does nothing by itself', async () => {
    expect((await site.post('/me/consents', { act: 'take-back', kind: 'account' })).to).toBe('/me/leave');
    expect((await site.get('/me')).words).toContain('5 of 5 given');
  });

  test('are not given to words that were others when they were read', async () => {
    await site.post('/me/consents', { act: 'take-back', kind: 'contact' });
    const { status, words } = await site.post('/me/consents', { act: 'give', kind: 'contact', shown: 'older' });
    expect(status).toBe(409);
    expect(words).toContain('Nothing was done.');
    expect((await site.get('/me')).words).toContain('4 of 5 given');
  });

  test('given in one language are shown in it, on a page in another', async () => {
    const { html, words } = await site.get('/es/me/consents');
    expect(html).toContain('<blockquote class="flow" lang="en">');
    expect(words).toContain('Diste el permiso en inglés.');
  });
});

describe('What others see of me', () => {
  const part = (html: string, id: string) => new RegExp(`id="${id}"[^]*?</section>`, 'u').exec(html)?.[0] ?? '';

  test('is nothing for a stranger and for a member, until somebody chooses', async () => {
    const { html } = await site.get('/me/seen');
    expect(part(html, 'stranger')).toContain('Nothing.');
    expect(part(html, 'member')).toContain('Nothing.');
    expect(part(html, 'moderator')).toContain('Maren');
    expect(part(html, 'moderator')).not.toMatch(/tillness|Spain/u);
  });

  test('is the card that others get, once chosen; the country only if wished, the part of it never', async () => {
    const first = await site.post('/me/seen', { listed: site.idOf('stillness') });
    expect(part(first.html, 'member')).toMatch(/Maren[^]*Lives with stillness, diagnosed/u);
    expect(part(first.html, 'member')).not.toContain('Spain');
    expect(part(first.html, 'stranger')).toContain('Nothing.');
    const second = await site.post('/me/seen', { listed: site.idOf('stillness'), country: 'shown' });
    expect(part(second.html, 'member')).toContain('Spain');
    for (const id of ['stranger', 'member', 'moderator'])
      expect(part(second.html, id)).not.toMatch(/Madrid|1980|2001|mail\.example/u);
  });

  test('can be chosen for one’s own conditions only, and not without the consent about contact', async () => {
    await site.post('/me/seen', { listed: [site.idOf('restlessness'), crypto.randomUUID()] });
    expect((await member()).memberships.map(({ listed }) => listed)).toEqual([false]);
    await withdrawConsent({ ...means(), accountId: me.accountId, kind: 'contact' });
    await site.post('/me/seen', { listed: site.idOf('stillness') });
    expect((await member()).memberships.map(({ listed }) => listed)).toEqual([false]);
    expect((await site.get('/me/seen')).words).toContain('You are named to nobody');
  });
});
