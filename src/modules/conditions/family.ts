import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { namesOf, type Condition, type ConditionEntry } from './condition.ts';

/** A condition in the list of its relatives; without an address it is the page itself. */
export interface Relative {
  text: string;
  href?: string;
  means?: string;
  below?: Relative[];
}

/** Where a condition stands: below what it is a form of, among its fellow forms, above its own. */
export function relativesOf(
  {
    condition,
    ancestors,
    siblings,
    children,
  }: {
    condition: Condition;
    ancestors: readonly ConditionEntry[];
    siblings: readonly ConditionEntry[];
    children: readonly ConditionEntry[];
  },
  i18n: I18n,
): Relative[] {
  const toRelative = (entry: ConditionEntry): Relative => ({
    text: namesOf(entry, i18n.language).preferred,
    href: i18n.path(`/conditions/${entry.slug}`),
    means: inLanguage(entry.summary, i18n.language).text,
  });
  const inOrder = (relatives: Relative[]) => relatives.sort((a, b) => i18n.compare(a.text, b.text));
  const here: Relative = {
    text: namesOf(condition, i18n.language).preferred,
    below: inOrder(children.map(toRelative)),
  };
  return ancestors.reduce(
    (below, ancestor) => [{ ...toRelative(ancestor), below }],
    ancestors.length > 0 ? inOrder([here, ...siblings.map(toRelative)]) : [here],
  );
}
