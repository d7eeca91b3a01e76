import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { validHtml } from '#support/valid-html.ts';
import { findPages, languageOf, missing, walk, type WalkedPage } from './pages.ts';

const site = inject('site');
const paths = await findPages(site);
const pages = new Map<string, WalkedPage>();
for (const path of [...paths, ...Object.keys(missing)]) pages.set(path, await walk(site, path));
const found = paths.map((path) => pages.get(path)!);
const everyPage = [...pages.values()];
const validator = new HtmlValidate(validHtml);

/** Every state of a component on one page, most of them landmarks of the same name. */
const isGallery = (path: string) => path.startsWith('/ui');

test('The sitemap lists the pages a search engine should know', () => {
  for (const path of ['/', '/es', '/conditions', '/conditions/dystonia', '/conditions/dystonia/questions/what-is-it'])
    expect(paths, path).toContain(path);
});

describe('Every page', () => {
  test.each(found)('$path is there', ({ status, headers }) => {
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8');
  });

  test.each(Object.entries(missing))('%s says that it is not there, with status %i', (path, status) => {
    expect(pages.get(path)?.status).toBe(status);
  });

  test.each(everyPage)('$path is valid HTML', async ({ path, html }) => {
    const { results } = await validator.validateString(html);
    const faults = results
      .flatMap(({ messages }) => messages)
      .filter(({ ruleId }) => !isGallery(path) || ruleId !== 'unique-landmark')
      .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
    expect(faults).toEqual([]);
  });

  test.each(everyPage)('$path has one heading, a title, a language, and a place for each id', ({ path, source }) => {
    const language = languageOf(path);
    expect(source.headings).toHaveLength(1);
    expect(source.title).toMatch(/\S · \S|^\S/);
    expect(source.lang).toBe(language);
    expect(source.dir).toBe(language === 'ar-XB' ? 'rtl' : 'ltr');
    expect(source.ids.filter((id, index) => source.ids.indexOf(id) !== index)).toEqual([]);
    expect(source.text).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bnull\b|\b1 people\b/);
  });

  test.each(everyPage)(
    '$path runs no code and takes no style from inside itself, and nothing from elsewhere',
    ({ source }) => {
      expect(source.inlineScripts).toEqual([]);
      expect(source.inlineStyles).toEqual([]);
      expect(source.handlers).toEqual([]);
      expect(source.loads.filter((address) => !/^\/(?!\/)|^#/.test(address))).toEqual([]);
    },
  );

  test.each(everyPage)('$path is sent with the rules that keep strangers out, and without a cookie', ({ headers }) => {
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src '(self|none)'/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin|strict-origin(-when-cross-origin)?)$/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  test.each(everyPage)('$path leads only to places that are there, on itself too', async ({ path, source }) => {
    const broken: string[] = [];
    for (const link of new Set(source.links)) {
      const target = new URL(link, site + path);
      if (target.origin !== new URL(site).origin) continue;
      const at = target.pathname + target.search;
      const page = at === path ? pages.get(path)! : await visited(at);
      if (page.status !== 200 && !(at === path && path in missing)) broken.push(`${link}: status ${page.status}`);
      const anchor = decodeURIComponent(target.hash.slice(1));
      // The gallery shows parts without the page around them: their anchors lead nowhere there.
      if (anchor && !isGallery(path) && !page.source.ids.includes(anchor))
        broken.push(`${link}: no such place on the page`);
    }
    expect(broken).toEqual([]);
  });

  test.each(everyPage)('$path tells search engines what is true', ({ path, source, html, status }) => {
    for (const data of source.jsonLd) {
      expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org' });
      // Whoever signed here is invented: no metadata claims a review.
      expect(data).not.toMatch(/lastReviewed|reviewedBy/);
    }
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
    const noindex = /<meta name="robots" content="noindex/.test(html);
    expect(noindex || canonical !== undefined, 'canonical address, or noindex').toBe(true);
    if (status !== 200) expect(noindex).toBe(true);
    else if (canonical && new URL(canonical).pathname !== new URL(path, site).pathname) {
      // a form shows an answer of a wider condition, which is listed where it is at home, and described to machines there
      expect(path).toMatch(/\/conditions\/[^/]+\/questions\/[^/]+$/);
      expect(paths).toContain(new URL(canonical).pathname);
      expect(source.jsonLd).toEqual([]);
    }
  });

  test('has a title of its own', () => {
    const titles = Map.groupBy(
      found.filter(({ path }) => !path.includes('?')),
      ({ path, source }) => `${languageOf(path)} ${source.title}`,
    );
    const shared = [...titles]
      .filter(([, those]) => those.length > 1)
      .map(([title, those]) => `${title}: ${those.map(({ path }) => path).join(' ')}`);
    expect(shared).toEqual([]);
  });
});

/** Where a link leads, asked once; a redirect within the site is followed. */
async function visited(path: string): Promise<WalkedPage> {
  const known = pages.get(path);
  if (known) return known;
  let page = await walk(site, path);
  const on = page.headers.get('location');
  if (page.status >= 300 && page.status < 400 && on) page = await walk(site, on.replace(site, ''));
  pages.set(path, page);
  return page;
}
