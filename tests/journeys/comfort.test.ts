import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, visit } from '#support/browser.ts';

const site = inject('site');
const question = '/conditions/dystonia/questions/what-is-it';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const sizeOfText = () => parseFloat(getComputedStyle(document.querySelector('main p')!).fontSize);

describe('Comfort', () => {
  test('A person sets larger text, and it is kept on the device without a cookie', async () => {
    await using visited = await visit(browser, site);
    const { page, context } = visited;
    await page.goto(question);
    const before = await page.evaluate(sizeOfText);
    await page.getByRole('button', { name: 'Comfort' }).first().click();
    const panel = page.locator('#comfort');
    await panel.getByText('Largest', { exact: true }).click();
    const larger = await page.evaluate(sizeOfText);
    expect(larger).toBeGreaterThan(before * 1.2);

    await page.goto('/conditions/dystonia');
    expect(await page.evaluate(sizeOfText)).toBeGreaterThan(before * 1.2);
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.text)).toBe('largest');
    expect(await context.cookies()).toEqual([]);
    expect(visited.complaints).toEqual([]);
    expect(visited.strangers).toEqual([]);
  });

  test('A person puts everything back with one press', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await page.goto(question);
    await page.getByRole('button', { name: 'Comfort' }).first().click();
    await page.locator('#comfort').getByText('Dark', { exact: true }).click();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await page.locator('[data-comfort-reset]').click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme ?? 'device')).toBe('device');
  });

  test('A person without JavaScript sets larger text for the page at hand', async () => {
    await using visited = await visit(browser, site, { javaScriptEnabled: false });
    const { page } = visited;
    await page.goto(question);
    const before = await page.evaluate(sizeOfText);
    await page.getByRole('button', { name: 'Comfort' }).first().click();
    await page.locator('#comfort').getByText('Largest', { exact: true }).click();
    expect(await page.evaluate(sizeOfText)).toBeGreaterThan(before * 1.2);
  });

  test('A person on a phone reaches the panel through the menu', async () => {
    await using visited = await visit(browser, site, { viewport: { width: 360, height: 740 }, hasTouch: true });
    const { page } = visited;
    await page.goto(question);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page
      .locator('#menu')
      .getByRole('button', { name: /^Comfort/ })
      .click();
    expect(await page.locator('#comfort').isVisible()).toBe(true);
  });

  test('Nothing moves for a person whose device asks for stillness', async () => {
    await using visited = await visit(browser, site, { reducedMotion: 'reduce' });
    await visited.page.goto(question);
    const moving = await visited.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (element) =>
            parseFloat(getComputedStyle(element).transitionDuration) > 0.01 ||
            getComputedStyle(element).animationName !== 'none',
        ).length,
    );
    expect(moving).toBe(0);
  });
});
