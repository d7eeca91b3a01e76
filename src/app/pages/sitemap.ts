import type { AnswerRepository } from '#modules/answers/index.ts';
import { answerPath } from '#modules/answers/index.ts';
import { createLanguages, realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';

type Address = Awaited<ReturnType<AnswerRepository['listAddresses']>>[number];

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const languages = createLanguages();
const plainPages = [
  '/',
  '/conditions',
  '/about',
  '/about/editorial-policy',
  '/about/funding',
  '/about/advertising',
  '/privacy',
  '/accessibility',
  '/help',
  '/glossary',
  '/sources',
  '/vocabularies',
];

const escapeXml = (text: string) => text.replace(/[<>&'"]/gu, (letter) => `&#${letter.codePointAt(0)};`);

/** As many addresses as one file holds; the protocol allows ten times as many, but nobody should wait for 20 MB. */
const mostInFile = 5000;

/**
 * Every page that search engines may show, with its other languages (https://www.sitemaps.org/protocol.html), in as many
 * files as it takes. Conditions that only vocabularies list are not among them: their pages ask not to be indexed.
 */
export function sitemapsOf({
  origin,
  slugs,
  answers,
  others,
}: {
  origin: string;
  /** Of the conditions that somebody here wrote about. */
  slugs: readonly string[];
  answers: readonly Address[];
  /** Root paths of pages that are there in every language. */
  others: readonly string[];
}): string[] {
  const entry = (path: string, tags: readonly LanguageTag[], changed?: string) =>
    tags.map((tag) => {
      const address = (language: LanguageTag) => escapeXml(origin + languages.path(language, path));
      const alternates =
        tags.length > 1
          ? tags.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(other)}"/>`)
          : [];
      return `<url><loc>${address(tag)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${alternates.join('')}</url>`;
    });
  const byQuestion = Map.groupBy(answers, ({ slug, questionId }) => answerPath(slug, questionId));
  const urls = [
    ...plainPages.flatMap((path) => entry(path, realLanguages)),
    ...slugs.flatMap((slug) => entry(`/conditions/${slug}`, realLanguages)),
    ...[...new Set(others)].flatMap((path) => entry(path, realLanguages)),
    ...[...byQuestion].flatMap(([path, all]) =>
      entry(
        path,
        all.map(({ language }) => language),
        all
          .map(({ textDate }) => textDate)
          .sort()
          .at(-1),
      ),
    ),
  ];
  return Array.from({ length: Math.ceil(urls.length / mostInFile) }, (_, index) => {
    const own = urls.slice(index * mostInFile, (index + 1) * mostInFile).join('\n');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${sitemaps}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${own}\n</urlset>\n`;
  });
}

/** The list of the files, where there are several. */
export function sitemapIndexOf(origin: string, count: number): string {
  const files = Array.from(
    { length: count },
    (_, index) => `<sitemap><loc>${escapeXml(`${origin}/sitemap/${index + 1}`)}</loc></sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${sitemaps}">\n${files.join('\n')}\n</sitemapindex>\n`;
}

export const robotsOf = (origin: string): string =>
  `User-agent: *\nDisallow: /search\nDisallow: /*/search\nSitemap: ${origin}/sitemap.xml\n`;
