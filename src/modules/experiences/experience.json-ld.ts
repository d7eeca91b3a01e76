import type { SiteFrame } from '#ui/page/page.tsx';
import type { Experience } from './experience.ts';
import { experiencePath } from './writing-paths.ts';

/** A question with what members answered, as schema.org's QAPage: only answers that are for everyone. */
export function qaPage({
  frame,
  path,
  question,
  answers,
  slug,
}: {
  frame: Pick<SiteFrame, 'i18n' | 'origin'>;
  path: string;
  question: string;
  answers: readonly Experience[];
  slug: string;
}): Record<string, unknown> {
  const { i18n, origin } = frame;
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    url: origin + i18n.path(path),
    inLanguage: i18n.language,
    mainEntity: {
      '@type': 'Question',
      name: question,
      text: question,
      answerCount: answers.length,
      suggestedAnswer: answers.map((answer) => ({
        '@type': 'Answer',
        text: answer.body,
        inLanguage: answer.language,
        url: origin + i18n.path(experiencePath(slug, answer.id)),
        dateCreated: answer.publishedAt.toISOString(),
        ...(answer.authorName !== null && { author: { '@type': 'Person', name: answer.authorName } }),
      })),
    },
  };
}
