import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit } from '#support/browser.ts';
import { findOverflow } from '#support/measures.ts';

const site = inject('site');
const pair = '/conditions/dystonia/compare/parkinson-disease';
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

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

describe('Somebody told that it may be dystonia or Parkinson’s disease', () => {
  test('finds the two side by side from the table of look-alikes, by keyboard alone', () =>
    open('/conditions/dystonia', async (page) => {
      await page.locator(`#look-alikes a[href="${pair}"]`).first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${pair}`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Dystonia or Parkinson');
      const mark = page.locator('.compare a.cite').first();
      await mark.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator(':target').innerText()).toMatch(/\d{4}/);
    }));

  test('reads on a phone without script which sentence belongs to which, without colour', () =>
    open(
      pair,
      async (page) => {
        expect(await page.evaluate(findOverflow)).toEqual([]);
        const cells = page.locator('#row-hallmark td');
        const looks = await cells.evaluateAll((all) =>
          all.map((cell) => [
            getComputedStyle(cell, '::before').content,
            getComputedStyle(cell).borderInlineStartStyle,
          ]),
        );
        expect(looks).toEqual([
          ['"Dystonia"', 'solid'],
          [expect.stringContaining('Parkinson'), 'dashed'],
        ]);
        expect(await page.locator('main').innerText()).toContain('This page cannot tell you what you have.');
        expect(await page.locator('#ask li').count()).toBeGreaterThan(1);
      },
      { ...phone, javaScriptEnabled: false },
    ));

  test('goes from a source to all that rests on it, and from there back to the sentence', () =>
    open(pair, async (page) => {
      await page
        .locator('#sources')
        .getByRole('link', { name: /What rests on it/ })
        .first()
        .click();
      await page.waitForURL(/\/sources\/[a-z0-9-]+$/);
      const back = page.locator('.quotes a[href*="/compare/"]').first();
      expect(await back.locator('xpath=..').locator('blockquote').innerText()).not.toBe('');
      await back.click();
      expect(new URL(page.url()).hash).toMatch(/^#(row-|together)/);
      expect(await page.locator(':target').count()).toBe(1);
    }));

  test('takes it to the clinic on paper: rows, sources and their addresses', () =>
    open(pair, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.compare').isVisible()).toBe(true);
      expect(await page.locator('#sources li').first().isVisible()).toBe(true);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
    }));
});

test('The numbers of dystonia name the counts that disagree, and a drawing leads to its source', () =>
  open('/conditions/dystonia/numbers', async (page) => {
    expect(await page.locator('#disagree').innerText()).toMatch(/Voice box.*88-fold/);
    const drawing = page.locator('#how-common .study svg').first();
    await drawing.scrollIntoViewIfNeeded();
    const box = (await drawing.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForURL((url) => url.hash === '#source-1');
  }));

test('The glossary opens from a hard word', () =>
  open('/conditions/dystonia/questions/what-is-it', async (page) => {
    await page.locator('main button.term').first().click();
    await page.locator('.meaning:popover-open .entry').click();
    await page.waitForURL(/\/glossary#word-/);
    expect(await page.locator(':target dt').innerText()).not.toBe('');
  }));

test('A pair that nobody compared suggests the pairs there are', () =>
  open('/es/conditions/essential-tremor/compare/muscle-cramp', async (page) => {
    await page.locator('main a[href="/es/conditions/dystonia/compare/essential-tremor"]').click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Temblor esencial');
  }));

// pages of the other kinds are looked at by the walkers
test('The comparison has no barrier that axe finds, in light and in the dark', () =>
  open(pair, async (page) => {
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
  }));
