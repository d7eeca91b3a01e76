import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReviewRepository, tellAged, verifyRecord } from '#modules/review/index.ts';
import { hashOfText } from '#modules/answers/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { newId } from '#platform/ids/ids.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { findOverflow, findSmallTargets } from '#support/measures.ts';
import { signInAs } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';

const clock = fixedClock('2026-11-22T09:00:00Z');
let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), startSite({ clock })]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const question = '/conditions/essential-tremor/questions/what-is-it';
const desk = '/review/essential-tremor/what-is-it/en';

async function signIn({ context }: Visit, staff: StaffRole[]) {
  const { accountId, headers } = await signInAs(site, { staff });
  const cookies = headers.cookie.split('; ').map((each) => {
    const [name = '', value = ''] = each.split(/=(.*)/su);
    return { name, value, url: site.url };
  });
  await context.addCookies(cookies);
  return accountId;
}

async function addReviewer(accountId: string, name: string) {
  await createReviewRepository(site.services.database.db).saveReviewer(
    {
      id: newId(),
      slug: name.toLowerCase().replaceAll(' ', '-'),
      accountId,
      name,
      credential: { en: 'invented neurologist' },
      interests: [],
      verifiedOn: '2026-10-01',
      verifiedHow: 'Not at all: invented',
      interestsConfirmedOn: '2026-11-01',
      languages: ['en'],
      active: true,
      fictional: true,
    },
    clock.now(),
  );
}

const sentence = 'Tiredness can make it stronger for a while.';

test('without JavaScript, what a reader suggests is corrected, signed, published, and falls overdue', async () => {
  await using reader = await visit(browser, site.url, { javaScriptEnabled: false });
  await reader.page.goto(question);
  await reader.page.getByRole('link', { name: 'Suggest a correction' }).click();
  await reader.page.getByLabel('What is wrong').fill('Say that tiredness can make it worse.');
  await reader.page.getByRole('button', { name: 'Send' }).click();

  await using editor = await visit(browser, site.url, { javaScriptEnabled: false });
  await signIn(editor, ['editor']);
  await editor.page.goto('/review/suggestions');
  await editor.page.getByRole('link', { name: 'Correct the text' }).click();
  expect(await editor.page.locator('main').innerText()).toContain('Say that tiredness can make it worse.');
  const text = editor.page.getByLabel('The longer text');
  await text.fill(`${await text.inputValue()}\n\n## When you are tired\n\n${sentence} It passes in 2 days.`);
  await editor.page.getByLabel('What changed, and why').fill('A reader missed what tiredness does.');
  await editor.page.getByLabel('Your name, as the history shows it').fill('The editors of this site');
  await editor.page.getByRole('button', { name: 'Show how it will look' }).click();
  expect(await editor.page.locator('#live-preview').innerText()).toContain(sentence);
  expect(await editor.page.locator('#faults-body').innerText()).toContain('The sentence with “2” has no source');
  await text.fill((await text.inputValue()).replace(' It passes in 2 days.', ''));
  await editor.page.getByRole('button', { name: 'Hand it in for review' }).click();
  expect(await editor.page.getByRole('heading', { level: 1 }).innerText()).toBe('Handed in');
  expect(await (await fetch(site.url + question)).text()).not.toContain(sentence);

  await using reviewer = await visit(browser, site.url, { javaScriptEnabled: false });
  await addReviewer(await signIn(reviewer, ['reviewer']), 'Rita Example');
  await reviewer.page.goto('/review');
  await reviewer.page.locator('#proposed ~ .queue a').click();
  expect(await reviewer.page.locator('ins').allInnerTexts()).toContainEqual(expect.stringContaining(sentence));
  await reviewer.page.getByRole('button', { name: 'Take it on my desk' }).click();
  for (const box of await reviewer.page.getByRole('checkbox').all()) await box.check();
  await reviewer.page.getByLabel('Sign it').check();
  await reviewer.page.getByRole('button', { name: 'Record my decision' }).click();
  expect(await reviewer.page.locator('main').innerText()).toContain('Rita Example has signed this version.');

  const page = async () => {
    await reader.page.goto(question);
    return reader.page.locator('main').innerText();
  };
  expect(await page()).toContain(sentence);
  expect(await page()).toContain('Medically reviewed on 22 November 2026 by Rita Example');
  await editor.page.goto('/review/suggestions');
  expect(await editor.page.locator('main').innerText()).toContain('Nothing waits.');

  const { db } = site.services.database;
  for (const [day, says] of [
    ['2029-11-22', 'Medically reviewed'],
    ['2029-11-23', 'This review is overdue.'],
    ['2030-05-23', 'Reviewed too long ago.'],
  ] as const) {
    clock.set(`${day}T00:05:00Z`);
    await tellAged('2026-11-22', { database: db, events: site.services.events, clock });
    await expect.poll(page, { timeout: 5000 }).toContain(says);
  }
  expect(await verifyRecord({ database: db, hashOfText })).toMatchObject({ signatures: 1, faults: [] });
  clock.set('2026-11-22T09:00:00Z');
});

test('two comments at passages become what is asked; one stays with its words, one tells that they changed; both are done', async () => {
  const path = '/review/restless-legs-syndrome/what-is-it/en';
  await using editor = await visit(browser, site.url, { javaScriptEnabled: false });
  await signIn(editor, ['editor']);
  await editor.page.goto(`${path}/edit`);
  const text = editor.page.getByLabel('The longer text');
  await text.fill(`${await text.inputValue()}\n\n## Two things\n\nThe first thing.\n\nThe second thing.`);
  await editor.page.getByLabel('What changed, and why').fill('Two things were missing.');
  await editor.page.getByLabel('Your name, as the history shows it').fill('The editors of this site');
  const handIn = editor.page.getByRole('button', { name: 'Hand it in for review' });
  await handIn.click();

  // by keyboard alone
  await using reviewer = await visit(browser, site.url);
  const { page } = reviewer;
  await addReviewer(await signIn(reviewer, ['reviewer']), 'Rory Example');
  await editor.page.getByRole('link', { name: 'As reviewers see it' }).click();
  await page.goto(editor.page.url());
  await page.getByRole('button', { name: 'Take it on my desk' }).press('Enter');
  const say = async (words: string, said: string) => {
    const place = page.locator('.passage', { hasText: words });
    await place.locator('summary').press('Enter');
    await place.getByLabel('Your comment').fill(said);
    await place.getByRole('button', { name: 'Add the comment' }).press('Enter');
    await page.waitForURL(/#comment-/u);
    await place.locator('.said', { hasText: said }).waitFor();
  };
  await say('The first thing.', 'In whom?');
  await say('The second thing.', 'Says who?');
  await page.getByLabel('Ask for changes').check();
  await page.getByRole('button', { name: 'Record my decision' }).press('Enter');
  await page.getByText('Rory Example asked for changes').waitFor();

  await editor.page.goto(`${path}/edit`);
  const told = await editor.page.locator('main').innerText();
  for (const words of ['“The first thing.”: In whom?', '“The second thing.”: Says who?', '2 open comments'])
    expect(told).toContain(words);
  await editor.page.getByRole('button', { name: 'Take it back to change it' }).click();
  expect(await editor.page.locator('main').innerText()).toContain('2 open comments');
  await text.fill((await text.inputValue()).replace('The second thing.', 'The second thing, in a register.'));
  await handIn.click();
  await editor.page.getByRole('link', { name: 'As reviewers see it' }).click();

  await page.goto(editor.page.url());
  expect(await page.locator('#comments-changed + .comments').innerText()).toMatch(/The second thing\.[^]*Says who\?/u);
  expect(await page.locator('.passage', { hasText: 'The first thing.' }).innerText()).toContain('In whom?');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take it on my desk' }).press('Enter');
  for (const said of ['In whom?', 'Says who?'])
    await page
      .getByRole('button', { name: `Done “${said}”` })
      .press('Enter')
      .then(() => page.waitForURL(/done=/u));
  await page.getByText('No comment is open.').waitFor();
  for (const box of await page.locator('input[name=check]').all()) await box.check();
  await page.getByLabel('Sign it').check();
  await page.getByRole('button', { name: 'Record my decision' }).press('Enter');
  await page.getByText('Rory Example has signed this version.').waitFor();
  expect(await (await fetch(`${site.url}/conditions/restless-legs-syndrome/questions/what-is-it`)).text()).toContain(
    'The second thing, in a register.',
  );
  expect(reviewer.complaints).toEqual([]);
});

test('with JavaScript, whoever writes sees how it will look while they write, and a citation goes where the pen was', async () => {
  await using visited = await visit(browser, site.url);
  const { page } = visited;
  await signIn(visited, ['editor']);
  await page.goto('/review/dystonia/what-is-it/en/edit');
  const body = page.getByLabel('The longer text');
  await body.press('Control+End');
  await body.pressSequentially('\n\nIt waits');
  await expect.poll(() => page.locator('#live-preview').innerText(), { timeout: 5000 }).toContain('It waits');
  expect(await page.locator('#live-state').innerText()).toMatch(/Your draft is kept/u);
  await page.getByLabel('Find a source, or a word of the glossary').fill('albanese dystonia');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: '[@albanese2013]' }).click();
  expect(await body.inputValue()).toMatch(/\[@albanese2013\]$/u);
  await expect.poll(() => page.locator('#live-preview').innerText(), { timeout: 5000 }).toMatch(/It waits\W*\[\d/u);
  expect(visited.complaints).toEqual([]);
  expect(visited.strangers).toEqual([]);
});

test('the editor and the desk of a proposal have no barriers, on a phone and on a desk', async () => {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 900 },
  ]) {
    await using visited = await visit(browser, site.url, { viewport });
    const { page } = visited;
    await signIn(visited, ['editor', 'reviewer']);
    await page.goto(desk);
    const first = page.locator('.passage').first();
    await first.locator('summary').click();
    await first.getByLabel('Your comment').fill('Said on a phone, or at a desk.');
    await first.getByRole('button', { name: 'Add the comment' }).click();
    for (const path of ['/review/dystonia/how-common/en/edit', '/review', desk]) {
      await page.goto(path);
      await page.evaluate(() =>
        document.querySelectorAll('main details').forEach((fold) => fold.setAttribute('open', '')),
      );
      expect(await findBarriers(page), path).toEqual([]);
      expect(await page.evaluate(findOverflow), path).toEqual([]);
      expect(await page.evaluate(findSmallTargets), path).toEqual([]);
    }
  }
});

test('what nobody has written yet is begun on a phone, with a number of its own, and read by everybody once it is signed', async () => {
  await using editor = await visit(browser, site.url, { viewport: { width: 360, height: 780 } });
  await signIn(editor, ['editor']);
  const { page } = editor;
  await page.goto('/review');
  await page.getByRole('link', { name: 'What nobody has written yet' }).click();
  await page.getByLabel('Part of a condition’s name').fill('muscle cramp');
  await page.getByRole('button', { name: 'Search' }).last().click();
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(findOverflow)).toEqual([]);
  expect(await page.evaluate(findSmallTargets)).toEqual([]);
  await page.locator('a[href="/review/muscle-cramp/how-classified/en/edit"]').click();
  await page.getByLabel('Short answer').fill('Most cramps have no cause that anybody can find.');
  await page.getByLabel('The longer text').fill('## What there is\n\nNearly everybody has one at some time.');
  await page.locator('summary', { hasText: 'Add a number' }).click();
  const number = page.locator('details', { hasText: 'Add this number' }).last();
  await number.getByLabel('Value').fill('many');
  await number.getByLabel('Year').fill('2020');
  await number.getByLabel('Source', { exact: true }).fill('steeves2012');
  await number.getByLabel('Who was counted, in words (English)').fill('An invented group');
  await number.getByLabel('Place (English)').fill('Worldwide');
  await number.getByRole('button', { name: 'Add this number' }).click();
  await page.getByRole('link', { name: 'A number cannot be read' }).click();
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(findOverflow)).toEqual([]);
  await number.getByLabel('Value').fill('16.4');
  await number.getByLabel('What was measured').selectOption('point-prevalence');
  await number.getByRole('button', { name: 'Add this number' }).click();
  await page.locator('summary', { hasText: 'New:' }).click();
  const name = ':claim[point-prevalence-steeves2012]';
  await page.getByLabel('The longer text').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' One study found ');
  await page.getByRole('button', { name, exact: true }).click();
  await page.keyboard.type('.');
  await page.getByLabel('What changed, and why').fill('Nobody had answered this.');
  await page.getByLabel('Your name, as the history shows it').fill('The editors of this site');
  await page.getByRole('button', { name: 'Hand it in for review' }).click();
  expect(await page.locator('h1').innerText()).toBe('Handed in');

  await using reader = await visit(browser, site.url);
  const address = '/conditions/muscle-cramp/questions/how-classified';
  expect((await reader.page.goto(address))?.status()).toBe(404);
  await using reviewer = await visit(browser, site.url);
  await addReviewer(await signIn(reviewer, ['reviewer']), 'Dr First Example');
  await reviewer.page.goto('/review');
  await reviewer.page.locator('a[href^="/review/muscle-cramp/how-classified/en/proposed"]').click();
  const shown = await reviewer.page.locator('main').innerText();
  for (const part of ['This is a new text', '16.4 in every 100,000 people', 'An invented group', 'Worldwide, 2020'])
    expect(shown).toContain(part);
  expect(await findBarriers(reviewer.page)).toEqual([]);
  await reviewer.page.getByRole('button', { name: 'Take it on my desk' }).click();
  for (const box of await reviewer.page.locator('#checks input').all()) await box.check();
  await reviewer.page.locator('#decisions input[value="approve"]').check();
  await reviewer.page.getByRole('button', { name: 'Record my decision' }).click();
  await reader.page.goto(address);
  expect(await reader.page.locator('main').innerText()).toContain('One study found 16.4 in every 100,000 people');
});
