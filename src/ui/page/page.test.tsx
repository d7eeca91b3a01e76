import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { Urgent } from '../urgent/urgent.tsx';
import { markupOf } from '../gallery/markup.ts';
import { Page, type PageMeta, type SiteFrame } from './page.tsx';

const frame = (language: LanguageTag = 'en', more: Partial<SiteFrame> = {}): SiteFrame => ({
  i18n: createI18n(createLanguages({ withPseudo: true }), language),
  assets: {
    css: '/a/site.css',
    rooms: '/a/rooms.css',
    early: '/a/early.js',
    islands: '/a/islands.js',
    textFont: '/a/t.woff2',
    headFont: '/a/h.woff2',
    icon: '/icon.svg',
    bodyMap: '/b.js',
  },
  origin: 'https://atlas.example',
  siteName: 'Cairn',
  demo: false,
  languages: ['en', 'es'],
  ...more,
});
const render = (meta: Partial<PageMeta> = {}, site = frame(), children: Child = <h1>Hello</h1>) =>
  markupOf(
    <Page frame={site} meta={{ title: 'Dystonia', path: '/conditions/dystonia', ...meta }} current="conditions">
      {children}
    </Page>,
  );

describe('page', () => {
  it('is a whole document that says its language and direction', async () => {
    expect(await render()).toMatch(/^<!DOCTYPE html><html lang="en" dir="ltr">/);
    expect(await render({}, frame('ar-XB'))).toContain('<html lang="ar-XB" dir="rtl">');
  });

  it('tells machines where it lives and in which languages', async () => {
    const page = await render({ description: 'What it is.', ogType: 'article' }, frame('es'));
    expect(page).toContain('<link rel="canonical" href="https://atlas.example/es/conditions/dystonia"/>');
    expect(page).toContain('hreflang="en" href="https://atlas.example/conditions/dystonia"');
    expect(page).toContain('hreflang="x-default" href="https://atlas.example/conditions/dystonia"');
    expect(page).toContain('<meta property="og:type" content="article"/>');
    expect(page).toContain('<meta name="description" content="What it is."/>');
  });

  it('keeps a page that is not for search engines out of them', async () => {
    const page = await render({ noindex: true });
    expect(page).toContain('content="noindex"');
    expect(page).not.toContain('canonical');
  });

  it('names only the languages it can be read in, and leads to the home page of the others', async () => {
    const page = await render({ alternates: ['en'] });
    expect(page).not.toContain('rel="alternate"');
    expect(page).toContain('href="/es" hreflang="es"');
    expect(await render()).toContain('href="/es/conditions/dystonia" hreflang="es"');
  });

  it('carries data for machines that no text can break out of', async () => {
    const page = await render({ jsonLd: [{ '@type': 'MedicalWebPage', name: '</script><script>alert("1")' }] });
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!;
    expect(JSON.parse(data)).toEqual({ '@type': 'MedicalWebPage', name: '</script><script>alert("1")' });
  });

  it('leads to the urgent help of the page itself where it has it', async () => {
    expect(await render()).toContain('href="/help"');
    const medical = await render({}, frame(), <Urgent i18n={frame().i18n}>Call now.</Urgent>);
    expect(medical).toContain('href="#urgent"');
  });

  it('says that a demo is one, and who runs a copy', async () => {
    expect(await render()).not.toContain('This copy is a demo');
    const page = await render({}, frame('en', { demo: true, operator: 'The Example Society' }));
    expect(page).toContain('This copy is a demo');
    expect(page).toContain('The Example Society runs this atlas.');
  });

  it('renders what takes time to render', async () => {
    const Late = async () => <p>late</p>;
    expect(await render({}, frame(), <Late />)).toContain('<p>late</p>');
  });
});
