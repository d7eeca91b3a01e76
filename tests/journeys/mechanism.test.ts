import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { describeFocus, findOverflow, findSmallTargets } from '#support/measures.ts';

const site = inject('site');
const path = '/conditions/dystonia/mechanism';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

async function open(at: string, go: (page: Page, visited: Visit) => Promise<void>, options = {}): Promise<void> {
  await using visited = await visit(browser, site, options);
  await visited.page.goto(at);
  await go(visited.page, visited);
  expect(visited.complaints).toEqual([]);
  expect(visited.strangers).toEqual([]);
}

/** Brings the figure into view, which fetches its script, and waits for what the script adds. */
async function stageOf(page: Page) {
  await page.locator('mechanism-figure').scrollIntoViewIfNeeded();
  const stage = page.locator('.stage');
  await stage.waitFor();
  return stage;
}

const says = (page: Page) => page.locator('.stage [role=status]');
const waitToHear = (page: Page, words: RegExp) => says(page).filter({ hasText: words }).waitFor();

describe('The mechanism figure', () => {
  test('tells its story without a script: four states, in words and drawn by the model', () =>
    open(
      path,
      async (page) => {
        const panels = page.locator('.mechanism-panels > li');
        expect(await panels.count()).toBe(4);
        const story = (await panels.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '));
        expect(story[0]).toMatch(/Healthy.*Bend let through Straighten held back The others held back/);
        expect(story[1]).toMatch(/Dystonia.*Both muscles pull at once.*Bend let through Straighten let through/);
        expect(story[2]).toMatch(/Parkinson’s.*Bend held back Straighten held back/);
        expect(story[3]).toMatch(/Muscle cramp.*After it.*held back/);
        expect(await page.getByRole('img', { name: /An arm.*50%.*25%/ }).count()).toBe(1);
        expect(await page.locator('.stage').count()).toBe(0);
        expect(await page.locator('[data-try]').first().isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    ));

  test('is played by keyboard alone: choose, turn, hear what happened, undo', () =>
    open(path, async (page) => {
      const stage = await stageOf(page);
      await stage.getByRole('button', { name: 'Healthy' }).focus();
      await page.keyboard.press('Enter');
      await waitToHear(page, /One muscle pulls, and the other rests/);
      await page.keyboard.press('Tab');
      expect((await page.evaluate(describeFocus)).name).toBe('Dystonia');
      await page.keyboard.press('Enter');
      await waitToHear(page, /Both muscles pull at once: the arm twists/);

      const brakes = stage.getByRole('slider', { name: 'Brakes around the wish' });
      expect(await brakes.inputValue()).toBe('61');
      await brakes.focus();
      for (let press = 0; press < 9; press++) await page.keyboard.press('ArrowRight');
      expect(await brakes.inputValue()).toBe('70');
      await stage.getByRole('button', { name: 'More: Brakes around the wish' }).press('Enter');
      expect(await brakes.inputValue()).toBe('75');
      const typed = stage.getByRole('spinbutton', { name: 'Brakes around the wish' });
      await typed.fill('100');
      await typed.press('Tab');
      await waitToHear(page, /One muscle pulls, and the other rests/);
      expect(await brakes.inputValue()).toBe('100');

      const undo = stage.getByRole('button', { name: 'Undo' });
      await undo.press('Enter');
      await undo.press('Enter');
      await undo.press('Enter');
      expect(await brakes.inputValue()).toBe('61');
      await waitToHear(page, /Undone\. Both muscles pull at once/);
    }));

  test('takes any number that is typed, and holds it within what the model knows', () =>
    open(path, async (page) => {
      const stage = await stageOf(page);
      const typed = stage.getByRole('spinbutton', { name: 'Dopamine' });
      for (const [number, held] of [
        ['-50', '0'],
        ['99999999', '400'],
        ['1e300', '400'],
        ['', '400'],
      ] as const) {
        await typed.fill(number);
        await typed.press('Tab');
        expect(await typed.inputValue(), number).toBe(held);
      }
      expect(await stage.innerText()).not.toMatch(/NaN|undefined|Infinity/);
    }));

  test('opens in the state that its address names, and shows the cramp end when the muscle is stretched', () =>
    open(`${path}#preset-cramp`, async (page) => {
      const stage = await stageOf(page);
      expect(await stage.getByRole('button', { name: 'Muscle cramp' }).getAttribute('aria-pressed')).toBe('true');
      expect(await stage.locator('[data-pull=bend]').innerText()).toBe('100%');
      expect(await says(page).innerText()).toMatch(/The wish is over, but the muscle stays hard/);
      await stage.getByRole('button', { name: 'Stretch the muscle' }).click();
      await waitToHear(page, /the muscle is soft again/);
      expect(await stage.locator('[data-pull=bend]').innerText()).toBe('0%');
      await page.evaluate(() => (location.hash = '#preset-parkinson'));
      await waitToHear(page, /the arm hardly moves/);
    }));

  test('steps instead of moving for those who asked for stillness', () =>
    open(path, async (page) => {
      const stage = await stageOf(page);
      const next = stage.getByRole('button', { name: 'Next moment' });
      const shown = () => stage.locator('[data-moment][aria-pressed=true]').innerText();
      expect(await shown()).toBe('During the wish');
      for (const moment of ['After it', 'At the end', 'Before the wish']) {
        await next.click();
        expect(await shown()).toBe(moment);
      }
      expect(await stage.locator('[data-pull=bend]').innerText()).toBe('2%');
    }));

  test('moves for others, rests when it has ended, and does no work while it rests', () =>
    open(
      path,
      async (page) => {
        await page.clock.install();
        await page.reload();
        const stage = await stageOf(page);
        await stage.getByRole('button', { name: 'Play' }).click();
        expect(await stage.getByRole('button', { name: 'Pause' }).isVisible()).toBe(true);
        await page.clock.runFor(1000);
        const at = () => stage.locator('[data-part=now]').getAttribute('x1').then(Number);
        const soon = await at();
        expect(soon).toBeGreaterThan(40);
        expect(soon).toBeLessThan(300);
        await page.clock.runFor(6000);
        expect(await stage.getByRole('button', { name: 'Play' }).isVisible()).toBe(true);
        await page.evaluate(() => {
          const ask = window.requestAnimationFrame;
          window.requestAnimationFrame = (callback) => {
            document.documentElement.dataset.asked = 'yes';
            return ask(callback);
          };
        });
        await page.clock.runFor(3_600_000);
        expect(await page.locator('html').getAttribute('data-asked')).toBeNull();
      },
      { reducedMotion: 'no-preference' },
    ));

  test('fetches its script only where it stands, and only when it is seen', () =>
    open(
      '/conditions/dystonia/questions/what-happens-inside',
      async (page) => {
        const scripts = () =>
          page.evaluate(
            () =>
              performance.getEntriesByType('resource').filter(({ name }) => /mechanism-[^/]+\.js/.test(name)).length,
          );
        await page.waitForLoadState('networkidle');
        expect(await scripts()).toBe(0);
        await stageOf(page);
        expect(await scripts()).toBe(1);
        const more = page.locator('.mechanism').getByRole('link', { name: /How far the model goes/ });
        expect(await more.getAttribute('href')).toBe(path);
      },
      { viewport: { width: 1280, height: 600 } },
    ));

  test('shows a second condition with a state and words that its answer brings along', () =>
    open('/conditions/parkinson-disease/questions/what-happens-inside', async (page) => {
      const stage = await stageOf(page);
      await stage.getByRole('button', { name: 'A little dopamine' }).click();
      await waitToHear(page, /later than in a healthy brain/);
      expect(await page.locator('#preset-little-dopamine').innerText()).toMatch(/the wish is strong/);
    }));

  test('is reached from a comparison of two conditions, in the state of the look-alike', () =>
    open('/conditions/dystonia/compare/parkinson-disease', async (page) => {
      await page.getByRole('link', { name: /in a model of the brain/ }).click();
      await page.waitForURL(`**${path}#preset-parkinson`);
      const stage = await stageOf(page);
      expect(await stage.getByRole('button', { name: 'Parkinson’s' }).getAttribute('aria-pressed')).toBe('true');
    }));

  test('can be used by everybody: in light, in the dark, and on a 360 px phone', () =>
    open(path, async (page) => {
      const stage = await stageOf(page);
      await stage.locator('summary').click();
      expect(await findBarriers(page, { within: '.mechanism' })).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findBarriers(page, { within: '.mechanism', rules: ['color-contrast-enhanced'] })).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(findOverflow)).toEqual([]);
      expect(await page.evaluate(findSmallTargets)).toEqual([]);
    }));
});
