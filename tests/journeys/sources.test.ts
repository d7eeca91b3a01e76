import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { findOverflow, findSmallTargets } from '#support/measures.ts';
import { signInAs } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), startSite({ clock: fixedClock('2026-11-22T09:00:00Z') })]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function signIn({ context }: Visit, staff: StaffRole[]) {
  const { headers } = await signInAs(site, { staff });
  const cookies = headers.cookie.split('; ').map((each) => {
    const [name = '', value = ''] = each.split(/=(.*)/su);
    return { name, value, url: site.url };
  });
  await context.addCookies(cookies);
}

const question = '/conditions/essential-tremor/questions/what-is-it';

test('without JavaScript, a source of a text is retracted: readers see it with their next page, until it is set back', async () => {
  await using reader = await visit(browser, site.url, { javaScriptEnabled: false });
  const seen = async () => {
    await reader.page.goto(question);
    return reader.page.locator('main').innerText();
  };
  expect(await seen()).not.toContain('retracted');

  await using editor = await visit(browser, site.url, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await signIn(editor, ['editor']);
  await editor.page.goto('/review');
  await editor.page.getByRole('link', { name: 'Sources: find one' }).click();
  await editor.page.getByLabel('Find a source').fill('no such words anywhere');
  await editor.page.getByRole('button', { name: 'Find' }).click();
  expect(await editor.page.locator('main').innerText()).toContain('No source has all of these words.');

  await editor.page.goto('/review/essential-tremor/what-is-it/en');
  await editor.page.getByRole('link', { name: 'What rests on it: source 1', exact: true }).click();
  expect(await editor.page.locator('main').innerText()).toContain('What exactly is essential tremor?');
  await editor.page.getByRole('link', { name: 'Say whether it stands' }).click();
  await editor.page.getByLabel('Retracted').check();
  await editor.page.getByRole('button', { name: 'Save' }).click();
  expect(await editor.page.locator('main').innerText()).toContain('Write where that is said');
  await editor.page.getByLabel('Where that is said').fill('doi:10.1000/invented-notice');
  await editor.page.getByRole('button', { name: 'Save' }).click();
  expect(await editor.page.getByRole('status').innerText()).toContain('Readers see it');

  const text = await seen();
  expect(text).toContain('[1 retracted]');
  expect(text).toContain('see doi:10.1000/invented-notice');
  await editor.page.goto('/review/sources');
  await editor.page.locator('.queue a').first().click();
  await editor.page.getByLabel('It stands').check();
  await editor.page.getByRole('button', { name: 'Save' }).click();
  expect(await seen()).not.toContain('retracted');

  await using steward = await visit(browser, site.url, { javaScriptEnabled: false });
  await signIn(steward, ['steward']);
  await steward.page.goto('/steward/record');
  expect(await steward.page.locator('main').innerText()).toMatch(/Said of the source \S+ that it stands/u);
  expect(await steward.page.locator('main').innerText()).toMatch(
    /Marked the source \S+ as retracted: doi:10\.1000\/invented-notice/u,
  );
});

test('the rooms of sources have no barrier, on a small screen, with an error and with a mark', async () => {
  await using editor = await visit(browser, site.url, { viewport: { width: 360, height: 740 } });
  await signIn(editor, ['reviewer']);
  const { page } = editor;
  const look = async (where: string) => {
    expect(await findBarriers(page), where).toEqual([]);
    expect(await page.evaluate(findOverflow), where).toEqual([]);
    expect(await page.evaluate(findSmallTargets), where).toEqual([]);
  };
  await page.goto('/es/review/sources?q=nada');
  await look('nothing found');
  await page.goto('/review/sources/bhatia2018');
  await page.getByRole('radio', { name: /^Superseded/u }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await look('an error');
  await page.getByLabel('Where that is said').fill('An invented next edition. 2027. PMID 1234567');
  await page.getByRole('button', { name: 'Save' }).click();
  await look('a mark');
  await page.goto('/review/sources');
  await look('the list');
});
