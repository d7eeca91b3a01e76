import type { AnswerRepository } from '#modules/answers/index.ts';
import { answerPath } from '#modules/answers/index.ts';
import { comparePath, numbersPath, type ConditionEntry } from '#modules/conditions/index.ts';
import { sourcePath } from '#modules/knowledge/index.ts';
import { createLanguages, realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';

type Address = Awaited<ReturnType<AnswerRepository['listAddresses']>>[number];

const languages = createLanguages();
const plainPages = ['/', '/conditions', '/about', '/privacy', '/accessibility', '/help', '/glossary', '/sources'];

const escapeXml = (text: string) => text.replace(/[<>&'"]/gu, (letter) => `&#${letter.codePointAt(0)};`);

/** Every page that search engines may show, with its other languages (https://www.sitemaps.org/protocol.html). */
export function sitemapOf({
  origin,
  conditions,
  answers,
  others,
}: {
  origin: string;
  conditions: readonly ConditionEntry[];
  answers: readonly Address[];
  /** Root paths of pages that are there in every language. */
  others: readonly string[];
}): string {
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
    ...conditions.flatMap(({ slug }) => entry(`/conditions/${slug}`, realLanguages)),
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
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

export const robotsOf = (origin: string): string =>
  `User-agent: *\nDisallow: /search\nDisallow: /*/search\nSitemap: ${origin}/sitemap.xml\n`;
