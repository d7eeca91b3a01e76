import { HtmlValidate } from 'html-validate';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '../page/page.tsx';
import { fixtures } from './fixtures.ts';
import { GalleryPage, wholePages } from './gallery.tsx';
import { markupOf } from './markup.ts';

const languages = createLanguages({ withPseudo: true });
const frameIn = (language: LanguageTag): SiteFrame => ({
  i18n: createI18n(languages, language),
  assets: {
    css: '/a.css',
    rooms: '/a/rooms.css',
    early: '/e.js',
    islands: '/i.js',
    textFont: '/t.woff2',
    headFont: '/h.woff2',
    icon: '/icon.svg',
    bodyMap: '/b.js',
  },
  origin: 'https://atlas.example',
  siteName: 'Cairn',
  demo: true,
  languages: ['en', 'es'],
});
const render = (language: LanguageTag, show?: string) =>
  markupOf(<GalleryPage frame={frameIn(language)} show={show} />);

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off', // how hono/jsx writes them
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'no-redundant-role': 'off', // list roles bring back what Safari drops with `list-style: none`, table roles what `display: block` drops
    'prefer-native-element': 'off',
    'no-inline-style': 'error',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

const pages: [language: LanguageTag, show: string | undefined][] = (['en', 'es', 'ar-XB'] as const).flatMap(
  (language) => [undefined, ...wholePages].map((show): [LanguageTag, string | undefined] => [language, show]),
);

describe('gallery', () => {
  it('shows every component that has fixtures', () => {
    const files = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' });
    const written = files.filter((file) => file.endsWith('.fixtures.tsx')).length;
    expect(Object.keys(fixtures)).toHaveLength(written);
  });

  describe.each(pages)('in %s, page %s', (language, show) => {
    let page = '';
    beforeAll(async () => {
      page = await render(language, show);
    });

    it('is valid HTML', async () => {
      const report = await validator.validateString(page);
      const faults = report.results.flatMap(({ messages }) =>
        messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
      );
      expect(faults).toEqual([]);
    });

    it('has no inline style, script or event handler', () => {
      expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/);
      expect(page).not.toMatch(/<script(?![^>]*(?:\ssrc=|type="application\/ld\+json"))/);
    });

    it('has one h1, no heading level skipped, and no id twice', () => {
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });

    it('draws every shape it calls', () => {
      for (const [, id] of page.matchAll(/<use href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
    });
  });
});
