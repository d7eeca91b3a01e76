import type { Localised } from '#platform/i18n/languages.ts';
import { mentionsIn, sourcesNamedIn, type Claim } from '#modules/knowledge/index.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import type { Condition, LookAlike } from './condition.ts';
import { pairNotFound } from './condition.errors.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { getCondition } from './condition.usecases.ts';

/** Everything that the page of a pair of look-alikes shows. */
export interface ComparePageData {
  one: Condition;
  other: Condition;
  /** Seen from `one`. */
  pair: LookAlike;
  /** That the cells name, by `condition/claim`. */
  claims: Map<string, Claim>;
  /** CSL-JSON by citation key. */
  sources: Map<string, unknown>;
  urgentHelp: Localised | undefined;
}

/** Throws `conditions.not_found`, and `conditions.pair_not_found` for two that no pack sets side by side. */
export async function loadComparePage({
  slugs,
  conditions,
}: {
  slugs: readonly [string, string];
  conditions: ConditionRepository;
}): Promise<ComparePageData> {
  const [one, other] = await Promise.all([
    getCondition({ slug: slugs[0], conditions }),
    getCondition({ slug: slugs[1], conditions }),
  ]);
  const pair = (await conditions.listLookAlikes(one.id)).find((each) => each.other.id === other.id);
  if (!pair) throw pairNotFound({ slugs });
  const cells = [...pair.rows.flatMap((row) => [row.this, row.other]), ...(pair.together ? [pair.together] : [])];
  const named = cells.flatMap((cell) => Object.values(cell)).flatMap((text) => mentionsIn(parseMarkdown(text)).claims);
  const elsewhere = [...new Set(named.flatMap(({ id }) => (id.includes('/') ? [id.split('/')[0]!] : [])))];
  const [claims, urgentHelp] = await Promise.all([
    conditions.listClaims(elsewhere),
    conditions.findUrgentHelp(one.packId),
  ]);
  const keys = [
    ...sourcesNamedIn(cells),
    ...[...one.claims, ...other.claims, ...claims.values()].map(({ source }) => source),
  ];
  return { one, other, pair, claims, urgentHelp, sources: await conditions.listSources([...new Set(keys)]) };
}
