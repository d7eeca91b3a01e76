import type { SiteFrame } from '#ui/page/page.tsx';
import type { FormattedSource } from '#modules/knowledge/index.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Revision } from './answer.ts';

/**
 * A page as schema.org's MedicalWebPage. `lastReviewed` and `reviewedBy` are there only while a signature on this exact
 * text holds.
 */
export function medicalWebPage({
  frame,
  path,
  title,
  description,
  revision,
  language,
  original,
  review,
  about,
  citations,
}: {
  frame: Pick<SiteFrame, 'i18n' | 'origin' | 'siteName' | 'operator'>;
  path: string;
  title: string;
  description: string;
  revision: Pick<Revision, 'textDate'>;
  language: LanguageTag;
  /** Of a translation: the address of the English page. */
  original?: string | undefined;
  review?: { reviewed: string; name: string; credential: string; url: string };
  about: Record<string, unknown>;
  citations: readonly FormattedSource[];
}): Record<string, unknown> {
  const { i18n, origin, siteName, operator } = frame;
  const url = origin + i18n.path(path);
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: language,
    dateModified: revision.textDate,
    ...(original && { translationOfWork: { '@id': original } }),
    ...(review && {
      lastReviewed: review.reviewed,
      reviewedBy: { '@type': 'Person', name: review.name, jobTitle: review.credential, url: review.url },
    }),
    audience: { '@type': 'Patient' },
    about,
    isPartOf: { '@type': 'WebSite', name: siteName, url: origin },
    ...(operator && { publisher: { '@type': 'Organization', name: operator } }),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    citation: citations.map(({ text, links }) => ({
      '@type': 'CreativeWork',
      name: text,
      ...(links[0] && { url: links[0].url }),
    })),
  };
}
