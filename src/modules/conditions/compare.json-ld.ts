import type { FormattedSource } from '#modules/knowledge/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';

/** The page of a pair as schema.org's MedicalWebPage about both conditions. Nobody signs it, so it claims no review. */
export const comparePageData = ({
  i18n,
  origin,
  path,
  title,
  description,
  about,
  citations,
}: {
  i18n: I18n;
  origin: string;
  path: string;
  title: string;
  description: string;
  about: readonly Record<string, unknown>[];
  citations: readonly FormattedSource[];
}): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'MedicalWebPage',
  '@id': origin + i18n.path(path),
  url: origin + i18n.path(path),
  name: title,
  description,
  inLanguage: i18n.language,
  audience: { '@type': 'Patient' },
  about,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  citation: citations.map(({ text, links }) => ({
    '@type': 'CreativeWork',
    name: text,
    ...(links[0] && { url: links[0].url }),
  })),
});
