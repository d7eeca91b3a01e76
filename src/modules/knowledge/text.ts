import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Localised } from '#platform/i18n/languages.ts';
import { parseMarkdown, plainText, type MarkdownNode, type TextDirective } from '#platform/markdown/markdown.ts';

/** What a text rests on: every source, glossary term and claim that it names. */
export interface Mentions {
  citations: Mention[];
  terms: Mention[];
  claims: ClaimMention[];
  /** Measures by which the text ranks its condition. */
  ranks: Mention[];
}

/** Where the text names a source, a glossary term or a claim. Counted from 1, within the text. */
export interface Mention {
  id: string;
  line: number;
  column: number;
}

/** `whole`: with unit and source; `value` and `range`: only numbers. */
export type ClaimShow = 'whole' | 'value' | 'range';
export interface ClaimMention extends Mention {
  show: ClaimShow;
}

/** Every source, term and claim that a text names, in order. */
export function mentionsIn(root: MarkdownNode): Mentions {
  const mentions: Mentions = { citations: [], terms: [], claims: [], ranks: [] };
  visit(root as Root, (node) => {
    const place = { line: lineOf(node), column: node.position?.start.column ?? 1 };
    if (node.type === 'citation') mentions.citations.push(...node.keys.map((id) => ({ id, ...place })));
    if (node.type !== 'textDirective') return;
    if (node.name === 'term') mentions.terms.push({ id: termOf(node), ...place });
    if (node.name === 'claim') mentions.claims.push({ ...claimOf(node), ...place });
    if (node.name === 'rank') mentions.ranks.push({ id: rankMeasureOf(node), ...place });
  });
  return mentions;
}

/** The measure of `:rank{measure=…}`. */
export const rankMeasureOf = (node: TextDirective): string => node.attributes?.measure ?? '';

export const termOf = (node: TextDirective): string => node.attributes?.id ?? '';

export function claimOf(node: TextDirective): { id: string; show: ClaimShow } {
  const show = node.attributes?.show;
  return { id: plainText(node).trim(), show: show === 'value' || show === 'range' ? show : 'whole' };
}

/** The sources that short texts (look-alike cells, say) cite, in any language. */
export const sourcesNamedIn = (texts: readonly Localised[]): string[] =>
  texts.flatMap((text) =>
    Object.values(text).flatMap((words) => mentionsIn(parseMarkdown(words)).citations.map(({ id }) => id)),
  );

const lineOf = (node: MarkdownNode): number => node.position?.start.line ?? 1;
