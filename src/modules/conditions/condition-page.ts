import type { Localised } from '#platform/i18n/languages.ts';
import { sourcesNamedIn, type Claim } from '#modules/knowledge/index.ts';
import { sourcesOfAxis, type Axis } from './axis.ts';
import type { Ancestor, Condition, ConditionEntry, LookAlike } from './condition.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { getCondition, listCellClaims } from './condition.usecases.ts';
import { placesOf, type InheritedPlace } from './inheritance.ts';

/** Everything of this module that the page of a condition shows. */
export interface ConditionPageData {
  condition: Condition;
  /** The nearest first. */
  ancestors: Ancestor[];
  siblings: ConditionEntry[];
  children: ConditionEntry[];
  lookAlikes: LookAlike[];
  /** Of the nearest wider condition that has any; only where the condition has none itself. */
  inheritedLookAlikes?: { from: Ancestor; lookAlikes: LookAlike[] };
  axes: Axis[];
  places: InheritedPlace[];
  /** Of other conditions, that cells write, by `condition/claim`. */
  otherClaims: Map<string, Claim>;
  /** CSL-JSON by citation key. */
  sources: Map<string, unknown>;
  urgentHelp: Localised | undefined;
}

/** Throws `conditions.not_found`. */
export async function loadConditionPage({
  slug,
  conditions,
}: {
  slug: string;
  conditions: ConditionRepository;
}): Promise<ConditionPageData> {
  const condition = await getCondition({ slug, conditions });
  const [lookAlikes, axes, urgentHelp, children, ancestors, siblings] = await Promise.all([
    conditions.listLookAlikes(condition.id),
    conditions.listAxes(),
    conditions.findUrgentHelp(condition.packId),
    conditions.listChildren(condition.id),
    conditions.listAncestors(condition.id),
    condition.parentId ? conditions.listChildren(condition.parentId) : [],
  ]);
  const inheritedLookAlikes =
    lookAlikes.length === 0 ? await inheritLookAlikes(condition, ancestors, conditions) : undefined;
  const otherClaims = await listCellClaims({
    lookAlikes: [...lookAlikes, ...(inheritedLookAlikes?.lookAlikes ?? [])],
    conditions,
  });
  const keys = [
    ...condition.claims.map(({ source }) => source),
    ...condition.codes.flatMap(({ source }) => source ?? []),
    ...axes.flatMap(sourcesOfAxis),
    ...[...otherClaims.values()].map(({ source }) => source),
    ...sourcesNamedIn(textsOf([...lookAlikes, ...(inheritedLookAlikes?.lookAlikes ?? [])])),
  ];
  return {
    condition,
    ancestors,
    siblings: siblings.filter(({ id }) => id !== condition.id),
    children,
    lookAlikes,
    ...(inheritedLookAlikes && { inheritedLookAlikes }),
    otherClaims,
    axes,
    places: placesOf(condition, ancestors),
    urgentHelp,
    sources: await conditions.listSources([...new Set(keys)]),
  };
}

async function inheritLookAlikes(
  { id }: Condition,
  ancestors: readonly Ancestor[],
  conditions: ConditionRepository,
): Promise<ConditionPageData['inheritedLookAlikes']> {
  for (const from of ancestors) {
    const found = await conditions.listLookAlikes(from.id);
    // a wider condition can be confused with this very form; nothing is confused with itself
    const lookAlikes = found.filter(({ other }) => other.id !== id);
    if (lookAlikes.length > 0) return { from, lookAlikes };
  }
  return undefined;
}

const textsOf = (lookAlikes: readonly LookAlike[]) =>
  lookAlikes.flatMap(({ rows, together }) => [
    ...rows.flatMap((row) => [row.this, row.other]),
    ...(together ? [together] : []),
  ]);
