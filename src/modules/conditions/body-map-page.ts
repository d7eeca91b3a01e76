import type { Localised } from '#platform/i18n/languages.ts';
import { sourcesOfAxis, type Axis, type RegionsRule } from './axis.ts';
import type { Ancestor, Condition, ConditionEntry } from './condition.ts';
import { noBodyMap } from './condition.errors.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { getCondition } from './condition.usecases.ts';
import { bodyMapOwner } from './inheritance.ts';

export const bodyMapPath = ({ slug }: Pick<ConditionEntry, 'slug'>): string => `/conditions/${slug}/body-map`;

/** Everything that a body map shows of knowledge. */
export interface BodyMapData {
  condition: Condition;
  ancestors: Ancestor[];
  axis: Axis;
  rule: RegionsRule;
  sources: Map<string, unknown>;
  urgentHelp: Localised | undefined;
}

/**
 * The body map of a condition, or the wider condition whose page it is on.
 * Throws `conditions.not_found`, `conditions.no_body_map`.
 */
export async function loadBodyMap({
  slug,
  conditions,
}: {
  slug: string;
  conditions: ConditionRepository;
}): Promise<BodyMapData | { owner: Ancestor }> {
  const condition = await getCondition({ slug, conditions });
  const [axes, ancestors] = await Promise.all([conditions.listAxes(), conditions.listAncestors(condition.id)]);
  for (const axis of axes) {
    const owner = bodyMapOwner(axis, condition, ancestors);
    if (!owner || axis.rule?.kind !== 'regions') continue;
    if (owner !== condition) return { owner };
    const [sources, urgentHelp] = await Promise.all([
      conditions.listSources(sourcesOfAxis(axis)),
      conditions.findUrgentHelp(condition.packId),
    ]);
    return { condition, ancestors, axis, rule: axis.rule, sources, urgentHelp };
  }
  throw noBodyMap({ slug });
}
