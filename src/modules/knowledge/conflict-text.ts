import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import type { Claim } from './claim.ts';
import { claimText } from './claim-text.ts';
import type { Conflict } from './conflict.ts';

/** A conflict in a sentence that names both counts, where and when each was made: nothing is hidden or averaged. */
export function conflictText({ claims: [lower, higher], times, kind }: Conflict, i18n: I18n): string {
  const of = (claim: Claim) => ({
    number: claimText(claim, 'whole', i18n),
    where: `${inLanguage(claim.place, i18n.language).text}, ${claim.year}`,
  });
  const [low, high] = [of(lower), of(higher)];
  return i18n.t(`claims.conflict-${kind}`, {
    about: inLanguage(lower.about, i18n.language).text,
    times: i18n.number(times ?? 0, { maximumSignificantDigits: 2 }),
    low: low.number,
    lowWhere: low.where,
    high: high.number,
    highWhere: high.where,
  });
}
