import type { ClaimMention } from '#modules/knowledge/index.ts';
import type { PackText } from './check-text.ts';
import type { Faults } from './faults.ts';
import type { Known, KnownClaim, Uses } from './known.ts';

/** The claim of this or, as `other-condition/id`, of another condition; a fault if there is none. */
export function checkClaimUse(
  { id, show, ...place }: ClaimMention,
  text: PackText,
  known: Known,
  uses: Uses,
  faults: Faults,
): void {
  if (!id) return;
  const where = text.placeOf(place, `:claim[${id}`);
  const fault = (reason: string) => faults.add(text.file, where, reason);
  const slash = id.indexOf('/');
  const slug = slash > 0 ? id.slice(0, slash) : text.condition;
  const own = id.slice(slash + 1);
  if (!slug) return fault(`Say whose claim this is, as \`condition/${own}\`.`);
  const condition = known.conditions.get(slug);
  if (!condition) return fault(`This pack has no condition \`${slug}\`. Correct the claim's name.`);
  if (!condition.claims) return;
  const claim = condition.claims.get(own);
  if (!claim)
    return fault(`conditions/${slug}/condition.yaml has no claim \`${own}\`. Add it there, or correct the name.`);
  if (typeof claim.source === 'string') uses.sources.add(claim.source);
  const missing = missingFor(show, claim);
  if (missing) fault(`The claim \`${own}\` has no ${missing}. Choose another \`show\`.`);
}

function missingFor(show: 'whole' | 'value' | 'range', { value, low, high }: KnownClaim): string | undefined {
  if (show === 'value' && value === undefined) return 'value';
  return show === 'range' && (low === undefined || high === undefined) ? 'low and high' : undefined;
}
