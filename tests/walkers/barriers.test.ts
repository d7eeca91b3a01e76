import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
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
/** What can differ where the page is laid out anew. */
const ofLayout = [
  'target-size',
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

/** WCAG 2.2 to AA, the AAA rule on contrast, and what axe holds for good practice; or only some rules of these. */
async function findBarriers(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules).options({ preload: false, resultTypes: ['violations'] });
  else
    axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).options({
      preload: false,
      resultTypes: ['violations'],
      rules: {
        // 7:1, and 4.5:1 for large text: whatever keeps it keeps AA too.
        'color-contrast-enhanced': { enabled: true },
        'color-contrast': { enabled: false },
        'target-size': { enabled: true },
      },
    });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

describe.each(templates)('%s', (path) => {
  test('has no barrier that axe finds, and nothing goes wrong', async () => {
    await using visited = await visit(browser, site);
    const response = await visited.page.goto(path);
    // axe adds to the page what the content security policy refuses: what is wrong before it comes is the page's own.
    const complaints = visited.complaints.filter((each) => response?.status() !== 404 || !each.includes('404'));
    expect.soft(complaints).toEqual([]);
    expect.soft(visited.strangers).toEqual([]);
    expect.soft(await visited.context.cookies()).toEqual([]);
    expect(await findBarriers(visited.page)).toEqual([]);
  });

  test('has no barrier that axe finds on a phone, from left to right or from right to left', async () => {
    await using visited = await visit(browser, site, phone);
    const { page } = visited;
    await page.goto(path);
    expect(await findBarriers(page, ofLayout)).toEqual([]);
    await page.goto(inPseudo('ar-XB', path));
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect(await findBarriers(page, ofLayout)).toEqual([]);
  });
});

describe.each(inEveryLight)('%s', (path) => {
  test.each(Object.entries(lights))('keeps its contrast %s', async (_light, options) => {
    await using visited = await visit(browser, site, options);
    await visited.page.goto(path);
    expect(await findBarriers(visited.page, ofColour)).toEqual([]);
  });
});
