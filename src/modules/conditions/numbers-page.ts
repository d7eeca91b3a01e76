import type { Localised } from '#platform/i18n/languages.ts';
import { onOneScale, reachOf, type Claim } from '#modules/knowledge/index.ts';
import type { Condition, ConditionEntry } from './condition.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { getCondition } from './condition.usecases.ts';
import { rankOf, type Rank } from './rank.ts';

/** A condition that may stand beside another in a figure, with the counts that can. */
export interface Neighbour {
  condition: ConditionEntry;
  claims: Claim[];
}

/** Everything that the page of a condition's numbers shows. */
export interface NumbersPageData {
  condition: Condition;
  parent: ConditionEntry | undefined;
  rank: Rank | undefined;
  /** With counts that can be compared, the most common first; without the condition itself. */
  neighbours: Neighbour[];
  /** Look-alikes, forms and siblings whose counts cannot be compared. */
  without: ConditionEntry[];
  /** CSL-JSON by citation key. */
  sources: Map<string, unknown>;
  urgentHelp: Localised | undefined;
}

/** Counts of a whole condition among everybody or all adults, wherever they were made. */
export const wholeCounts = (claims: readonly Claim[]): Claim[] =>
  claims.filter(
    ({ measure, counted }) =>
      measure === 'point-prevalence' &&
      counted &&
      counted.form === undefined &&
      (counted.who === 'all-ages' || counted.who === 'adults'),
  );

/** Throws `conditions.not_found`. */
export async function loadNumbersPage({
  slug,
  conditions,
}: {
  slug: string;
  conditions: ConditionRepository;
}): Promise<NumbersPageData> {
  const condition = await getCondition({ slug, conditions });
  const [peers, lookAlikes, children, siblings, urgentHelp, [parent]] = await Promise.all([
    conditions.listCounted(condition.groupId, 'point-prevalence'),
    conditions.listLookAlikes(condition.id),
    conditions.listChildren(condition.id),
    condition.parentId ? conditions.listChildren(condition.parentId) : [],
    conditions.findUrgentHelp(condition.packId),
    conditions.listByIds(condition.parentId ? [condition.parentId] : []),
  ]);
  const rank = rankOf(slug, peers, 'point-prevalence');
  const near = [...lookAlikes.map(({ other }) => other), ...children, ...siblings];
  const compared = new Map<string, ConditionEntry>();
  for (const each of [...(rank?.from ?? []).map((one) => one.condition), ...near])
    if (each.id !== condition.id) compared.set(each.slug, each);
  const claims = [...(await conditions.listClaims([...compared.keys()]))];
  const all = [...compared.values()].map((each): Neighbour => {
    const own = claims.flatMap(([reference, claim]) => (reference.startsWith(`${each.slug}/`) ? [claim] : []));
    return { condition: each, claims: wholeCounts(own) };
  });
  const neighbours = all.filter((each) => each.claims.length > 0).sort((a, b) => mostOf(b) - mostOf(a));
  const shown = [...condition.claims, ...neighbours.flatMap((each) => each.claims)];
  return {
    condition,
    parent,
    rank,
    neighbours,
    without: all.flatMap((each) => (each.claims.length === 0 ? [each.condition] : [])),
    urgentHelp,
    sources: await conditions.listSources([...new Set(shown.map(({ source }) => source))]),
  };
}

const mostOf = ({ claims }: Neighbour): number => Math.max(...claims.map((claim) => reachOf(onOneScale(claim)).high));
