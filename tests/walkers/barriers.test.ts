import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { findTemplates } from './templates.ts';

const site = inject('site');
const templates = await findTemplates(site);

let browser: Browser;
// One profile for all: opening a new one takes longer than reading a page.
let visited: Visit;
beforeAll(async () => {
  browser = await startBrowser();
  visited = await visit(browser, site);
});
afterAll(() => browser?.close());

describe.each(templates)('%s', (path) => {
  test('has no barrier that axe finds, and nothing goes wrong', async () => {
    visited.complaints.length = visited.strangers.length = 0;
    const response = await visited.page.goto(path);
    // axe adds to the page what the content security policy refuses: what is wrong before it comes is the page's own.
    const complaints = visited.complaints.filter((each) => response?.status() !== 404 || !each.includes('404'));
    expect.soft(complaints).toEqual([]);
    expect.soft(visited.strangers).toEqual([]);
    expect.soft(await visited.context.cookies()).toEqual([]);
    expect(await findBarriers(visited.page)).toEqual([]);
  });
});
