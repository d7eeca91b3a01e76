import type { RegionsRule } from './axis.ts';
import type { DistributionMessage } from './distribution-words.ts';

/** What the browser needs to answer a body map by itself, with the same rules and words as the server. */
export interface BodyMapIsland {
  rule: RegionsRule;
  /** What stands between the members of a list: of two; else between the first ones, and before the last. */
  separators: { two: string; first: string; last: string };
  /** Messages with `{name}` where a value goes. */
  messages: Record<DistributionMessage, string>;
  /** Names of the axis values. */
  values: Record<string, string>;
  /** Parts as they stand in a sentence. */
  regions: Record<string, string>;
  /** By value. */
  doubts: Record<string, string>;
  also: Record<string, { with: string; without: string }>;
}
