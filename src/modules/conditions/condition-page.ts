import type { Localised } from '#platform/i18n/languages.ts';
import { sourcesNamedIn, type Claim } from '#modules/knowledge/index.ts';
import type { Axis, Condition, ConditionEntry, LookAlike } from './condition.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { getCondition, listCellClaims } from './condition.usecases.ts';

/** Everything of this module that the page of a condition shows. */
export interface ConditionPageData {
  condition: Condition;
  parent: ConditionEntry | undefined;
  children: ConditionEntry[];
  lookAlikes: LookAlike[];
  axes: Axis[];
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
  const [lookAlikes, axes, urgentHelp, children, [parent]] = await Promise.all([
    conditions.listLookAlikes(condition.id),
    conditions.listAxes(),
    conditions.findUrgentHelp(condition.packId),
    conditions.listChildren(condition.id),
    conditions.listByIds(condition.parentId ? [condition.parentId] : []),
  ]);
  const cells = lookAlikes.flatMap(({ rows, together }) => [
    ...rows.flatMap((row) => [row.this, row.other]),
    ...(together ? [together] : []),
  ]);
  const otherClaims = await listCellClaims({ lookAlikes, conditions });
  const keys = [
    ...condition.claims.map(({ source }) => source),
    ...condition.codes.flatMap(({ source }) => source ?? []),
    ...axes.map(({ source }) => source),
    ...[...otherClaims.values()].map(({ source }) => source),
    ...sourcesNamedIn(cells),
  ];
  return {
    condition,
    parent,
    children,
    lookAlikes,
    otherClaims,
    axes,
    urgentHelp,
    sources: await conditions.listSources([...new Set(keys)]),
  };
}
