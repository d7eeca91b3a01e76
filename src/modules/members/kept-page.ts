import type { I18n } from '#platform/i18n/i18n.ts';
import type { Member } from './member.ts';
import type { ConditionBook, NamedCondition } from './named-condition.ts';

/** What is kept about somebody, for their own eyes. */
export interface Kept {
  member: Member;
  email: string;
  /** The language of their mails. */
  language: string;
  named: ReadonlyMap<string, NamedCondition>;
}

/** Gathers what is kept about a member, with the names of their conditions. */
export async function loadKept({
  member,
  email,
  conditions,
  findLanguage,
  i18n,
}: {
  member: Member;
  email: string;
  conditions: ConditionBook;
  findLanguage: (accountId: string) => Promise<string | undefined>;
  i18n: I18n;
}): Promise<Kept> {
  const ids = member.memberships.map(({ conditionId }) => conditionId);
  const [named, language] = await Promise.all([
    ids.length === 0 ? [] : conditions.list(ids, i18n),
    findLanguage(member.accountId),
  ]);
  return { member, email, language: language ?? i18n.language, named: new Map(named.map((each) => [each.id, each])) };
}
