import type { I18n } from '#platform/i18n/i18n.ts';
import type { Rank } from './rank.ts';

/** A rank in words that go on after "is" ("está" in Spanish): "somewhere between the 3rd and the 6th most common of …". */
export function rankText(rank: Rank | undefined, i18n: I18n): string {
  if (!rank) return i18n.t('numbers.rank-nothing');
  const count = rank.from.length;
  // from the first place to the last: the counts say nothing
  if (rank.first === 1 && rank.last === count) return i18n.t('numbers.rank-unclear', { count });
  return rank.first === rank.last
    ? i18n.t('numbers.rank-one', { place: rank.first, count })
    : i18n.t('numbers.rank-between', { first: rank.first, last: rank.last, count });
}

export const numbersPath = (slug: string): string => `/conditions/${slug}/numbers`;

/** Where a page says from which counts a rank is worked out. */
export const rankPath = (slug: string): string => `${numbersPath(slug)}#beside`;
