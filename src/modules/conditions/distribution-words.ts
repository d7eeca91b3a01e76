import type { Distribution, Side } from './distribution.ts';

/* What the body map says, put together from messages and names that it is handed: the same on the server and in the browser. */

export type DistributionMessage =
  | 'nothing'
  | 'why-exactly'
  | 'why-one-side-left'
  | 'why-one-side-right'
  | 'why-holds'
  | 'why-connected-two'
  | 'why-connected'
  | 'why-apart-two'
  | 'why-apart'
  | 'ask-left'
  | 'ask-right';

export const distributionMessages: readonly DistributionMessage[] = [
  'nothing',
  'why-exactly',
  'why-one-side-left',
  'why-one-side-right',
  'why-holds',
  'why-connected-two',
  'why-connected',
  'why-apart-two',
  'why-apart',
  'ask-left',
  'ask-right',
];

export interface DistributionVocabulary {
  say(message: DistributionMessage, values: Record<string, string>): string;
  list(items: readonly string[]): string;
  /** A part as it stands in a sentence. */
  region(id: string): string;
  /** An axis value. */
  value(id: string): string;
  /** The doubt of the rule for a value, and what it says of a pair. */
  doubt(value: string): string;
  also(value: string, withPair: boolean): string;
}

/** In the order in which it is read: the pattern, why, what else is to be said, and the question back. */
export interface DistributionWords {
  value: string | undefined;
  why: string;
  besides: string[];
  ask: string | undefined;
}

export function wordsOfDistribution(
  distribution: Distribution | undefined,
  words: DistributionVocabulary,
): DistributionWords {
  if (!distribution) return { value: undefined, why: words.say('nothing', {}), besides: [], ask: undefined };
  const { value, doubtful, alsoPair, ask } = distribution;
  return {
    value: words.value(value),
    why: capitalised(why(distribution, words)),
    besides: [
      ...(alsoPair === undefined ? [] : [words.also(value, alsoPair)]),
      ...(doubtful ? [words.doubt(value)] : []),
    ],
    ask:
      ask &&
      capitalised(words.say(`ask-${ask.side}`, { regions: named(ask.regions, words), value: words.value(ask.value) })),
  };
}

function why({ because }: Distribution, words: DistributionVocabulary): string {
  switch (because.kind) {
    case 'exactly':
      return words.say('why-exactly', { regions: named(because.regions, words) });
    case 'one-side':
      return words.say(sideMessage(because.side), { regions: named(because.regions, words) });
    case 'holds':
      return words.say('why-holds', { held: named(because.holds, words), others: named(because.others, words) });
    case 'connected':
      return words.say(because.regions.length === 2 ? 'why-connected-two' : 'why-connected', {
        regions: named(because.regions, words),
      });
    case 'apart': {
      const [first, ...rest] = because.groups;
      return rest.length === 1
        ? words.say('why-apart-two', { one: named(first!, words), other: named(rest[0]!, words) })
        : words.say('why-apart', { groups: because.groups.map((group) => named(group, words)).join('; ') });
    }
  }
}

const sideMessage = (side: Side): DistributionMessage => `why-one-side-${side}`;
const named = (regions: readonly string[], words: DistributionVocabulary) => words.list(regions.map(words.region));
const capitalised = (sentence: string) => sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
