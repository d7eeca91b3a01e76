import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { findOverflow, findSmallTargets } from '#support/measures.ts';
import { signInByMail } from '#support/sign-in.ts';

const site = inject('site');
const list = '/conditions/muscle-cramp/experiences';
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

let browser: Browser;
let cookie: { name: string; value: string; url: string };
beforeAll(async () => {
  browser = await startBrowser();
  const [name = '', value = ''] = (await signInByMail(site, 'member@demo.example')).cookie.split(/=(.*)/su);
  cookie = { name, value, url: site };
});
afterAll(() => browser?.close());

const signIn = ({ context }: Visit) => context.addCookies([cookie]);
const press = (page: Page, name: string | RegExp) =>
  page
    .locator('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const state = (page: Page) => page.locator('[data-save-state]');

/** Whom it is about, for members, without a name. */
async function choose(page: Page) {
  await page.waitForURL('**/readers*');
  await page.locator('input[name=about][value=self]').check();
  await page.locator('input[name=audience][value=members]').check();
  await page.locator('input[name=named][value=no]').check();
  await press(page, 'See how it will look');
  await page.waitForURL('**/check');
}

const strangerReads = async (words: string) => (await (await fetch(site + list)).text()).includes(words);

describe('Writing', () => {
  test('On a phone the network is cut in the middle and the page closed: every word is there again', async () => {
    await using visited = await visit(browser, site, phone);
    await signIn(visited);
    const { page, context } = visited;
    await page.goto(`${list}/new`);
    await page.locator('#part-0').fill('My calf woke me.');
    await state(page).getByText('Saved at').waitFor();
    await context.setOffline(true);
    await page.locator('#part-2').fill('Standing on cold tiles.');
    await state(page).getByText('No connection').waitFor();
    await press(page, 'Go on');
    expect(new URL(page.url()).pathname).toBe(`${list}/new`);
    expect(await page.locator('#part-2').inputValue()).toBe('Standing on cold tiles.');
    await page.close();

    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${list}/new`);
    expect(await again.locator('#part-0').inputValue()).toBe('My calf woke me.');
    expect(await again.locator('#part-2').inputValue()).toBe('Standing on cold tiles.');
    expect(await again.getByText('waits on this device').isVisible()).toBe(true);
    await press(again, 'Go on');
    await choose(again);
    expect(await again.locator('.preview').first().innerText()).toMatch(/My calf woke me.[^]*Standing on cold tiles./u);
    // what the server has does not wait on the device any more
    expect(await again.evaluate(() => localStorage.length)).toBe(0);
  });

  test('A session that ends while somebody writes costs no word', async () => {
    await using visited = await visit(browser, site, phone);
    await signIn(visited);
    const { page, context } = visited;
    await page.goto(`${list}/new?question=what-is-it`);
    await context.clearCookies();
    await page.locator('#body').fill('A knot that comes at night.');
    await press(page, 'Go on');
    await page.getByRole('heading', { level: 1, name: 'Sign in to go on' }).waitFor();
    await signIn(visited);
    await press(page, 'Go on with my words');
    await choose(page);
    expect(await page.locator('.preview').first().innerText()).toContain('A knot that comes at night.');
    expect(visited.strangers).toEqual([]);
  });

  test('Without JavaScript, somebody publishes, changes, takes back, undoes it, and deletes for good', async () => {
    await using visited = await visit(browser, site, { javaScriptEnabled: false });
    await signIn(visited);
    const { page } = visited;
    await page.goto(`${list}/new?question=what-is-it`);
    // a promise that only a script keeps is not made
    expect(await page.locator('main').innerText()).not.toMatch(/saved|this device/iu);
    await page.locator('#body').fill('The first words of a night.');
    await press(page, 'Go on');
    await choose(page);
    await press(page, 'Publish it');
    expect(await page.getByRole('status').innerText()).toContain('Published');
    const address = new URL(page.url()).pathname;
    expect(await strangerReads('The first words of a night.')).toBe(false);

    await page.getByRole('link', { name: 'Change it' }).click();
    await page.locator('#body').fill('The second words of a night.');
    await press(page, 'Go on');
    await press(page, 'See how it will look');
    await press(page, 'Publish the change');
    expect(await page.locator('article.experience').innerText()).toContain('The second words of a night.');

    await press(page, 'Take it back');
    expect(await page.getByRole('status').innerText()).toContain('Nobody else reads it any more');
    await press(page, 'Undo');
    expect(await page.getByRole('status').innerText()).toContain('It is shown again');
    await page.goto(address);
    expect(await page.locator('article.experience').innerText()).toContain('The second words of a night.');

    await page.goto('/me/experiences');
    const mine = page
      .locator('section', { has: page.getByRole('link', { name: 'The second words of a night' }) })
      .last();
    await mine.locator('summary').click();
    await mine.getByRole('button', { name: 'Yes, delete it for good' }).click();
    expect((await page.goto(address))?.status()).toBe(404);
  });

  test('Words of somebody in danger are met with help, and what must not be published is marked', async () => {
    await using visited = await visit(browser, site, phone);
    await signIn(visited);
    const { page } = visited;
    await page.goto(`${list}/new?question=what-is-it`);
    await page.locator('#body').fill('Some nights I want to die. Call me on +44 7700 900123.');
    await press(page, 'Go on');
    await choose(page);
    expect(await page.getByRole('link', { name: '024' }).getAttribute('href')).toBe('tel:024');
    expect(await page.locator('mark.alarm').innerText()).toBe('+44 7700 900123');
    expect(await page.getByRole('button', { name: /^Publish/u }).count()).toBe(0);
  });
});

test('A megabyte of text is refused in a sentence that says how much fits', async () => {
  const body = new URLSearchParams({ body: 'word '.repeat(200_000), act: 'next' });
  const response = await fetch(`${site}${list}/new`, { method: 'POST', body, headers: { origin: site } });
  expect(response.status).toBe(413);
  expect(await response.text()).toContain('About 2,000 words fit into one text here');
});

test('The pages of writing and reading have no barriers, on a phone and with a mouse', async () => {
  for (const options of [phone, {}]) {
    await using visited = await visit(browser, site, options);
    await signIn(visited);
    const { page } = visited;
    await page.goto('/conditions/dystonia/experiences');
    const one = (await page.locator('article.experience h3 a').first().getAttribute('href'))!;
    await page.goto('/me/experiences');
    const words = (await page.getByRole('link', { name: 'Go on writing' }).last().getAttribute('href'))!;
    for (const path of [one, words, `${words}/readers`, '/me/experiences']) {
      await page.goto(path);
      expect(await findBarriers(page), path).toEqual([]);
      expect(await page.evaluate(findSmallTargets), path).toEqual([]);
      expect(await page.evaluate(findOverflow), path).toEqual([]);
    }
    expect(visited.complaints).toEqual([]);
  }
});
