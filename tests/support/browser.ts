import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Nothing is fetched or asked for behind the page's back, and text is laid out alike on every machine. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--disable-gpu',
  '--font-render-hinting=none',
];

export async function startBrowser(): Promise<Browser> {
  const { path, env } = await findChromium();
  // Chromium refuses to sandbox itself for root, as containers run it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: path,
    args: [...args, ...sandbox],
    env: { ...process.env, ...env },
  });
}

/** A page of its own in a fresh profile, and what went wrong on it. */
export interface Visit extends AsyncDisposable {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the console, uncaught errors, and what the content security policy refused. */
  complaints: string[];
  /** Addresses asked for that are not the site's own. */
  strangers: string[];
}

/** Opens a fresh profile of the browser on the site; relative addresses are the site's. */
export async function visit(browser: Browser, site: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !/^(data|blob):/.test(url)) strangers.push(url);
  });
  return { page, context, complaints, strangers, [Symbol.asyncDispose]: () => context.close() };
}
