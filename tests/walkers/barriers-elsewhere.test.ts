import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { inPseudo } from './pages.ts';
import { findTemplates, inEveryLight, phone } from './templates.ts';

const site = inject('site');
const templates = await findTemplates(site);

/** Other colours, the same elements: only what depends on colour can differ from the page in light. */
const lights = {
  'in the dark': { colorScheme: 'dark', contrast: 'no-preference' },
  'with strong contrast': { colorScheme: 'light', contrast: 'more' },
  'with strong contrast in the dark': { colorScheme: 'dark', contrast: 'more' },
} as const;
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
let onPhone: Visit;
let onDesk: Visit;
beforeAll(async () => {
  browser = await startBrowser();
  [onPhone, onDesk] = await Promise.all([visit(browser, site, phone), visit(browser, site)]);
});
afterAll(() => browser?.close());

describe.each(templates)('%s', (path) => {
  // The mirror of a page on a phone has the same elements as the page, laid out in the same room.
  test('has no barrier that axe finds on a phone, from right to left', async () => {
    const { page } = onPhone;
    await page.goto(inPseudo('ar-XB', path));
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect(await findBarriers(page, { rules: ofLayout })).toEqual([]);
  });
});

describe.each(inEveryLight)('%s', (path) => {
  test.each(Object.entries(lights))('keeps its contrast %s', async (_light, light) => {
    const { page } = onDesk;
    await page.emulateMedia(light);
    await page.goto(path);
    expect(await page.evaluate(() => matchMedia('(prefers-contrast: more)').matches)).toBe(light.contrast === 'more');
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
      light.colorScheme === 'dark',
    );
    expect(await findBarriers(page, { rules: ofColour })).toEqual([]);
  });
});
