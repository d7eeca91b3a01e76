import {
  getCondition,
  type Condition,
  type ConditionEntry,
  type ConditionGroup,
  type ConditionRepository,
} from '#modules/conditions/index.ts';
import { isFrequency, type Claim } from '#modules/knowledge/index.ts';
import { findRegion, findRegionAt, nameOfRegion, world, type Region } from '#modules/regions/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { AtlasRepository, Release, ReleaseScope } from './atlas.repository.ts';
import { groupNotFound, regionNotFound } from './map.errors.ts';
import { contentOf, type MapContent, type ToldCounts } from './map.ts';
import { findDrawing, type Drawing } from './shapes.ts';

/** Whose numbers: of everybody here, of those with a condition of one group, or with one condition. */
export type MapScope = 'all' | { group: ConditionGroup } | { condition: ConditionEntry };

export interface MapPageData {
  /** What the address asks for. */
  asked: { scope: MapScope; region: Region; people: number | undefined };
  condition: Condition | undefined;
  ancestors: ConditionEntry[];
  /** The group asked for, or that the condition belongs to. */
  group: ConditionGroup | undefined;
  /** What is drawn: of the scope asked for, or of the next wider one that has numbers. */
  shown: { scope: MapScope; content: MapContent; drawing: Drawing; counts: ToldCounts } | undefined;
  /** Undefined before the first release. */
  countedAt: Date | undefined;
  /** Studies of how common the condition is at this place. */
  claims: Claim[];
  /** CSL-JSON by citation key. */
  sources: Map<string, unknown>;
}

export const toRelease = (scope: MapScope): ReleaseScope =>
  scope === 'all' ? scope : 'group' in scope ? { groupId: scope.group.id } : { conditionId: scope.condition.id };

/** Throws `conditions.not_found`, `atlas.group_not_found`, `atlas.region_not_found`. */
export async function loadMapPage({
  slug,
  groupId,
  place,
  conditions,
  findRelease,
  english,
}: {
  /** Of the condition; neither this nor a group: all of them. */
  slug: string | undefined;
  groupId: string | undefined;
  /** The last step of the address: `europe`, `es`; undefined: the world. */
  place: string | undefined;
  conditions: ConditionRepository;
  findRelease: AtlasRepository['findRelease'];
  /** The language in which claims name their places. */
  english: I18n;
}): Promise<MapPageData> {
  const region = place === undefined ? findRegion(world)! : findRegionAt(place);
  const condition = slug === undefined ? undefined : await getCondition({ slug, conditions });
  if (!region) throw regionNotFound({ place });
  const ancestors = condition ? await conditions.listAncestors(condition.id) : [];
  // numbers of a group are of its widest conditions and their forms
  const ofGroup = groupId ?? (ancestors.at(-1) ?? condition)?.groupId;
  const group = ofGroup ? (await conditions.listGroups()).find(({ id }) => id === ofGroup) : undefined;
  if (groupId !== undefined && !group) throw groupNotFound({ group: groupId });
  const widening: MapScope[] = [
    ...(condition ? [condition, ...ancestors].map((each) => ({ condition: each })) : []),
    ...(group ? [{ group }] : []),
    'all',
  ];
  let asked: Release | undefined;
  let shown: MapPageData['shown'];
  for (const scope of widening) {
    const found = await findRelease(toRelease(scope));
    if (scope === widening[0]) asked = found;
    const content = found && contentOf(region, found.counts);
    const drawing = content && (await findDrawing(content.shown.code));
    if (!drawing) continue;
    shown = { scope, content, drawing, counts: found.counts };
    break;
  }
  const claims = condition ? claimsAt(condition.claims, nameOfRegion(region.code, english), region) : [];
  return {
    asked: { scope: widening[0]!, region, people: asked?.counts.get(region.code) },
    condition,
    ancestors,
    group,
    shown,
    countedAt: asked?.madeAt,
    claims,
    sources:
      claims.length > 0
        ? await conditions.listSources([...new Set(claims.map(({ source }) => source))])
        : new Map<string, unknown>(),
  };
}

/** Claims name their place in words: "Finland", "Hannover, Germany", "Worldwide". */
function claimsAt(claims: readonly Claim[], name: string, { code }: Region): Claim[] {
  const isHere = ({ en }: Claim['place']) =>
    code === world ? en === 'Worldwide' : en === name || en.endsWith(`, ${name}`);
  return claims.filter(({ measure, place }) => isFrequency(measure) && isHere(place));
}
