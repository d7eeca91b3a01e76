import type { I18n } from '#platform/i18n/i18n.ts';

/** What pages of members need to know of a condition. */
export interface NamedCondition {
  id: string;
  slug: string;
  /** In the reader's language. */
  name: string;
  /** As it stands inside a sentence. */
  inSentence: string;
}

/** Where conditions are looked up: another room's, handed in. */
export interface ConditionBook {
  /** The first few that what was typed may mean. */
  search(typed: string, i18n: I18n): Promise<NamedCondition[]>;
  /** Those that are there, in the order of the ids. */
  list(ids: readonly string[], i18n: I18n): Promise<NamedCondition[]>;
  /** The one at an address; throws where there is none. */
  find(slug: string, i18n: I18n): Promise<NamedCondition>;
}
