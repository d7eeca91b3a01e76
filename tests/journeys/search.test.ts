import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit } from '#support/browser.ts';

const site = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** A person with a browser of their own. Nothing that they type is kept, and nobody else is asked. */
async function journey(go: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  await using visited = await visit(browser, site, options);
  await go(visited.page);
  expect(visited.complaints).toEqual([]);
  expect(visited.strangers).toEqual([]);
  expect(await visited.context.storageState()).toEqual({ cookies: [], origins: [] });
}

const field = (page: Page) => page.locator('main input[name=q]');
const list = (page: Page) => page.locator('main [role=listbox]');
const options = (page: Page) => page.getByRole('option');

async function type(page: Page, words: string): Promise<void> {
  await field(page).pressSequentially(words);
  await options(page).first().waitFor();
}

describe('Suggestions while one types', () => {
  test('lead to a condition by keyboard alone, and a screen reader is told what happens', () =>
    journey(async (page) => {
      await page.goto('/');
      const combobox = page.getByRole('combobox', { name: /what would you like to know/i });
      expect(await combobox.getAttribute('aria-expanded')).toBe('false');
      await type(page, 'bleph');
      expect(await combobox.getAttribute('aria-expanded')).toBe('true');
      expect(await combobox.getAttribute('aria-controls')).toBe(await list(page).getAttribute('id'));
      expect(await list(page).getAttribute('aria-label')).toBe('Conditions you may mean');
      expect(await page.locator('form [role=status]').textContent()).toMatch(/^\d+ conditions? suggested/);
      expect(await combobox.getAttribute('aria-activedescendant')).toBeNull();

      await combobox.press('ArrowDown');
      const first = options(page).first();
      expect(await combobox.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
      expect(await first.getAttribute('aria-selected')).toBe('true');
      expect(await first.textContent()).toContain('Blepharospasm');
      expect(await findBarriers(page)).toEqual([]);

      await combobox.press('ArrowUp');
      expect(await combobox.getAttribute('aria-activedescendant')).toBeNull();
      await combobox.press('ArrowDown');
      await combobox.press('Enter');
      await page.waitForURL(/\/conditions\/[a-z-]+$/);
    }));

  test('close with Escape, which clears the field only when it is pressed again', () =>
    journey(async (page) => {
      await page.goto('/search');
      await type(page, 'dyst');
      await field(page).press('Escape');
      expect(await list(page).isVisible()).toBe(false);
      expect(await field(page).inputValue()).toBe('dyst');
      await field(page).press('ArrowDown');
      await options(page).first().waitFor();
      await field(page).press('Escape');
      await field(page).press('Escape');
      expect(await field(page).inputValue()).toBe('');
      expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  test('leave the search as it is: Enter without an arrow key searches for what was typed', () =>
    journey(async (page) => {
      await page.goto('/');
      await type(page, 'dystoni');
      await field(page).press('Enter');
      await page.waitForURL(/\/search\?q=dystoni$/);
      expect(await page.locator('#found-conditions-title + ol a').first().textContent()).toBe('Dystonia');
    }));

  test('are large enough for a finger on a phone, in Spanish too', () =>
    journey(
      async (page) => {
        await page.goto('/es');
        await type(page, 'calam');
        const { height, width, x } = (await options(page).first().boundingBox())!;
        expect(height).toBeGreaterThanOrEqual(44);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(360);
        await options(page).first().tap();
        await page.waitForURL(/\/es\/conditions\/[a-z-]+$/);
      },
      { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    ));
});

test('What is suggested is kept nowhere, and says why', async () => {
  const response = await fetch(`${site}/search/suggest?q=MONDO%200003441`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({
    suggestions: [{ text: 'Dystonia', href: '/conditions/dystonia', reason: 'Code: MONDO:0003441' }],
  });
});

describe('Without JavaScript', () => {
  const without = { javaScriptEnabled: false };

  test('the form searches, and each result says why it is one', () =>
    journey(async (page) => {
      await page.goto('/');
      await field(page).fill('eyelid spasm blepharospasm');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.waitForURL(/\/search\?/);
      expect(await page.locator('#found-conditions-title').isVisible()).toBe(true);
    }, without));

  test('who finds nothing is shown names spelled like it, and all conditions by letter', () =>
    journey(async (page) => {
      await page.goto('/search?q=blepharoplasty');
      expect(await page.getByRole('heading', { name: 'Spelled a little like it' }).isVisible()).toBe(true);
      expect(await page.locator('#found-near-title + ol a').count()).toBeGreaterThan(0);
      await page.locator('main').getByRole('link', { name: 'D', exact: true }).click();
      await page.waitForURL(/\/conditions\?letter=D$/);
    }, without));

  test.each([
    ['only signs', '…!?', 'There is no letter or number in what you typed'],
    ['only emoji', '🫨🫨', 'There is no letter or number in what you typed'],
    ['a letter that turns the line round', '\u202Expsart', 'Nothing found'],
    ['ten thousand letters', 'dystonia '.repeat(1111), 'only its beginning was looked for'],
  ])('who types %s is told clearly', (_, typed, said) =>
    journey(async (page) => {
      await page.goto(`/search?q=${encodeURIComponent(typed)}`);
      expect(await page.locator('main').innerText()).toContain(said);
      expect(await page.content()).not.toContain('\u202E');
    }, without),
  );
});
