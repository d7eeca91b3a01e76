import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import { newId } from '#platform/ids/ids.ts';
import { startMemberSite, type MemberSite } from '#support/member-site.ts';
import { createProfileRepository } from './profile.repository.ts';

let site: MemberSite;
let stranger: SignedIn;
let inside: SignedIn;
/** Found under stillness; belongs to restlessness too, and is not listed there. */
let maren: string;
const page = '/conditions/stillness/people';

async function addMember(slugs: string[], listed: string[] = [], displayName = 'Maren') {
  const signedIn = await site.signIn();
  const profiles = createProfileRepository(site.database.db);
  const id = newId();
  await profiles.add({
    id,
    accountId: signedIn.accountId,
    profile: { role: 'living-with-it', displayName, region: 'ES-MD', birthYear: 1980 },
    demo: false,
    joinedAt: site.clock.now(),
  });
  for (const slug of slugs)
    await profiles.saveMembership(
      id,
      site.idOf(slug),
      { role: 'living-with-it', state: 'diagnosed', firstSymptomsYear: 2001, diagnosisYear: null },
      site.clock.now(),
    );
  await profiles.saveListed(id, listed.map(site.idOf));
  return { id, signedIn };
}

beforeAll(async () => {
  site = await startMemberSite();
  maren = (await addMember(['stillness', 'restlessness'], ['stillness'])).id;
  inside = (await addMember(['stillness', 'restlessness'], [], 'Ilias')).signedIn;
  stranger = (await addMember(['restlessness'], [], 'Other')).signedIn;
});
beforeEach(() => {
  site.budget.left = Infinity;
  site.be(inside);
});
afterAll(() => site.close());

describe('The people of a condition', () => {
  test('are told to nobody outside: how many, how to join, and the same for everybody', async () => {
    site.be(undefined);
    const nobody = await site.get(page);
    expect(nobody.status).toBe(200);
    expect(nobody.words).toContain('at least 10 people');
    expect(nobody.words).toContain('Fewer than 15 people and none look alike here');
    expect(nobody.html).not.toMatch(/Maren|\/people\/[0-9a-f]/u);
    site.be(stranger);
    expect((await site.get(page)).html).toBe(nobody.html);
    await site.signIn();
    expect((await site.get(page)).html).toBe(nobody.html);
  });

  test('are named to those who share it, if they chose so, by this condition alone', async () => {
    const { words, html } = await site.get(page);
    expect(words).toContain('Maren Lives with stillness, diagnosed');
    expect(html).toContain(`href="/people/${maren}"`);
    expect(words).not.toMatch(/Ilias|estlessness|Spain|1980|2001/u);
    expect((await site.get('/conditions/restlessness/people')).words).not.toContain('Maren');
  });

  test('come in pages, each once', async () => {
    const others = [];
    for (let index = 0; index < 23; index++)
      others.push((await addMember(['stillness'], ['stillness'], `Stone ${index}`)).id);
    site.be(inside);
    const read: string[] = [];
    for (let path: string | undefined = page; path;) {
      const { html } = await site.get(path);
      read.push(...Array.from(html.matchAll(/href="\/people\/([0-9a-f-]{36})"/gu), ([, id]) => id!));
      path = /href="([^"]*\?after=[^"]*)"/u.exec(html)?.[1];
    }
    expect(read.sort()).toEqual([maren, ...others].sort());
  });

  test('cannot be read without end: whoever looks at too many is asked to wait', async () => {
    site.budget.left = 3;
    expect((await site.get(page)).status).toBe(429);
  });

  test('of a condition that is not there are nobody', async () => {
    expect((await site.get('/conditions/nothing/people')).status).toBe(404);
  });
});

describe('The page of a person', () => {
  const path = () => `/people/${maren}`;

  test('is there for those who share a condition under which they are listed', async () => {
    const { status, words, title, cache } = await site.get(path());
    expect(status).toBe(200);
    expect(words).toContain('Maren Lives with stillness, diagnosed');
    expect(words).not.toMatch(/estlessness|Spain|1980/u);
    // a title stays behind in the history of a browser
    expect(title).not.toMatch(/Maren|tillness/u);
    expect(cache).toBe('private, no-store');
  });

  test('is not there for anybody else, and looks as if there never was one', async () => {
    const answers = [];
    for (const who of [undefined, stranger, await site.signIn()]) {
      site.be(who);
      for (const id of [maren, newId(), 'x', inside.accountId]) answers.push(await site.get(`/people/${id}`));
    }
    expect(new Set(answers.map(({ status, html }) => `${status} ${html}`))).toEqual(
      new Set(['404 members.person_not_found']),
    );
  });

  test('costs of the same budget as the list', async () => {
    site.budget.left = 0;
    expect((await site.get(path())).status).toBe(429);
  });
});
