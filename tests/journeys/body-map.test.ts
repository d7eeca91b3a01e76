import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit } from '#support/browser.ts';
import { describeFocus, findOverflow, findSmallTargets } from '#support/measures.ts';

const site = inject('site');
const map = '/conditions/dystonia/body-map';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const pattern = (page: Page) => page.locator('#pattern');
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

describe('The body map', () => {
  test('A person comes from the condition, taps the figure, and is told the pattern; nothing is sent', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await page.goto('/conditions/dystonia');
    await page
      .locator('#classification')
      .getByRole('link', { name: /body map/ })
      .click();
    await page.waitForURL(`**${map}`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));

    await page.locator('.body-map-figure.head label[for=region-neck] path').click({ position: { x: 12, y: 30 } });
    expect(await box(page, 'Neck and shoulders').isChecked()).toBe(true);
    expect(await pattern(page).innerText()).toMatch(/Focal\s+The neck alone/);
    await page.locator('.body-map-figure.whole label[for=region-right-arm] path').click();
    expect(await pattern(page).innerText()).toMatch(/Segmental\s+The neck and the right arm are neighbours\./);
    expect(await pattern(page).getAttribute('role')).toBe('status');

    await page.getByRole('link', { name: 'Clear all marks' }).click();
    expect(await pattern(page).innerText()).toBe('Nothing is marked yet.');
    await page.getByRole('button', { name: 'Put the marks back' }).click();
    expect(await pattern(page).innerText()).toMatch(/Segmental/);

    expect(sent).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await visited.context.cookies()).toEqual([]);
    expect(visited.complaints).toEqual([]);
  });

  test('A person with a keyboard marks parts, is asked for the side of the trunk, and answers', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await page.goto(map);
    await box(page, 'Eyes and forehead').focus();
    for (const name of ['Trunk', 'Left arm and hand', 'Left leg and foot']) {
      for (
        let step = 0;
        step < 9 && !(await box(page, name).evaluate((each) => each === document.activeElement));
        step++
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await page.evaluate(describeFocus), name).toMatchObject({ visible: true });
    }
    expect(await pattern(page).innerText()).toMatch(/Generalised[^]*The trunk: only on the left\?/);
    await page.keyboard.press('Tab');
    while (!(await page.evaluate(() => document.activeElement?.matches('[name=side-trunk]'))))
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await pattern(page).innerText()).toMatch(
      /Hemidystonia\s+All are on the left side.*: the trunk, the left arm and the left leg\./,
    );
  });

  test('Marks are remembered on the device only while a person wants it', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await page.goto(map);
    await box(page, 'Trunk').check();
    await page.getByRole('checkbox', { name: /^Remember/ }).check();
    await page.reload();
    expect(await box(page, 'Trunk').isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: /^Remember/ }).uncheck();
    await page.reload();
    expect(await box(page, 'Trunk').isChecked()).toBe(false);
  });

  test('A person without JavaScript taps the figure, is answered, and nothing is in the address or kept', async () => {
    await using visited = await visit(browser, site, { javaScriptEnabled: false });
    const { page } = visited;
    await page.goto(map);
    await page.locator('.body-map-figure.whole label[for=region-trunk] path').click();
    await box(page, 'Left leg and foot').check();
    await box(page, 'Right leg and foot').check();
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: 'Show the pattern' }).click(),
    ]);
    expect(response.headers()['cache-control']).toBe('no-store');
    expect(new URL(page.url()).search).toBe('');
    expect(await pattern(page).innerText()).toMatch(/Generalised[^]*The legs take part\.[^]*on the border/);
    expect(await box(page, 'Trunk').isChecked()).toBe(true);
  });

  test.each<[string, BrowserContextOptions]>([
    ['in light', { colorScheme: 'light' }],
    ['in the dark, on a 360 px phone', { colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true }],
  ])('It has no barrier, nothing too small to press, and fits, %s', async (_look, options) => {
    await using visited = await visit(browser, site, options);
    const { page } = visited;
    await page.goto(map);
    for (const name of ['Trunk', 'Left arm and hand', 'Left leg and foot']) await box(page, name).check();
    expect(await page.evaluate(findOverflow)).toEqual([]);
    expect(await page.evaluate(findSmallTargets)).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
  });
});
