import type { I18n } from '#platform/i18n/i18n.ts';
import type { SanitizedHtml } from '#platform/markdown/html.ts';
import { parseMarkdown, plainText } from '#platform/markdown/markdown.ts';
import { plainInline, renderBlocks, type Claim, type TextContext } from '#modules/knowledge/index.ts';
import type { FigureBlock, ParsedAnswer } from './answer-text.ts';

export interface RenderedPart<Figure> {
  id?: string;
  title?: string;
  blocks: RenderedBlock<Figure>[];
}
export type RenderedBlock<Figure> =
  { kind: 'prose' | 'note'; html: SanitizedHtml } | { kind: 'figure'; block: FigureBlock; figure: Figure };

/**
 * Renders a body from top to bottom. `prepare` is called for each figure when its turn comes,
 * so that what it cites is numbered in the order of reading.
 */
export function renderAnswer<Figure>(
  { parts }: ParsedAnswer,
  context: TextContext,
  prepare: (block: FigureBlock) => Figure,
): RenderedPart<Figure>[] {
  return parts.map(({ id, title, blocks }) => ({
    id,
    title,
    blocks: blocks.map((block) =>
      block.kind === 'prose' || block.kind === 'note'
        ? { kind: block.kind, html: renderBlocks(block.nodes, context, title ?? '') }
        : { kind: 'figure', block, figure: prepare(block) },
    ),
  }));
}

/** The words of an answer without markup: for search, lists and data for machines. */
export function plainAnswer(
  { short, body }: { short: string; body: string },
  claims: readonly Claim[],
  i18n: I18n,
): { short: string; body: string } {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    short: plainInline(short, { i18n, conditionSlug: '', claim: (id) => known.get(id) }),
    body: plainText(parseMarkdown(body)).replace(/\s+/gu, ' ').trim(),
  };
}
