import type { I18n } from '#platform/i18n/i18n.ts';
import type { ActKind, AuthorActKind } from './moderation.ts';
import type { Rule } from './rules.ts';

/** Says that there is something, not what: a mailbox is read by others, too. */
export const callMail = ({ i18n, site }: { i18n: I18n; site: { name: string; address: string } }) => ({
  subject: i18n.t('moderation.call.subject', { site: site.name }),
  body: [i18n.t('moderation.call.body'), site.address + i18n.path('/moderate')].join('\n\n'),
});

/** What an author is written after a moderator did something. */
export interface DecisionNews {
  news: 'decided' | 'approved' | 'taken-back' | 'appeal-decided';
  kind: ActKind;
  decisionId: string;
  rule?: Rule;
  said: string | null;
  author?: { kind: AuthorActKind; until?: Date };
}

export const decisionPath = (id: string): string => `/me/decisions/${id}`;
export const decisionsPath = '/me/decisions';

/**
 * The mail about a decision, in the author's language. Neither the subject nor the text names what was written, or about
 * which condition: that stands on their own page, where the text is given back.
 */
export function decisionMail(
  { news, kind, decisionId, rule, said, author }: DecisionNews,
  { i18n, site }: { i18n: I18n; site: { name: string; address: string } },
): { subject: string; body: string } {
  const link = site.address + i18n.path(news === 'taken-back' ? decisionsPath : decisionPath(decisionId));
  const measure =
    author && i18n.t(`moderation.measure.${author.kind}`, { day: author.until ? i18n.date(author.until) : '' });
  const opening =
    news === 'decided'
      ? i18n.t(`moderation.told.${kind as 'hide'}`)
      : i18n.t(news === 'appeal-decided' ? `moderation.told.${kind as 'uphold'}` : `moderation.told.${news}`);
  return {
    subject: i18n.t('moderation.mail.subject', { site: site.name }),
    body: [
      opening,
      ...(rule && news === 'decided' ? [i18n.t(`moderation.rule.${rule}.to-author`)] : []),
      ...(measure ? [measure] : []),
      ...(said ? [i18n.t('moderation.mail.said', { said })] : []),
      i18n.t(news === 'decided' ? 'moderation.mail.appeal' : 'moderation.mail.see'),
      link,
    ].join('\n\n'),
  };
}
