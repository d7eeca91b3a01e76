import type { Work } from '#modules/members/index.ts';
import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';

const pages: { path: string; text: MessageKey; means: MessageKey; for: readonly StaffRole[] }[] = [
  { path: '/review', text: 'desk.title', means: 'work.review', for: ['reviewer', 'steward', 'editor'] },
  {
    path: '/review/suggestions',
    text: 'suggestions.title',
    means: 'work.suggestions',
    for: ['reviewer', 'steward', 'editor'],
  },
  { path: '/review/profile', text: 'reviewers.profile', means: 'work.profile', for: ['reviewer'] },
  { path: '/moderate', text: 'moderate.title', means: 'work.moderate', for: ['moderator', 'steward'] },
  { path: '/moderate/figures', text: 'moderate.figures.title', means: 'work.figures', for: ['moderator', 'steward'] },
  { path: '/steward/reviewers', text: 'reviewers.manage', means: 'work.reviewers', for: ['steward'] },
  { path: '/steward/staff', text: 'staff.title', means: 'work.staff', for: ['steward'] },
  { path: '/steward/record', text: 'staff.record.title', means: 'work.record', for: ['steward'] },
  { path: '/steward/alerts', text: 'alerts.title', means: 'work.alerts', for: ['steward'] },
];

/** What somebody does for the organisation, as links on their own page; a second factor comes before any of it. */
export function workOf({ staff, staffRoles }: Pick<SignedIn, 'staff' | 'staffRoles'>, i18n: I18n): Work[] {
  const link = (path: string, text: MessageKey, means: MessageKey): Work => ({
    text: i18n.t(text),
    href: i18n.path(path),
    means: i18n.t(means),
  });
  if (staffRoles.length > 0 && staff.length === 0)
    return [link('/me/security/second-factor', 'work.second-factor', 'work.second-factor-means')];
  return pages
    .filter((page) => page.for.some((role) => staff.includes(role)))
    .map(({ path, text, means }) => link(path, text, means));
}
