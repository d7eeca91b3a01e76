import type { RegionOrder, RegionsRule } from './axis.ts';

/* Which pattern the marked parts of the body make, and why. Runs on the server and in the browser alike. */

export type Side = 'left' | 'right';

/** A part that is affected; `side` where it lies in the middle and only one side, or both, is meant. */
export interface Mark {
  region: string;
  side?: Side | 'both';
}

/** Parts and their neighbours. */
export type BodyGraph = Pick<RegionsRule, 'regions' | 'neighbours'>;

/** Why a rule held. Regions are in the order of the pack. */
export type Because =
  | { kind: 'exactly'; regions: string[] }
  | { kind: 'one-side'; regions: string[]; side: Side }
  | { kind: 'holds'; holds: string[]; others: string[] }
  | { kind: 'connected'; regions: string[] }
  | { kind: 'apart'; groups: string[][] };

export interface Distribution {
  /** The axis value, by its id. */
  value: string;
  because: Because;
  /** The rule that held, with its source, its doubt and what is said besides. */
  rule: RegionOrder;
  /** The rule's doubt concerns these marks. */
  doubtful: boolean;
  /** Whether one of the pair that the rule speaks of (`also`) is marked. */
  alsoPair: boolean | undefined;
  /** A question back: were these parts affected on this side only, the pattern would be `value`. */
  ask?: { regions: string[]; side: Side; value: string };
}

/** Undefined if nothing is marked that the graph knows. Marking something twice is marking it once. */
export function classifyDistribution(marks: readonly Mark[], rule: RegionsRule): Distribution | undefined {
  const marked = rule.regions.flatMap((region) => {
    const mark = marks.find((each) => each.region === region.id);
    return mark ? [{ ...region, told: region.side === 'either' ? mark.side : undefined }] : [];
  });
  if (marked.length === 0) return undefined;
  const regions = marked.map(({ id }) => id);
  const groups = connectedGroups(regions, rule);

  let ask: Distribution['ask'];
  for (const each of rule.order) {
    const because = reasonFor(each.when, marked, groups);
    if (because === undefined) continue;
    if ('unsided' in because) {
      ask ??= { regions: because.unsided, side: because.side, value: each.value };
      continue;
    }
    return {
      value: each.value,
      because,
      rule: each,
      doubtful: each.doubt !== undefined && because.kind === 'holds' && isPair(because.others, rule),
      alsoPair: each.also && marked.some(({ pair }) => pair === each.also!.pair),
      ...(ask && { ask }),
    };
  }
  return undefined;
}

type Marked = BodyGraph['regions'][number] & { told: Mark['side'] };

function reasonFor(
  when: RegionOrder['when'],
  marked: readonly Marked[],
  groups: string[][],
): Because | { unsided: string[]; side: Side } | undefined {
  const regions = marked.map(({ id }) => id);
  if ('exactly' in when) return regions.length === when.exactly ? { kind: 'exactly', regions } : undefined;
  if ('holds' in when)
    return when.holds.every((id) => regions.includes(id)) && regions.length >= when.atLeast
      ? { kind: 'holds', holds: when.holds, others: regions.filter((id) => !when.holds.includes(id)) }
      : undefined;
  if ('connected' in when) return groups.length === 1 ? { kind: 'connected', regions } : undefined;
  if ('oneSide' in when) return onOneSide(when.oneSide, marked);
  return groups.length === 1 ? { kind: 'connected', regions } : { kind: 'apart', groups };
}

/** All on one side; or all that have a side are, and others in the middle may be. */
function onOneSide(pairs: readonly string[], marked: readonly Marked[]) {
  const side = marked.find((each) => each.side === 'left' || each.side === 'right')?.side as Side | undefined;
  if (!side || !pairs.every((pair) => marked.some((each) => each.pair === pair))) return undefined;
  const sideOf = (each: Marked) => (each.side === 'either' ? each.told : each.side);
  if (marked.some((each) => sideOf(each) !== side && !(each.side === 'either' && each.told === undefined)))
    return undefined;
  const unsided = marked.filter((each) => sideOf(each) === undefined).map(({ id }) => id);
  return unsided.length > 0
    ? { unsided, side }
    : { kind: 'one-side' as const, regions: marked.map(({ id }) => id), side };
}

/** The marked parts in groups whose members reach each other over marked neighbours. */
export function connectedGroups(regions: readonly string[], { neighbours }: Pick<BodyGraph, 'neighbours'>): string[][] {
  const pairs = neighbours.flatMap(({ pairs }) => pairs);
  const left = new Set(regions);
  const groups: string[][] = [];
  for (const first of regions) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const here of group)
      for (const [a, b] of pairs) {
        const next = a === here ? b : b === here ? a : undefined;
        if (next !== undefined && left.delete(next)) group.push(next);
      }
    groups.push(regions.filter((id) => group.includes(id)));
  }
  return groups;
}

function isPair(ids: readonly string[], { regions }: Pick<BodyGraph, 'regions'>): boolean {
  const [one, other] = ids.map((id) => regions.find((region) => region.id === id));
  return ids.length === 2 && one?.pair !== undefined && one.pair === other?.pair && one.side !== other.side;
}
