import type { Case, Report } from './moderation.ts';
import { pressing } from './rules.ts';

/** What comes first in the queue. */
export const tiers = ['crisis', 'pressing', 'reported', 'held', 'appeal'] as const;
export type Tier = (typeof tiers)[number];

/** What waits, and how urgently. Sorted by tier, then lightness, then age: all of them upwards. */
export interface Urgency {
  /** The place in `tiers`. */
  tier: number;
  /** Less is more urgent: the weights of different people who reported it, in hundredths, below zero. */
  lightness: number;
  /** Since when anything about it waits. */
  since: Date;
}

/** What a report weighs of somebody of whom nothing is known. */
export const fullWeight = 100;
/** Below this, "danger" and "about me" are read with the other reports. */
const credible = 40;

/**
 * How much the next report of somebody counts, in hundredths, after what became of their earlier ones. A few mistakes cost
 * little; whoever reports what breaks no rule, again and again, ends near nothing, and one good report lifts it again.
 */
export const weightOf = ({ founded, baseless }: { founded: number; baseless: number }): number =>
  Math.max(1, Math.round((fullWeight * (founded + 2)) / (founded + baseless + 2)));

/** Different people: all those without an account are one, as nobody can tell them apart. */
export function countReporters(reports: readonly Report[]): number {
  return new Set(reports.map(({ reporterId }) => reporterId)).size;
}

function weightOfAll(reports: readonly Report[]): number {
  const heaviest = new Map<string | null, number>();
  for (const { reporterId, weight } of reports)
    heaviest.set(reporterId, Math.max(weight, heaviest.get(reporterId) ?? 0));
  return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Undefined: nothing waits. */
export function urgencyOf({ flags, reports, appeal, withdrawn }: Case): Urgency | undefined {
  const flagged = Object.values(flags);
  const waiting = [...flagged, appeal, ...reports.map(({ at }) => at)].filter((at) => at !== undefined);
  if (waiting.length === 0 || withdrawn) return undefined;
  const tier: Tier = flags.crisis
    ? 'crisis'
    : reports.some(({ reason, weight }) => pressing.includes(reason) && weight >= credible)
      ? 'pressing'
      : reports.length > 0
        ? 'reported'
        : flagged.length > 0
          ? 'held'
          : 'appeal';
  return {
    tier: tiers.indexOf(tier),
    // "minus zero" is no number for a database
    lightness: 0 - weightOfAll(reports),
    since: new Date(Math.min(...waiting.map((at) => at.getTime()))),
  };
}
