import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, visit } from '#support/browser.ts';

const site = inject('site');
const question = '/conditions/dystonia/questions/what-is-it';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

async function open(path: string, go: (page: Page) => Promise<void>, options = {}): Promise<void> {
  await using visited = await visit(browser, site, options);
  await visited.page.goto(path);
  await go(visited.page);
}

describe('The question page', () => {
  test('leads from a citation to its source, and back to the sentence', () =>
    open(question, async (page) => {
      const citation = page.locator('main a.cite').first();
      const id = await citation.getAttribute('id');
      await citation.click();
      const source = page.locator(':target');
      expect(await source.innerText()).toMatch(/\d{4}/);
      expect(await source.evaluate((element) => element.closest('ol') !== null)).toBe(true);
      await source.getByRole('link', { name: /back|↑/i }).click();
      expect(new URL(page.url()).hash).toBe(`#${id}`);
    }));

  test('gives every source with a DOI or PMID a link to it', () =>
    open(question, async (page) => {
      const links = await page
        .locator('#sources li a[href^="http"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) expect(link).toMatch(/^https:\/\//);
    }));

  test('opens a hard word where it stands, and closes it when something else is pressed', () =>
    open(question, async (page) => {
      const word = page.locator('main button.term').first();
      await word.click();
      const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
      expect(await meaning.isVisible()).toBe(true);
      await page.locator('h1').click();
      expect(await meaning.isVisible()).toBe(false);
    }));

  test('switches to Spanish and stays on the same question', () =>
    open(question, async (page) => {
      await page.getByRole('link', { name: 'Español' }).first().click();
      await page.waitForURL(/\/es\//);
      expect(new URL(page.url()).pathname).toBe(`/es${question}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/distonía/);
    }));

  test('that is not there in Spanish says so, and stands in English marked as English', () =>
    open('/es/conditions/dystonia/questions/how-treated', async (page) => {
      const answer = page.locator('main [lang="en"]').first();
      expect(await answer.isVisible()).toBe(true);
    }));

  test('says who stands behind it, when it was last changed, and what it cannot do', () =>
    open(question, async (page) => {
      const text = await page.locator('main').innerText();
      expect(text).toMatch(/Medically reviewed on .* by Dr Ada Example/);
      expect(text).toMatch(/demo reviewer, not a real person/i);
      expect(text).toMatch(/Last updated/i);
      expect(text).toMatch(/urgent|emergency/i);
      expect(await page.locator('main time[datetime]').count()).toBeGreaterThan(0);
    }));

  test('shows its history, version by version', () =>
    open(question, async (page) => {
      await page.locator('main a[href*="/history"]').first().click();
      await page.waitForURL(/\/history$/);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    }));

  test('counts people only in steps of five, and says how', () =>
    open(question, async (page) => {
      const text = await page.locator('main').innerText();
      const [, count = ''] = /at least ([\d,]+) people/i.exec(text) ?? [];
      expect(Number(count.replace(',', '')) % 5).toBe(0);
      expect(Number(count.replace(',', ''))).toBeGreaterThanOrEqual(10);
    }));

  test('about a condition with few people hides how many they are', () =>
    open('/conditions/muscle-cramp', async (page) => {
      expect(await page.locator('main').innerText()).not.toMatch(/\b[1-9] people\b|\b7\b people/);
    }));

  test('prints as a leaflet: the answer, its sources and their addresses, and no way to move about', () =>
    open(question, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.short-answer').isVisible()).toBe(true);
      expect(await page.locator('#sources li').first().isVisible()).toBe(true);
      for (const hidden of ['.masthead nav', '#menu', '#comfort', '.skip'])
        for (const element of await page.locator(hidden).all()) expect(await element.isVisible(), hidden).toBe(false);
      const addresses = await page
        .locator('#sources li a[href^="http"]')
        .evaluateAll((links) =>
          links.map((link) => `${link.textContent ?? ''} ${getComputedStyle(link, '::after').content}`),
        );
      for (const address of addresses) expect(address).toMatch(/10\.\d{4,}|\d{7,}|https?:/);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(paper);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    }));
});

describe('A page that does not exist', () => {
  test('suggests what was meant, and leads on', () =>
    open('/conditions/distonia', async (page) => {
      const suggestion = page.locator('main a[href="/conditions/dystonia"]').first();
      await suggestion.click();
      expect(await page.getByRole('heading', { level: 1, name: 'Dystonia' }).isVisible()).toBe(true);
    }));

  test('has the search at hand', () =>
    open('/no-such-page', async (page) => {
      await page.locator('main input[name=q]').fill('cramp');
      await page.locator('main input[name=q]').press('Enter');
      await page.waitForURL(/\/search\?/);
      expect(await page.locator('main a[href="/conditions/muscle-cramp"]').count()).toBeGreaterThan(0);
    }));
});
