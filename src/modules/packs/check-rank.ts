import { frequencies, isFrequency } from '#modules/knowledge/index.ts';
import { plainText, type TextDirective } from '#platform/markdown/markdown.ts';
import { valueAt } from './apply-schema.ts';
import type { AddFault } from './check-nodes.ts';
import type { PackText } from './check-text.ts';
import type { Known, KnownClaim, KnownCondition } from './known.ts';

/** `:rank{measure=…}` stands in a body, and there must be something to rank its condition by and against. */
export function checkRank(
  node: TextDirective,
  { kind, condition = '' }: PackText,
  known: Known,
  fault: AddFault,
): void {
  const measure = node.attributes?.measure ?? '';
  const other = Object.keys(node.attributes ?? {}).find((key) => key !== 'measure');
  const say = (reason: string) => fault(node, reason, ':rank');
  if (kind !== 'body') return say('A rank can stand only in the body of an answer. Say it there.');
  if (plainText(node).trim() || other)
    return say('Write a rank as :rank{measure=point-prevalence}, with nothing else.');
  if (!isFrequency(measure)) return say(`\`measure\` of a rank must be one of ${frequencies.join(', ')}.`);
  const own = known.conditions.get(condition);
  if (!own?.claims) return;
  if (!hasRankable(own, measure))
    return say(
      `\`${condition}\` has no ${measure} that can be ranked: one of \`place: { en: Worldwide }\` with \`counted: { who: all-ages }\` or adults, and no form.`,
    );
  const peers = [...known.conditions.values()].filter((each) => each !== own && arePeers(each, own));
  if (peers.every((each) => !hasRankable(each, measure)))
    say(`No other condition beside \`${condition}\` has a ${measure} that can be ranked. Take the rank out.`);
}

/** As `rankOf` of conditions compares them. */
const arePeers = (a: KnownCondition, b: KnownCondition): boolean =>
  (['kind', 'group', 'parent'] as const).every((key) => sharedKey(a, key) === sharedKey(b, key));

const sharedKey = ({ located }: KnownCondition, key: string): unknown => valueAt(located?.value, [key]) ?? null;

const hasRankable = ({ claims }: KnownCondition, measure: string): boolean =>
  [...(claims?.values() ?? [])].some((claim) => claim.measure === measure && isRankable(claim));

function isRankable({ counted, place }: KnownClaim): boolean {
  const who = valueAt(counted, ['who']);
  return (
    (who === 'all-ages' || who === 'adults') &&
    valueAt(counted, ['form']) === undefined &&
    valueAt(place, ['en']) === 'Worldwide'
  );
}
