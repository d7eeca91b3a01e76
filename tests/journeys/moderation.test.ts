import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExperienceRepository } from '#modules/experiences/index.ts';
import { newId } from '#platform/ids/ids.ts';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { signInAs } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';

let site: TestSite;
let browser: Browser;
let conditionId: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startBrowser()]);
  const { rows } = await sql<{ id: string }>`select id from conditions where slug = 'dystonia'`.execute(
    site.services.database.db,
  );
  conditionId = rows[0]!.id;
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

async function signIn({ context }: Visit, options: Parameters<typeof signInAs>[1] = {}) {
  const visitor = await signInAs(site, options);
  const [name = '', value = ''] = visitor.headers.cookie.split(/=(.*)/su);
  await context.addCookies([{ name, value, url: site.url }]);
  return visitor;
}

/** A text of somebody who has joined, as if they had written it. */
async function publishAs(accountId: string, title: string): Promise<string> {
  const { db } = site.services.database;
  const [id, authorId] = [newId(), newId()];
  await sql`insert into members (id, account_id, demo, joined, display_name, joined_at)
    values (${authorId}, ${accountId}, false, true, 'Ana', now())
    on conflict (account_id) do nothing`.execute(db);
  await sql`insert into consents (id, account_id, kind, version, language, wording, agreed_at)
    values (${newId()}, ${accountId}, 'publishing', 'v', 'en', 'w', now())`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from members where account_id = ${accountId}`.execute(db);
  await createExperienceRepository(db).add({
    id,
    conditionId,
    questionId: null,
    language: 'en',
    title,
    body: 'The people in that office are fools, all of them.',
    authorName: 'Ana',
    role: 'living-with-it',
    demo: false,
    publishedAt: new Date('2026-11-20'),
    authorId: rows[0]!.id,
  });
  return id;
}
const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 }).textContent();

test('without JavaScript: a stranger reports, a moderator removes, the author appeals, another moderator reverses', async () => {
  await using stranger = await visit(browser, site.url, { javaScriptEnabled: false });
  await using author = await visit(browser, site.url, { javaScriptEnabled: false });
  await using first = await visit(browser, site.url, { javaScriptEnabled: false });
  await using second = await visit(browser, site.url, { javaScriptEnabled: false });
  const ana = await signIn(author);
  await signIn(first, { staff: ['moderator'], email: 'first@example.org' });
  await signIn(second, { staff: ['moderator'] });
  const id = await publishAs(ana.accountId, 'The office');

  await stranger.page.goto(`/report/experience/${id}`);
  await stranger.page.getByLabel('It is unkind').check();
  await stranger.page.getByRole('button', { name: 'Send the report' }).click();
  expect(await heading(stranger)).toBe('Thank you');

  await first.page.goto('/moderate');
  await first.page.getByRole('button', { name: 'Take the most urgent' }).click();
  expect(await heading(first)).toBe('The office');
  // the second one sees who has it
  await second.page.goto(`/moderate/${id}`);
  expect(await second.page.getByText('first@example.org has it on the screen').count()).toBe(1);

  await first.page.getByLabel('Remove it').check();
  expect(await first.page.getByLabel('Which rule').inputValue()).toBe('unkind');
  await first.page.getByLabel('In your own words, to its author').fill('Please without names for people.');
  await first.page.getByRole('button', { name: 'Record', exact: true }).click();
  expect(await first.page.getByText('Your decision about 1 text is recorded').count()).toBe(1);
  await stranger.page.goto(`/report/experience/${id}`);
  expect(await heading(stranger)).toBe('This page is not here');

  const outbox = await (await fetch(`${site.url}/outbox`)).text();
  const mail = outbox.split('<article').find((article) => article.includes(ana.email))!;
  expect(mail).not.toMatch(/office|dystonia/iu);
  const path = /\/me\/decisions\/[0-9a-f-]{36}/u.exec(mail)![0];
  await author.page.goto(path);
  expect(await author.page.getByText('The people in that office are fools').count()).toBe(1);
  expect(await author.page.getByText('Please without names for people.').count()).toBe(1);
  await author.page.getByLabel('What should they know?').fill('It was a figure of speech.');
  await author.page.getByRole('button', { name: 'Ask another moderator' }).click();
  expect(await author.page.getByText('Another moderator will look at it').count()).toBe(1);

  await second.page.goto('/moderate');
  await second.page.getByRole('button', { name: 'Take the most urgent' }).click();
  expect(await second.page.getByText('It was a figure of speech.').count()).toBe(1);
  await second.page.getByLabel('Reverse it').check();
  await second.page.getByRole('button', { name: 'Record', exact: true }).click();
  await author.page.goto(path);
  expect(await author.page.getByText('reversed the decision').count()).toBe(1);
  await stranger.page.goto(`/report/experience/${id}`);
  expect(await heading(stranger)).toBe('Report this text');
  expect([...stranger.strangers, ...first.strangers]).toEqual([]);
});

test('a moderator decides with the keyboard alone, and the crisis comes first', async () => {
  await using visitor = await visit(browser, site.url);
  const { page } = visitor;
  await signIn(visitor, { staff: ['moderator'] });
  const [one, two] = [newId(), newId()].map((each) => `${each}@example.org`);
  const calm = await publishAs((await signInAs(site, { email: one! })).accountId, 'A calm text');
  const loud = await publishAs((await signInAs(site, { email: two! })).accountId, 'A loud text');
  const say = (id: string, reason: string) =>
    fetch(`${site.url}/report/experience/${id}`, {
      method: 'POST',
      headers: { origin: site.url },
      body: new URLSearchParams({ reason }),
    });
  await say(calm, 'spam');
  await say(loud, 'danger');
  await page.goto('/moderate');
  expect(await page.locator('.queue b').allTextContents()).toEqual(['A loud text', 'A calm text']);
  await page.getByRole('button', { name: 'Take the most urgent' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/moderate/${loud}`);
  await page.locator('#decision').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Record, and take the next' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/moderate/${calm}`);
  expect(await page.getByText('Your decision about 1 text is recorded').count()).toBe(1);
  for (const path of [
    '/moderate',
    `/moderate/${calm}`,
    '/moderate/figures',
    '/me/decisions',
    `/report/experience/${calm}`,
  ]) {
    await page.goto(path);
    expect(await findBarriers(page), path).toEqual([]);
  }
  expect(visitor.complaints).toEqual([]);
});
