import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, visit } from '#support/browser.ts';
import { describeFocus } from '#support/measures.ts';

const site = inject('site');
const question = '/conditions/dystonia/questions/what-is-it';
const title = 'What exactly is dystonia?';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** A person with a browser of their own; whatever the page complains of fails the journey. */
async function journey(go: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  await using visited = await visit(browser, site, options);
  await go(visited.page);
  expect(visited.strangers).toEqual([]);
  expect(await visited.context.cookies()).toEqual([]);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const shortAnswer = (page: Page) => page.locator('.short-answer');
const settled = async (page: Page, path: string) => {
  await page.waitForURL((url) => url.pathname === path);
  expect(new URL(page.url()).pathname).toBe(path);
};

async function search(page: Page, words: string): Promise<void> {
  await page.locator('input[name=q]').first().fill(words);
  await page.locator('input[name=q]').first().press('Enter');
  await page.waitForURL(/\/search\?/);
}

/** The first thing found is the condition; from there to its question, and what a reader came for. */
async function readFromSearch(page: Page, words: string): Promise<void> {
  await followFirstFound(page, words, '/conditions/dystonia');
  await readQuestion(page);
}

async function followFirstFound(page: Page, words: string, path: string): Promise<void> {
  await page.goto('/');
  await search(page, words);
  const first = page
    .locator('main')
    .getByRole('link')
    .filter({ hasText: /\S/ })
    .and(page.locator('[href*="/conditions/"]'))
    .first();
  expect(await first.getAttribute('href')).toBe(path);
  await first.click();
  await settled(page, path);
}

/** From the page of the condition to its first question. */
async function readQuestion(page: Page): Promise<void> {
  await page
    .locator('main')
    .getByRole('link', { name: /what exactly is dystonia|what is it/i })
    .first()
    .click();
  await settled(page, question);
  expect(await heading(page, title).isVisible()).toBe(true);
  expect((await shortAnswer(page).innerText()).split(/\s+/).length).toBeLessThanOrEqual(70);
  expect(await page.getByText('Medically reviewed', { exact: true }).first().isVisible()).toBe(true);
}

describe('Finding an answer', () => {
  test('A person who mistypes “distonia” on the home page finds dystonia, and reads what exactly it is', () =>
    journey((page) => readFromSearch(page, 'distonia')));

  test('A person who was told “Blepharospasm” finds its page, and from there dystonia, of which it is a form', () =>
    journey(async (page) => {
      await followFirstFound(page, 'Blepharospasm', '/conditions/blepharospasm');
      await page.locator('main').getByRole('link', { name: 'Dystonia', exact: true }).first().click();
      await settled(page, '/conditions/dystonia');
      await readQuestion(page);
    }));

  test('A person without JavaScript finds and reads the same', () =>
    journey((page) => readFromSearch(page, 'distonia'), { javaScriptEnabled: false }));

  test('A person on a 360 px phone finds and reads the same', () =>
    journey((page) => readFromSearch(page, 'distonia'), {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    }));

  test('A person who knows the code finds the condition', () =>
    journey(async (page) => {
      await page.goto('/');
      await search(page, 'MONDO:0003441');
      expect(await page.locator('main a[href="/conditions/dystonia"]').count()).toBeGreaterThan(0);
    }));

  test('A person who finds nothing is told so, and shown a way on', () =>
    journey(async (page) => {
      await page.goto('/search?q=xyzzyplugh');
      expect(await page.locator('main').innerText()).toContain('xyzzyplugh');
      expect(await page.locator('main').getByRole('link').count()).toBeGreaterThan(0);
    }));

  test('A person who browses goes from all conditions to dystonia, with at least twelve questions', () =>
    journey(async (page) => {
      await page.goto('/');
      await page
        .getByRole('link', { name: /conditions/i })
        .first()
        .click();
      await settled(page, '/conditions');
      await page
        .locator('main')
        .getByRole('link', { name: /^Dystonia/ })
        .first()
        .click();
      await settled(page, '/conditions/dystonia');
      const questions = await page
        .locator('main a[href^="/conditions/dystonia/questions/"]')
        .evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href')?.split('#')[0])).size);
      expect(questions).toBeGreaterThanOrEqual(12);
    }));
});

describe('By keyboard alone', () => {
  /** Presses Tab until something with this name has the focus, which can be seen at every step. */
  async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
    for (let step = 0; step < most; step++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(describeFocus);
      if (!focus.role) continue;
      expect(focus, `the focus on “${focus.name}” can be seen`).toMatchObject({ visible: true });
      if (name.test(focus.name)) return;
    }
    throw new Error(`No ${String(name)} within ${most} steps`);
  }

  test('a person searches, opens the condition, its question, a hard word, and closes it again', () =>
    journey(async (page) => {
      await page.goto('/');
      await tabTo(page, /what would you like to know/i);
      await page.keyboard.type('distonia');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?/);
      await tabTo(page, /^dystonia/i);
      await page.keyboard.press('Enter');
      await settled(page, '/conditions/dystonia');
      await tabTo(page, /what exactly is dystonia|what is it/i);
      await page.keyboard.press('Enter');
      await settled(page, question);
      const word = page.locator('button.term').first();
      await tabTo(page, new RegExp(`^${await word.innerText()}$`, 'i'));
      await page.keyboard.press('Enter');
      const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
      expect(await meaning.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await meaning.isVisible()).toBe(false);
    }));

  test('a person skips the masthead with the first key', () =>
    journey(async (page) => {
      await page.goto(question);
      await page.keyboard.press('Tab');
      expect((await page.evaluate(describeFocus)).visible).toBe(true);
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#main');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => !!document.activeElement?.closest('main'))).toBe(true);
    }));
});
