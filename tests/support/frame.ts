import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';

/** A site around the pages of a test: no build is needed. */
export function testFrame(language: LanguageTag = 'en'): SiteFrame {
  const languages = createLanguages();
  return {
    i18n: createI18n(languages, language),
    assets: {
      css: '/s.css',
      rooms: '/a/rooms.css',
      early: '/e.js',
      islands: '/i.js',
      bodyMap: '/b.js',
      textFont: '/t.woff2',
      headFont: '/h.woff2',
      icon: '/icon.svg',
    },
    origin: 'https://atlas.example.org',
    siteName: 'Atlas',
    operator: undefined,
    demo: false,
    languages: languages.all,
  };
}
