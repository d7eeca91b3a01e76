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
