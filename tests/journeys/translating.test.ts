import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReviewRepository } from '#modules/review/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { newId } from '#platform/ids/ids.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { findOverflow, findSmallTargets } from '#support/measures.ts';
import { signInAs } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';

const clock = fixedClock('2026-11-30T09:00:00Z');
let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), startSite({ clock })]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function signIn({ context }: Visit, staff: StaffRole[]) {
  const { accountId, headers } = await signInAs(site, { staff });
  const cookies = headers.cookie.split('; ').map((each) => {
    const [name = '', value = ''] = each.split(/=(.*)/su);
    return { name, value, url: site.url };
  });
  await context.addCookies(cookies);
  return accountId;
}

/** Somebody who may sign in one language, at their own browser. */
async function comeAsReviewer(visited: Visit, name: string, language: 'en' | 'es') {
  const accountId = await signIn(visited, ['reviewer']);
  await createReviewRepository(site.services.database.db).saveReviewer(
    {
      id: newId(),
      slug: name.toLowerCase().replaceAll(' ', '-'),
      accountId,
      name,
      credential: { en: 'invented neurologist', es: 'neuróloga inventada' },
      interests: [],
      verifiedOn: '2026-10-01',
      verifiedHow: 'Not at all: invented',
      interestsConfirmedOn: '2026-11-01',
      languages: [language],
      active: true,
      fictional: true,
    },
    clock.now(),
  );
}

/** Takes the one text that waits, and signs it. */
async function signProposed({ page }: Visit) {
  await page.goto('/review');
  await page.locator('#proposed ~ .queue a').click();
  await page.getByRole('button', { name: 'Take it on my desk' }).click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel('Sign it').check();
  await page.getByRole('button', { name: 'Record my decision' }).click();
}

/** Adds a sentence and hands the text in; `before` fills in what else the form asks. */
async function handIn({ page }: Visit, sentence: string, before = async () => {}) {
  const text = page.getByRole('textbox', { name: 'The longer text' });
  await text.fill(`${await text.inputValue()}\n\n${sentence}`);
  await before();
  await page.getByLabel('What changed, and why').fill('A sentence was missing.');
  await page.getByLabel('Your name, as the history shows it').fill('The editors of this site');
  await page.getByRole('button', { name: 'Hand it in for review' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Handed in');
}

test('without JavaScript, a translation falls behind the English text, is brought up to date, and is clinically checked by its own review', async () => {
  const spanish = '/es/conditions/essential-tremor/questions/what-is-it';
  await using reader = await visit(browser, site.url, { javaScriptEnabled: false });
  const page = async () => {
    await reader.page.goto(spanish);
    return reader.page.locator('main').innerText();
  };
  expect(await page()).toContain('Traducido por una máquina a partir de la versión 1 del texto en inglés.');
  expect(await page()).not.toContain('ha cambiado desde entonces');

  await using editor = await visit(browser, site.url, { javaScriptEnabled: false });
  await signIn(editor, ['editor']);
  await editor.page.goto('/review/essential-tremor/what-is-it/en/edit');
  await handIn(editor, 'Tiredness can make it stronger for a while.');
  await using english = await visit(browser, site.url, { javaScriptEnabled: false });
  await comeAsReviewer(english, 'Rita Example', 'en');
  await signProposed(english);
  await expect.poll(page, { timeout: 5000 }).toContain('ahora es la versión 2');
  expect(await page()).not.toContain('comprobación clínica');

  await editor.page.goto('/review');
  await editor.page.locator('#behind ~ .queue a').click();
  expect(await editor.page.locator('#translation ins').allInnerTexts()).toContainEqual(
    expect.stringContaining('Tiredness can make it stronger'),
  );
  await handIn(editor, 'El cansancio puede hacerlo más fuerte un rato.', async () => {
    await editor.page.getByLabel('A person').check();
    await editor.page.getByLabel('By now version 2 of the English text').check();
  });
  await using reviewer = await visit(browser, site.url, { javaScriptEnabled: false });
  await comeAsReviewer(reviewer, 'Sara Ejemplo', 'es');
  await signProposed(reviewer);

  await expect
    .poll(page, { timeout: 5000 })
    .toMatch(
      /Traducido por una persona a partir de la versión 2 del texto en inglés\. Con comprobación clínica en español, de una persona inventada\./u,
    );
  expect(await page()).not.toContain('ha cambiado desde entonces');
  const data = JSON.parse((await reader.page.locator('script[type="application/ld+json"]').textContent())!) as object;
  expect(data).toMatchObject({
    inLanguage: 'es',
    translationOfWork: { '@id': expect.stringMatching(/\/conditions\/essential-tremor\/questions\/what-is-it$/u) },
  });
  // the reviewer is an invented one
  expect(data).not.toHaveProperty('reviewedBy');
  await reader.page.getByRole('link', { name: 'la versión 2 del texto en inglés' }).click();
  expect(await reader.page.locator('main').innerText()).toContain('Tiredness can make it stronger');
  await reader.page.goto(`${spanish}/history`);
  expect(await reader.page.locator('.history').innerText()).toContain('Traducido por una máquina');
});

test('a translation in the editor has no barriers, on a phone and on a desk', async () => {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 900 },
  ]) {
    await using visited = await visit(browser, site.url, { viewport });
    const { page } = visited;
    await signIn(visited, ['editor']);
    for (const path of ['/review', '/review/muscle-cramp/what-is-it/es/edit']) {
      await page.goto(path);
      expect(await findBarriers(page), path).toEqual([]);
      expect(await page.evaluate(findOverflow), path).toEqual([]);
      expect(await page.evaluate(findSmallTargets), path).toEqual([]);
    }
  }
});
