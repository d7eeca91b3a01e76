import type { Root } from 'mdast';
import { plainText, type MarkdownNode } from '#platform/markdown/markdown.ts';
import { uncounted } from './readability.ts';

/**
 * The sentences of a text that its reading grade is taken from: paragraphs, list items and notes, each on its own.
 * Headings and tables are no sentences. Words inside `:term`, the condition's own names and what a claim writes are
 * not counted: they must stay whatever their length.
 */
export function readableText(root: Root, names: readonly string[]): string {
  const sentences = paragraphsOf(root).map((paragraph) =>
    plainText(paragraph, (node) => (node.type === 'citation' ? '' : uncounted)).replace(/(?<!\s)\s+(?=[.,;:!?])/gu, ''),
  );
  return withoutNames(sentences.join('\n\n'), names);
}

function paragraphsOf(node: MarkdownNode): MarkdownNode[] {
  if (node.type === 'paragraph') return [node];
  if (node.type === 'table' || node.type === 'heading' || !('children' in node)) return [];
  return node.children.flatMap(paragraphsOf);
}

function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)].filter((name) => name.trim()).sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const words = longestFirst
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/['’]/gu, "['’]"))
    .join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'), uncounted);
}
