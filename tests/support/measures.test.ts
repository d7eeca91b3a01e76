import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from './axe.ts';
import { startBrowser, visit } from './browser.ts';
import { findOverflow, findSmallTargets } from './measures.ts';

/* The walks find nothing on our pages. Here they are shown what they look for. */

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);
afterAll(() => browser?.close());

async function on<T>(body: string, look: (page: Awaited<ReturnType<typeof visit>>['page']) => Promise<T>): Promise<T> {
  await using visited = await visit(browser, 'data:', { viewport: { width: 360, height: 740 } });
  await visited.page.setContent(
    `<!doctype html><html lang="en"><head><title>Planted</title><meta name="viewport" content="width=device-width"></head>` +
      `<body style="margin: 0; background: #fff"><main><h1>Planted</h1>${body}</main></body></html>`,
  );
  return await look(visited.page);
}
const rulesOf = (barriers: string[]) => barriers.map((each) => each.split(':')[0]);

test('axe names a picture without words and grey text on white, by the stricter rule of contrast', () =>
  on('<img src="data:," width="9" height="9"><p style="color: #6d6d6d">too pale</p>', async (page) => {
    expect(rulesOf(await findBarriers(page)).sort()).toEqual(['color-contrast-enhanced', 'image-alt']);
    expect(rulesOf(await findBarriers(page, { rules: ['image-alt'] }))).toEqual(['image-alt']);
    expect(await findBarriers(page, { within: 'h1' })).toEqual([]);
  }));

test('axe leaves a page alone on which nothing is wrong', () =>
  on('<p style="color: #222">dark enough</p>', async (page) => expect(await findBarriers(page)).toEqual([])));

test('what sticks out of a narrow window is found, and what scrolls inside its own box is not', async () => {
  const wide = '<p style="width: 400px; margin: 0">wide</p>';
  expect((await on(wide, (page) => page.evaluate(findOverflow)))[0]).toBe('400 > 360');
  expect(await on(`<div style="overflow-x: auto">${wide}</div>`, (page) => page.evaluate(findOverflow))).toEqual([]);
});

test.each([
  ['a button of 30 px', '<button style="width: 80px; height: 30px; padding: 0">Small</button>', 1],
  ['a button of 44 px', '<button style="width: 80px; height: 44px; padding: 0">Large</button>', 0],
  ['a box to tick without room around it', '<input type="checkbox" aria-label="Alone">', 1],
  [
    'a box to tick with a large label',
    '<label style="display: block; padding: 14px"><input type="checkbox"> With words</label>',
    0,
  ],
  [
    'a link in a line of words',
    '<p style="font: 20px/1.5 serif">Words, <a href="#">a link</a>, and more words.</p>',
    0,
  ],
  [
    'a small place on a drawing that a large link leads to, too',
    `<svg width="99" height="99"><a href="/x" tabindex="-1"><rect width="9" height="9"/></a></svg>
     <a href="/x" style="display: block; height: 44px">The place</a>`,
    0,
  ],
  [
    'a small place on a drawing that nothing else leads to',
    '<svg width="99" height="99"><a href="/x" tabindex="-1"><rect width="9" height="9"/></a></svg>',
    1,
  ],
])('pressing %s', async (_what, html, found) => {
  expect(await on(html, (page) => page.evaluate(findSmallTargets))).toHaveLength(found);
});
