import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, visit } from '#support/browser.ts';
import { findOverflow, findSmallTargets, readText } from '#support/measures.ts';
import { findPages, inPseudo, kindOf, languageOf } from './pages.ts';

const site = inject('site');

/** Of each kind of page the one with most on it; the others differ in words. */
const richest = ['/conditions/dystonia', '/conditions/dystonia/questions/what-is-it', '/search?q=distonia'];
/** Between them these show every component: the gallery alone shows them all. They are looked at in every light. */
const inEveryLight = ['/', '/ui', ...richest];
const pages = (await findPages(site)).filter((path) => !path.startsWith('/ui/'));
const kinds = Map.groupBy(
  pages.filter((path) => languageOf(path) === 'en'),
  kindOf,
);
const templates = [
  ...[...kinds.values()].map((paths) => paths.find((path) => richest.includes(path)) ?? paths[0]!),
  '/search?q=xyzzyplugh',
  '/conditions/dystonia/questions/how-common',
  '/conditions/dystonia/questions/look-alikes',
  '/no-such-page',
].filter((path, index, all) => all.indexOf(path) === index);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const looks: Record<string, BrowserContextOptions> = {
  'in light': { colorScheme: 'light' },
  'in the dark': { colorScheme: 'dark' },
  'with strong contrast': { contrast: 'more' },
  'with strong contrast in the dark': { contrast: 'more', colorScheme: 'dark' },
  'on a 360 px phone': phone,
};

const looksOf = (path: string) =>
  Object.entries(looks).filter(([look]) => look === 'in light' || inEveryLight.includes(path));

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** WCAG 2.2 to AA, the AAA rule on contrast, and what axe holds for good practice. */
async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({
      preload: false,
      resultTypes: ['violations'],
      rules: {
        // 7:1, and 4.5:1 for large text: whatever keeps it keeps AA too.
        'color-contrast-enhanced': { enabled: true },
        'color-contrast': { enabled: false },
        'target-size': { enabled: true },
      },
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

test.each(pages)('%s opens without a word of complaint from the browser', async (path) => {
  await using visited = await visit(browser, site);
  await visited.page.goto(path);
  expect(visited.complaints).toEqual([]);
  expect(visited.strangers).toEqual([]);
});

describe.each(templates)('%s', (path) => {
  test.each(looksOf(path))('has no barrier that axe finds %s, and nothing goes wrong', async (_look, options) => {
    await using visited = await visit(browser, site, options);
    const response = await visited.page.goto(path);
    // axe adds to the page what the content security policy refuses: what is wrong before it comes is the page's own.
    const complaints = visited.complaints.filter((each) => response?.status() !== 404 || !each.includes('404'));
    expect.soft(complaints).toEqual([]);
    expect.soft(visited.strangers).toEqual([]);
    expect.soft(await visited.context.cookies()).toEqual([]);
    expect(await findBarriers(visited.page)).toEqual([]);
  });

  test('has no barrier that axe finds from right to left, and fits the phone', async () => {
    await using visited = await visit(browser, site, phone);
    await visited.page.goto(inPseudo('ar-XB', path));
    expect(await visited.page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect(await visited.page.evaluate(findOverflow)).toEqual([]);
    expect(await findBarriers(visited.page)).toEqual([]);
  });

  test.each([320, 360])('fits a window of %i px, with the largest text too', async (width) => {
    await using visited = await visit(browser, site, { viewport: { width, height: 740 } });
    await visited.page.goto(path);
    expect(await visited.page.evaluate(findOverflow)).toEqual([]);
    const usual = await visited.page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    await visited.page.evaluate(() => {
      document.querySelector<HTMLInputElement>('#text-largest')!.checked = true;
      document.querySelector<HTMLInputElement>('#spacing-wide')!.checked = true;
    });
    expect(await visited.page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThan(
      usual * 1.2,
    );
    expect(await visited.page.evaluate(findOverflow)).toEqual([]);
  });

  test.each([
    ['a wide window', {}],
    ['a phone', phone],
  ])('has nothing to press on %s that a shaking hand would miss', async (_window, options) => {
    await using visited = await visit(browser, site, options);
    await visited.page.goto(path);
    expect(await visited.page.evaluate(findSmallTargets)).toEqual([]);
  });

  test('says the same with JavaScript off', async () => {
    await using scripted = await visit(browser, site);
    await using plain = await visit(browser, site, { javaScriptEnabled: false });
    await scripted.page.goto(path);
    await plain.page.goto(path);
    expect(await plain.page.evaluate(readText)).toBe(await scripted.page.evaluate(readText));
  });

  test('prints what it says, and not how to move about', async () => {
    await using visited = await visit(browser, site);
    await visited.page.goto(path);
    await visited.page.emulateMedia({ media: 'print' });
    // The gallery is there to show buttons.
    if (path.startsWith('/ui')) return;
    for (const unwanted of ['nav:not(.trail)', '.skip', '#comfort', '#menu', 'form', 'main button:not(.term)'])
      for (const element of await visited.page.locator(unwanted).all())
        expect(await element.isVisible(), unwanted).toBe(false);
    expect(await visited.page.locator('h1').isVisible()).toBe(true);
    for (const fold of await visited.page.locator('main details > :not(summary)').all())
      expect(await fold.isVisible(), 'a fold').toBe(true);
    expect((await visited.page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
  });
});
