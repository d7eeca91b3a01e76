import type { Root, RootContent } from 'mdast';
import { figureOf } from '#modules/answers/index.ts';
import { mentionsIn, type ClaimMention } from '#modules/knowledge/index.ts';
import type { PackText } from './check-text.ts';
import type { Faults } from './faults.ts';
import type { Known, KnownClaim } from './known.ts';

/**
 * A claim written as a number alone brings no source to the page. The part that it stands in names the source:
 * by a citation, by a whole claim, or by a figure.
 */
export function checkShownSources(root: Root, text: PackText, known: Known, faults: Faults): void {
  const claimOf = ({ id }: Pick<ClaimMention, 'id'>): KnownClaim | undefined => {
    const [slug, own] = id.includes('/') ? id.split('/') : [text.condition, id];
    return known.conditions.get(slug ?? '')?.claims?.get(own);
  };
  for (const part of partsOf(root)) {
    const { citations, claims } = mentionsIn({ type: 'root', children: part });
    const named = new Set<unknown>([
      ...citations.map(({ id }) => id),
      ...claims.filter(({ show }) => show === 'whole').map((claim) => claimOf(claim)?.source),
      ...part.flatMap((node) => sourcesDrawn(node, text, known)),
    ]);
    for (const { show, ...claim } of claims) {
      const source = claimOf(claim)?.source;
      if (show === 'whole' || typeof source !== 'string' || named.has(source)) continue;
      const reason = `This part does not name the source of \`${claim.id}\`. Add \`[@${source}]\` to the sentence.`;
      faults.add(text.file, text.placeOf(claim, `:claim[${claim.id}`), reason);
    }
  }
}

function partsOf({ children }: Root): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'heading' && node.depth <= 2) parts.push([]);
    parts.at(-1)!.push(node);
  }
  return parts;
}

function sourcesDrawn(node: RootContent, { condition = '' }: PackText, known: Known): unknown[] {
  const figure = node.type === 'leafDirective' ? figureOf(node, 1) : undefined;
  if (figure?.kind !== 'claims') return [];
  const claims = [...(known.conditions.get(condition)?.claims ?? [])];
  return claims
    .filter(([id, { measure }]) => measure === figure.measure && (figure.ids?.includes(id) ?? true))
    .map(([, { source }]) => source);
}
