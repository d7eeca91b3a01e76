import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { signInByMail } from '#support/sign-in.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Signs a browser in as somebody new. */
async function signIn({ context }: Visit, email: string): Promise<void> {
  const { cookie } = await signInByMail(site, email);
  const [name = '', value = ''] = cookie.split(/=(.*)/su);
  await context.addCookies([{ name, value, url: site }]);
}

test('without JavaScript, somebody takes everything along, leaves, stays, and leaves for good', async () => {
  await using visitor = await visit(browser, site, { javaScriptEnabled: false, acceptDownloads: true });
  const { page } = visitor;
  const email = 'rights.journey@example.org';
  await signIn(visitor, email);

  await page.goto('/me/export');
  const taken = page.waitForEvent('download');
  await page.getByRole('link', { name: 'A file for machines' }).click();
  const file = await taken;
  expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/);
  const whole = JSON.parse(await readFile(await file.path(), 'utf8')) as { account: { email: string } };
  expect(whole.account.email).toBe(email);

  await page.goto('/me/leave');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are leaving');
  await page.getByRole('button', { name: 'Stay' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Good that you stay');

  await page.goto('/me/leave');
  await page.getByRole('button', { name: 'Erase everything today' }).click();
  await page.getByRole('button', { name: 'Erase everything now' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You have left');
  expect(await visitor.context.cookies()).toEqual([]);

  await page.goto('/me/export');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  const outbox = await (await fetch(`${site}/outbox`)).text();
  expect(outbox).toContain('Your account is gone');
  expect(visitor.strangers).toEqual([]);
});

test('a member who wrote for everyone and leaves for good leaves no word behind', async () => {
  await using visitor = await visit(browser, site, { javaScriptEnabled: false });
  const { page } = visitor;
  await signIn(visitor, 'leaves.no.word@example.org');
  const press = (name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click();
  await page.goto('/join');
  await press('Yes, I am 16 or older');
  for (const kind of ['account', 'health', 'publishing']) await page.locator(`#agree-${kind}`).check();
  await press(/^Agree/);
  for (const step of ['role', 'conditions']) {
    await page.waitForURL(`**/join/${step}`);
    await press('Pass over');
  }
  await page.waitForURL('**/join/place');
  await press('Continue');
  for (const step of ['language', 'name', 'birth']) {
    await page.waitForURL(`**/join/${step}`);
    await press('Pass over');
  }
  await page.waitForURL('**/join/done');

  const words = 'A sentence that shall be gone tomorrow.';
  const list = '/conditions/huntington-disease/experiences';
  await page.goto(`${list}/new?question=what-is-it`);
  await page.locator('#body').fill(words);
  await press('Go on');
  await page.waitForURL('**/readers*');
  await page.locator('input[name=about][value=self]').check();
  await page.locator('input[name=audience][value=everyone]').check();
  await press('See how it will look');
  await press('Publish it');
  await page.locator('article.experience').waitFor();
  const address = new URL(page.url()).pathname;
  const publicPages = [list, address, '/conditions/huntington-disease', '/', '/sitemap.xml'];
  const read = () => Promise.all(publicPages.map(async (path) => (await fetch(site + path)).text()));
  expect((await read()).join('\n')).toContain(words);

  await page.goto('/me/leave');
  await page.locator('input[name=experiences][value=delete]').check();
  await press('Erase everything today');
  await press('Erase everything now');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You have left');
  const left = (await read()).join('\n');
  expect(left).not.toContain(words);
  expect(left).not.toContain(address);
  expect((await fetch(site + address)).status).toBe(404);
});

test('its pages have no barriers', async () => {
  await using visitor = await visit(browser, site);
  const { page } = visitor;
  await signIn(visitor, 'rights.barriers@example.org');
  for (const path of ['/me/export', '/me/leave', '/me/leave/now', '/me/record', '/left']) {
    await page.goto(path);
    expect(await findBarriers(page), path).toEqual([]);
  }
  expect(visitor.complaints).toEqual([]);
});
