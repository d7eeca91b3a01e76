import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { stepAt, totpCode } from '#platform/auth/totp.ts';
import { findBarriers } from '#support/axe.ts';
import { startBrowser, visit, type Visit } from '#support/browser.ts';
import { newestToken } from '#support/sign-in.ts';
import { today } from '#support/site.ts';

const site = inject('site');

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

async function journey(
  go: (visited: Visit) => Promise<void>,
  options: BrowserContextOptions = {},
  cookies?: string,
): Promise<void> {
  await using visited = await visit(browser, site, options);
  const [name = '', value = ''] = cookies?.split(/=(.*)/s) ?? [];
  if (cookies) await visited.context.addCookies([{ name, value, url: site }]);
  await go(visited);
  // browsers note every answer that refuses a form
  expect(visited.complaints.filter((each) => !/status of 422/u.test(each))).toEqual([]);
  expect(visited.strangers).toEqual([]);
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

test('A link by mail signs in and out without JavaScript, and until then the browser keeps nothing', () =>
  journey(
    async ({ page, context }) => {
      await page.goto('/conditions/dystonia');
      await page.getByRole('link', { name: 'You', exact: true }).click();
      await page.getByRole('textbox', { name: 'Your mail address' }).first().fill('maria');
      await press(page, 'Send me the link');
      expect(await page.getByRole('alert').textContent()).toContain('This is not a whole mail address yet');
      expect(await page.locator('#address').inputValue()).toBe('maria');
      await page.locator('#address').fill('journey@example.org');
      await press(page, 'Send me the link');
      expect(await heading(page)).toBe('Look into your mail');
      await page.locator('main').getByRole('link', { name: 'Outbox of the demo' }).click();
      await page.locator('article', { hasText: 'To journey@example.org' }).getByRole('link').first().click();
      expect(await page.locator('.lede').textContent()).toContain('journey@example.org');
      expect((await context.storageState()).cookies).toEqual([]);
      await press(page, 'Sign in');
      expect(
        (await context.storageState()).cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
      ).toEqual([['cairn.session_token', true, 'Lax']]);
      await page.goto('/me/security');
      expect(await heading(page)).toBe('How you sign in');
      expect(await page.locator('main').textContent()).toContain('This browser.');
      await press(page, 'Sign out in this browser');
      expect((await context.storageState()).cookies).toEqual([]);
      await page.goto('/me/security');
      expect(await heading(page)).toBe('Sign in or join');
    },
    { javaScriptEnabled: false },
  ));

test('A passkey is made with one press, and signs in with one', () =>
  journey(async ({ page, context }) => {
    const devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto('/sign-in?to=/me/security');
    await page.locator('#address').fill('passkey@example.org');
    await press(page, 'Send me the link');
    await page.goto(`/sign-in/link?token=${await newestToken(site, 'passkey@example.org')}`);
    await press(page, 'Sign in');
    await press(page, 'Add a passkey');
    await page.getByText('The passkey is added.').waitFor();
    expect(await page.locator('#passkeys').textContent()).toContain('Linux');
    expect(await findBarriers(page)).toEqual([]);
    await press(page, 'Sign out in this browser');

    await page.goto('/sign-in?to=/me/security');
    await press(page, 'Sign in with a passkey');
    await page.waitForURL('**/me/security');
    await page
      .locator('#passkeys')
      .getByRole('button', { name: /^Remove/u })
      .click();
    await page.getByText('The passkey is removed here.').waitFor();
    await press(page, 'Sign out in this browser');

    await page.goto('/sign-in');
    await press(page, 'Sign in with a passkey');
    await page.getByText('This passkey is not known here').waitFor();
    expect((await context.storageState()).cookies).toEqual([]);
  }));

test('A steward sets up a second factor, keeps the backup codes, and only then sees the team', () =>
  journey(
    async ({ page }) => {
      await page.goto('/steward/staff');
      expect(await page.getByRole('status').textContent()).toContain('You have a role in the team');
      await press(page, 'Set it up');
      expect(await page.locator('svg.qr path').count()).toBe(1);
      expect(await findBarriers(page)).toEqual([]);
      const secret = (await page.locator('code.secret').textContent())!.replaceAll(' ', '');
      await page.getByRole('textbox', { name: 'Code' }).fill('000000');
      await press(page, 'Turn it on');
      expect(await page.getByRole('alert').textContent()).toContain('This code does not fit');
      await page.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, stepAt(new Date(today))));
      await press(page, 'Turn it on');
      expect(await page.locator('.backup-codes li').count()).toBe(10);
      expect(await findBarriers(page)).toEqual([]);
      await page.goto('/steward/staff');
      expect(await heading(page)).toBe('The team');
      await page.getByRole('textbox', { name: 'Their mail address' }).fill('helper@example.org');
      await page.getByRole('radio', { name: /^Moderator/u }).check();
      await press(page, 'Give the role');
      await page.getByText('helper@example.org has the role now: Moderator.').waitFor();
      await press(page, 'Undo');
      await page.getByText('helper@example.org no longer has the role: Moderator.').waitFor();
      await page.getByRole('link', { name: 'The record' }).click();
      expect(await page.locator('table').textContent()).toContain('Took the role from helper@example.org: Moderator');
      expect(await findBarriers(page)).toEqual([]);
    },
    { javaScriptEnabled: true },
    inject('cookies').resting,
  ));
