import { isWorldwide, onOneScale, reachOf, type Claim, type Frequency, type Reach } from '#modules/knowledge/index.ts';
import type { Condition, ConditionEntry } from './condition.ts';

/** A condition with those of its claims that say whom they counted. */
export type CountedCondition = ConditionEntry & Pick<Condition, 'claims'>;

/** Where a condition stands among its peers by how common it is; `first` and `last` differ where intervals overlap. */
export interface Rank {
  measure: Frequency;
  /** The best place that the counts allow, from 1. */
  first: number;
  /** The worst place that they allow. */
  last: number;
  /** Every condition that could be compared, this one too, the most common first. */
  from: { condition: CountedCondition; claims: Claim[]; reach: Reach }[];
}

/** Counts that can stand beside those of another condition: all of it, among everybody or all adults, in the whole world. */
export const rankable = (claims: readonly Claim[], measure: Frequency): Claim[] =>
  claims.filter(
    (claim) =>
      claim.measure === measure &&
      claim.counted !== undefined &&
      claim.counted.form === undefined &&
      (claim.counted.who === 'all-ages' || claim.counted.who === 'adults') &&
      isWorldwide(claim),
  );

/** Conditions that a rank is drawn among: of one kind and group, and forms of the same condition or of none. */
export const arePeers = (a: CountedCondition, b: CountedCondition): boolean =>
  a.kind === b.kind && a.groupId === b.groupId && a.parentId === b.parentId;

/**
 * The place of a condition among its peers. A condition reaches from the least to the most that any of its counts
 * allows; another is surely more common only if all of its reach lies above. Undefined where nothing can be compared.
 */
export function rankOf(slug: string, all: readonly CountedCondition[], measure: Frequency): Rank | undefined {
  const own = all.find((each) => each.slug === slug);
  if (!own) return undefined;
  const peers = all.filter((each) => arePeers(each, own));
  const from = peers
    .flatMap((condition) => {
      const claims = rankable(condition.claims, measure);
      return claims.length > 0 ? [{ condition, claims, reach: wholeReach(claims) }] : [];
    })
    .sort((a, b) => b.reach.high - a.reach.high || b.reach.low - a.reach.low);
  const mine = from.find(({ condition }) => condition === own)?.reach;
  if (!mine || from.length < 2) return undefined;
  return {
    measure,
    first: 1 + from.filter(({ reach }) => reach.low > mine.high).length,
    last: 1 + from.filter(({ condition, reach }) => condition !== own && reach.high > mine.low).length,
    from,
  };
}

function wholeReach(claims: readonly Claim[]): Reach {
  const reaches = claims.map((claim) => reachOf(onOneScale(claim)));
  return { low: Math.min(...reaches.map(({ low }) => low)), high: Math.max(...reaches.map(({ high }) => high)) };
}
