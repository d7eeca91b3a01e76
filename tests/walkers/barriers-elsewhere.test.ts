import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit } from '#support/browser.ts';
import { inPseudo } from './pages.ts';
import { findTemplates, inEveryLight, phone } from './templates.ts';

const site = inject('site');
const templates = await findTemplates(site);

/** Other colours, the same elements: only what depends on colour can differ from the page in light. */
const lights: Record<string, BrowserContextOptions> = {
  'in the dark': { colorScheme: 'dark' },
  'with strong contrast': { contrast: 'more' },
  'with strong contrast in the dark': { contrast: 'more', colorScheme: 'dark' },
};
const ofColour = ['color-contrast-enhanced', 'link-in-text-block'];
/** What can differ where the page is laid out anew; targets are measured by layout.test.ts, more strictly. */
const ofLayout = [
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'html-has-lang',
  'valid-lang',
  'bypass',
  'region',
  'skip-link',
];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe.each(templates)('%s', (path) => {
  // The mirror of a page on a phone has the same elements as the page, laid out in the same room.
  test('has no barrier that axe finds on a phone, from right to left', async () => {
    await using visited = await visit(browser, site, phone);
    const { page } = visited;
    await page.goto(inPseudo('ar-XB', path));
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect(await findBarriers(page, { rules: ofLayout })).toEqual([]);
  });
});

describe.each(inEveryLight)('%s', (path) => {
  test.each(Object.entries(lights))('keeps its contrast %s', async (_light, options) => {
    await using visited = await visit(browser, site, options);
    await visited.page.goto(path);
    expect(await findBarriers(visited.page, { rules: ofColour })).toEqual([]);
  });
});
