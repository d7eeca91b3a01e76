import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit } from '#support/browser.ts';
import { describeFocus, findOverflow, findSmallTargets } from '#support/measures.ts';
import { newestToken } from '#support/sign-in.ts';

const site = inject('site');
const people = '/conditions/dystonia/people';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** A person with a browser of their own, who has just opened the link in their mail. */
async function arrive(page: Page, email = `${crypto.randomUUID()}@mail.example`, language = ''): Promise<void> {
  await page.goto(`${language}/join`);
  await page.locator('main').getByRole('link').first().click();
  await page.locator('#address').fill(email);
  await page.locator('#address').press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('#address').waitFor({ state: 'detached' });
  await page.goto(`${language}/sign-in/link?token=${await newestToken(site, email)}`);
  await page.locator('main form button').first().click();
}

/** What a stranger can read where somebody could leave a trace by joining. */
const readPublicPages = () =>
  Promise.all(
    ['', '/people', '/experiences']
      .map((rest) => `/conditions/cervical-dystonia${rest}`)
      .concat('/', '/sitemap.xml')
      .map(async (path) => (await fetch(site + path)).text()),
  );

const asked = (page: Page, step: string) => page.waitForURL(`**/join/${step}`);
const press = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).click();

describe('Joining', () => {
  test('A person without JavaScript joins, is found by nobody, chooses to be, leaves a condition and undoes it', async () => {
    await using visited = await visit(browser, site, { javaScriptEnabled: false });
    const { page } = visited;
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    const before = await readPublicPages();
    await arrive(page);
    await asked(page, 'age');
    await press(page, 'Yes, I am 16 or older');
    await asked(page, 'consents');
    expect(await page.locator('main input:checked').count()).toBe(0);
    for (const kind of ['account', 'health', 'contact']) await page.locator(`#agree-${kind}`).check();
    await press(page, /^Agree/);
    await asked(page, 'role');
    await page.getByLabel('I live with a condition').check();
    await press(page, 'Continue');
    await asked(page, 'conditions');
    await page.getByLabel('Name of a condition').fill('distonia cervical');
    await page.keyboard.press('Enter');
    await page.getByLabel('Cervical dystonia').check();
    await press(page, 'Add what is ticked');
    await page.getByLabel('Yes, a doctor has diagnosed it').check();
    await press(page, 'Continue');
    await asked(page, 'place');
    await page.getByLabel('Country').selectOption({ label: 'Spain' });
    await press(page, 'Continue');
    await asked(page, 'part');
    await press(page, 'Continue');
    await asked(page, 'language');
    // comes back another day
    await page.goto('/join');
    await asked(page, 'language');
    await press(page, 'Pass over');
    await page.getByLabel('Name to show').fill('Quiet stone');
    await press(page, 'Continue');
    await asked(page, 'birth');
    await press(page, 'Finish');
    await asked(page, 'done');
    expect(await page.locator('main').innerText()).toMatch(
      /Quiet stone[^]*Cervical dystonia: I live with it, diagnosed/,
    );

    await page.goto('/me/seen');
    expect(await page.locator('#member').innerText()).toContain('Nothing.');
    await page.locator('#choose').getByLabel('Cervical dystonia').check();
    await press(page, 'Save');
    expect(await page.locator('#member').innerText()).toMatch(/Quiet stone\s+Lives with cervical dystonia, diagnosed/);
    expect(await page.locator('#stranger').innerText()).toContain('Nothing.');
    await page.goto('/conditions/cervical-dystonia/people');
    expect(await page.locator('main').innerText()).toContain('Teodora');

    await page.goto('/me/conditions');
    await press(page, 'Leave cervical dystonia');
    expect(await page.locator('main').innerText()).toContain('You have left cervical dystonia.');
    await press(page, /^Undo/);
    expect(await page.locator('main').innerText()).toContain('You belong to cervical dystonia again');

    // not a letter has changed for anybody outside
    expect(await readPublicPages()).toEqual(before);

    // what somebody belongs to has come into no address, but that of the public page which they opened themselves
    const told = addresses.filter((address) => /dystonia|distonia/.test(address));
    expect(told).toEqual([`${site}/conditions/cervical-dystonia/people`]);
  });

  test('A person with a keyboard alone joins, and sees at every step where they are', async () => {
    await using visited = await visit(browser, site);
    const { page } = visited;
    await arrive(page, undefined, '/es');
    await asked(page, 'age');
    const tabTo = async (name: RegExp) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(describeFocus);
        if (!focus.role) continue;
        expect(focus, `the focus on “${focus.name}” can be seen`).toMatchObject({ visible: true });
        if (name.test(focus.name)) return;
      }
      throw new Error(`No ${String(name)} within 60 steps of ${page.url()}`);
    };
    const enter = async (step: string) => {
      await page.keyboard.press('Enter');
      await asked(page, step);
    };
    await tabTo(/^Sí, tengo 16/);
    await enter('consents');
    await tabTo(/^Guardar una cuenta/);
    await page.keyboard.press('Space');
    await tabTo(/^Guardar lo que digo/);
    await page.keyboard.press('Space');
    await tabTo(/^Aceptar lo marcado/);
    await enter('role');
    await tabTo(/^Vivo con/);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Cuido a alguien').isChecked()).toBe(true);
    await tabTo(/^Continuar/);
    await enter('conditions');
    await tabTo(/^Nombre de una afección/);
    await page.keyboard.type('distonía');
    await page.keyboard.press('Enter');
    await page.getByText('Encontrado para').waitFor();
    await tabTo(/^Distonía/);
    if (!(await page.locator('main input[name=add]').first().isChecked())) await page.keyboard.press('Space');
    await tabTo(/^Continuar/);
    await enter('place');
    await tabTo(/^País/);
    await page.keyboard.type('Esp');
    await tabTo(/^Continuar/);
    await enter('part');
    await tabTo(/^Continuar/);
    await enter('language');
    await tabTo(/^Saltar esta/);
    await enter('name');
    await tabTo(/^Saltar esta/);
    await enter('birth');
    await tabTo(/^Saltar esta/);
    await enter('done');
    expect(await page.locator('main').innerText()).toMatch(/Cuido a alguien[^]*España/);
    expect(visited.complaints).toEqual([]);
  });

  test('A person who is too young is told what they can do, and is signed out', async () => {
    await using visited = await visit(browser, site);
    const { page, context } = visited;
    await arrive(page);
    await press(page, 'No, not yet');
    await asked(page, 'too-young');
    expect(await context.cookies()).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('Everything here is yours to read');
    await page.goto('/me');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

describe('Somebody’s own pages', () => {
  let signedIn: BrowserContextOptions['storageState'];
  beforeAll(async () => {
    await using visited = await visit(browser, site);
    await arrive(visited.page, 'member@demo.example');
    await visited.page.waitForURL('**/me');
    signedIn = await visited.context.storageState();
  });

  test.each<[string, BrowserContextOptions, { rules?: string[] }]>([
    // the same elements as on the phone: what can differ is their colour
    ['in light', { colorScheme: 'light' }, { rules: ['color-contrast-enhanced', 'link-in-text-block'] }],
    [
      'in the dark, on a 360 px phone',
      { colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true },
      {},
    ],
  ])('have no barrier, nothing too small to press, and fit, %s', async (_look, options, rules) => {
    await using visited = await visit(browser, site, { ...options, storageState: signedIn });
    const { page } = visited;
    const look = async (what: string) => {
      expect.soft(await page.evaluate(findOverflow), what).toEqual([]);
      expect.soft(await page.evaluate(findSmallTargets), what).toEqual([]);
      expect.soft(await findBarriers(page, rules), what).toEqual([]);
    };
    for (const path of ['/me', '/me/profile', '/me/conditions', '/me/consents', '/me/seen', people]) {
      await page.goto(path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      await look(path);
    }
    await page.locator('main h3 a').first().click();
    await page.waitForURL('**/people/*');
    await look('/people/:id');
    expect(visited.strangers).toEqual([]);
  });

  test('Every question of joining has no barrier and fits a phone', async () => {
    await using visited = await visit(browser, site, { viewport: { width: 360, height: 740 }, hasTouch: true });
    const { page } = visited;
    await arrive(page);
    const look = async (what: string) => {
      expect.soft(await page.evaluate(findOverflow), what).toEqual([]);
      expect.soft(await page.evaluate(findSmallTargets), what).toEqual([]);
      expect.soft(await findBarriers(page), what).toEqual([]);
    };
    await look('age');
    await press(page, 'Yes, I am 16 or older');
    await press(page, /^Agree/);
    await look('consents, with faults');
    for (const kind of ['account', 'health']) await page.locator(`#agree-${kind}`).check();
    await press(page, /^Agree/);
    await press(page, 'Continue');
    await look('role, with a fault');
    await press(page, 'Pass over');
    await page.getByLabel('Name of a condition').fill('dystonia');
    await press(page, 'Look up');
    await page.locator('main input[name=add]').first().check();
    await look('conditions found');
    await press(page, 'Add what is ticked');
    await page.locator('main summary').click();
    await page.getByLabel('Year of the diagnosis').fill('soon');
    await press(page, 'Continue');
    await look('conditions, with a fault');
    await press(page, 'Pass over');
    await look('place');
    await press(page, 'Continue');
    await look('language');
    await press(page, 'Continue');
    await page.getByLabel('Name to show').fill('Maren Holt');
    await press(page, 'Continue');
    await look('name, with a warning');
    await press(page, 'Keep this name');
    await look('birth');
  });
});
