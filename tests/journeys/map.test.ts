import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit } from '#support/browser.ts';
import { describeFocus, findOverflow } from '#support/measures.ts';

const site = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const viewBox = (page: Page) => page.locator('svg.map').getAttribute('viewBox');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** The map with its script: only that makes the sheet a place for the focus. */
async function openMap(page: Page, path = '/conditions/dystonia/map'): Promise<void> {
  await page.goto(path);
  await page.locator('[data-map][tabindex]').waitFor();
}
/** Keys until the focus is where a person wants it; fails when it never comes there. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(describeFocus);
    if (name.test(focus.name)) return expect(focus.visible).toBe(true);
  }
  throw new Error(`The focus never came to ${name}`);
}

describe('The map', () => {
  test('without JavaScript leads from the world to a continent, a country and a part of it, and sorts the list', async () => {
    await using visited = await visit(browser, site, { javaScriptEnabled: false });
    const { page } = visited;
    await page.goto('/');
    await page.locator('#map').getByRole('link', { name: 'See the map' }).click();
    await page.waitForURL('**/map');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Where we are');
    expect(await page.locator('.map-total').innerText()).toMatch(/At least\s+[\d,]+ people/);

    await page
      .locator('.place-steps')
      .getByRole('link', { name: /^Europe/ })
      .click();
    await page.waitForURL('**/map/europe');
    await page.locator('svg.map a[data-region=ES] path').click();
    await page.waitForURL('**/map/es');
    await page.locator('#places').getByRole('link', { name: 'Madrid' }).click();
    await page.waitForURL('**/map/es-md');
    expect(await page.locator('svg.map .here').count()).toBe(1);

    await page.goto('/map');
    await page.getByRole('link', { name: 'The list first' }).click();
    await page.getByRole('link', { name: 'Place', exact: true }).click();
    await page.waitForURL('**/map?list=name');
    const names = await page.locator('.places tbody th').allInnerTexts();
    expect(names.length).toBeGreaterThan(3);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    const [list, map] = await Promise.all(['#places', 'figure#map'].map((part) => page.locator(part).boundingBox()));
    expect(list!.y).toBeLessThan(map!.y);
    expect(visited.complaints).toEqual([]);
  });

  test('of a group of conditions is found in the index, and leads to all conditions and to joining', async () => {
    await using visited = await visit(browser, site, { javaScriptEnabled: false });
    const { page } = visited;
    await page.goto('/conditions');
    await page.getByRole('link', { name: 'Where people of this group are' }).click();
    await page.waitForURL('**/groups/movement-disorders/map');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Movement disorders: where we are');
    expect(await page.locator('.map-total').innerText()).toMatch(/At least\s+[\d,]+ people/);
    await page
      .locator('.place-steps')
      .getByRole('link', { name: /^Europe/ })
      .click();
    await page.waitForURL('**/groups/movement-disorders/map/europe');
    await page.locator('#wider').getByRole('link', { name: 'All conditions: Europe' }).click();
    await page.waitForURL('**/map/europe');
    await page.locator('#join').getByRole('link', { name: 'Join' }).click();
    await page.waitForURL('**/join');
    expect(visited.complaints).toEqual([]);
  });

  test('is walked with a keyboard as one list, each place met is told and marked, and no number stands in the map alone', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await openMap(page);
    await tabTo(page, /^Straight to the list$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^United States$/);
    await expect.poll(() => page.locator('[data-met]').innerText()).toMatch(/^United States: at least [\d,]+$/);
    expect(await page.locator('svg.map a.met').getAttribute('data-region')).toBe('US');

    expect(await page.locator('svg.map a:not([tabindex="-1"])').count()).toBe(0);
    const inMap = await page.locator('svg.map .people text').allTextContents();
    const inList = await page.locator('.places td, .place-steps b').allInnerTexts();
    expect(inMap.filter((number) => !inList.includes(number))).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
  });

  test('comes closer by buttons, keys and wheel, never only by dragging, and stays there for this tab alone', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await openMap(page);
    const whole = await viewBox(page);
    expect(await page.getByRole('button', { name: 'Further' }).isVisible()).toBe(false);

    await press(page, 'Closer');
    const closer = await viewBox(page);
    expect(closer).not.toBe(whole);
    await press(page, 'Right');
    expect(await viewBox(page)).not.toBe(closer);
    await press(page, 'The whole map');
    expect(await viewBox(page)).toBe(whole);
    // the button that was pressed is gone, and the focus with it nowhere else
    expect((await page.evaluate(describeFocus)).name).toBe('Closer');

    await page.locator('[data-map]').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowDown');
    const byKeys = await viewBox(page);
    expect(byKeys).not.toBe(whole);
    await page.locator('[data-map]').hover();
    await page.mouse.wheel(0, -240);
    await expect.poll(() => viewBox(page)).not.toBe(byKeys);

    const kept = await viewBox(page);
    await page.reload();
    await page.getByRole('button', { name: 'The whole map' }).waitFor();
    expect(await viewBox(page)).toBe(kept);
    const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(stored).not.toMatch(/dystonia/);
    expect(await visited.context.cookies()).toEqual([]);
    await page.goto('/map/europe');
    expect(await viewBox(page)).toMatch(/^0 0 2000 /);
    expect(visited.complaints).toEqual([]);
  });

  test('on a phone has one target for each continent, as large as a finger', async () => {
    await using visited = await visit(browser, site, { viewport: { width: 360, height: 740 }, hasTouch: true });
    const { page } = visited;
    await page.goto('/map');
    expect(await page.evaluate(findOverflow)).toEqual([]);
    const areas = page.locator('svg.map .areas a');
    expect(await areas.count()).toBe(6);
    for (const area of await areas.locator('.reach').all()) {
      const box = (await area.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await page.locator('svg.map .areas a[data-region="005"] .reach').tap();
    await page.waitForURL('**/map/south-america');
  });

  test('says of a small community one honest sentence, and shows a wider one instead of an empty map', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await page.goto('/conditions/oromandibular-dystonia/map');
    const head = await page.locator('.map-head').innerText();
    expect(head).toMatch(/No number can be shown safely yet/);
    expect(head).toMatch(/The map below shows people with dystonia/);
    expect(await page.locator('svg.map .people circle').count()).toBeGreaterThan(0);
    await page.locator('#wider').getByRole('link', { name: 'Dystonia: World' }).click();
    await page.waitForURL('**/conditions/dystonia/map');

    await page.goto('/conditions/dystonia/map/ad');
    expect(await page.locator('.map-head').innerText()).toMatch(
      /Andorra: too few people to show a number safely, or nobody/,
    );
    expect(await page.locator('svg.map a.here').getAttribute('data-region')).toBe('AD');
  });

  test('is a picture too, of the same numbers; without a number there is none', async () => {
    const svg = await fetch(`${site}/conditions/dystonia/map.svg`);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const page = await (await fetch(`${site}/conditions/dystonia/map`)).text();
    const [people] = /[\d,]+ people/.exec(page.slice(page.indexOf('map-total'))) ?? [];
    expect(await svg.text()).toContain(`At least ${people}`);

    const image = /<meta property="og:image" content="([^"]+)"/.exec(page)?.[1];
    const png = await fetch(site + new URL(image!).pathname);
    expect(png.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await png.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    for (const path of ['/map.svg', '/map.png']) expect((await fetch(site + path)).status).toBe(200);
    for (const as of ['svg', 'png'])
      expect((await fetch(`${site}/conditions/oromandibular-dystonia/map.${as}`)).status).toBe(404);
  });

  test('leads from an address that names no place to the place that was meant', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await page.goto('/conditions/dystonia/map/spain');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This place is not on the map');
    await page.getByRole('main').getByRole('link', { name: 'Spain' }).click();
    await page.waitForURL('**/conditions/dystonia/map/es');
  });
});
