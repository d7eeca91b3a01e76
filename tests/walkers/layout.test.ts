import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { findOverflow, findSmallTargets, readText } from '#support/measures.ts';
import { findPages, inPseudo, kindOf, languageOf } from './pages.ts';
import { findTemplates, phone } from './templates.ts';

const site = inject('site');
/** Pages of a kind are made by the same code, and every one is read as HTML by the other walk: a browser opens two. */
const pages = [...Map.groupBy(await findPages(site), (path) => `${languageOf(path)} ${kindOf(path)}`).values()].flatMap(
  (paths) => [...new Set([paths[0]!, paths.at(-1)!])],
);
const templates = await findTemplates(site);

let browser: Browser;
// A profile for each way of looking: opening a new one takes longer than reading a page.
let onDesk: Visit;
let onPhone: Visit;
let withoutScript: Visit;
beforeAll(async () => {
  browser = await startBrowser();
  [onDesk, onPhone, withoutScript] = await Promise.all([
    visit(browser, site),
    visit(browser, site, phone),
    visit(browser, site, { javaScriptEnabled: false }),
  ]);
});
afterAll(() => browser?.close());

/** Larger letters and more room, as the comfort panel sets them. */
async function enlarge(page: Page): Promise<void> {
  const fontSize = () => parseFloat(getComputedStyle(document.body).fontSize);
  const usual = await page.evaluate(fontSize);
  await page.evaluate(() => {
    document.querySelector<HTMLInputElement>('#text-largest')!.checked = true;
    document.querySelector<HTMLInputElement>('#spacing-wide')!.checked = true;
  });
  expect(await page.evaluate(fontSize)).toBeGreaterThan(usual * 1.2);
}

describe('Every kind of page', () => {
  test.each(pages)('%s opens without a word of complaint from the browser', async (path) => {
    onDesk.complaints.length = onDesk.strangers.length = 0;
    await onDesk.page.goto(path);
    expect(onDesk.complaints).toEqual([]);
    expect(onDesk.strangers).toEqual([]);
  });
});

describe.each(templates)('%s', (path) => {
  test('fits a phone, also with the largest text and from right to left, and a shaking hand misses nothing', async () => {
    const { page } = onPhone;
    await page.setViewportSize(phone.viewport!);
    await page.goto(inPseudo('ar-XB', path));
    expect(await page.evaluate(findOverflow)).toEqual([]);
    await page.goto(path);
    expect.soft(await page.evaluate(findSmallTargets)).toEqual([]);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(findOverflow), `${width} px`).toEqual([]);
    }
    await enlarge(page);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(findOverflow), `${width} px, largest text`).toEqual([]);
    }
  });

  test('says the same with JavaScript off, and prints what it says but not how to move about', async () => {
    const { page } = onDesk;
    await page.emulateMedia({ media: 'screen' });
    await page.goto(path);
    await withoutScript.page.goto(path);
    expect(await withoutScript.page.evaluate(readText)).toBe(await page.evaluate(readText));
    expect.soft(await page.evaluate(findSmallTargets), 'small to press in a wide window').toEqual([]);

    // The gallery is there to show buttons.
    if (path.startsWith('/ui')) return;
    await page.emulateMedia({ media: 'print' });
    for (const unwanted of ['nav:not(.trail)', '.skip', '#comfort', '#menu', 'form', 'main button:not(.term)'])
      for (const element of await page.locator(unwanted).all()) expect(await element.isVisible(), unwanted).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    for (const fold of await page.locator('main details:visible > :not(summary)').all())
      expect(await fold.isVisible(), 'a fold').toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
  });
});
