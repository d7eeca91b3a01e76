import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toHtml, type SanitizedHtml } from '#platform/markdown/html.ts';
import { parseMarkdown, type MarkdownNode } from '#platform/markdown/markdown.ts';

/**
 * The words of a member as HTML: paragraphs, lists, quotes, bold and slanted; a new line is a new line. Links, pictures,
 * headings, tables and HTML are what they are made of: their letters, for the page is the reader's, not an advertisement's.
 * Any text is shown; one that only machines write, nested without end, is shown as its letters.
 */
export function toExperienceHtml(source: string): SanitizedHtml {
  return toHtml(blocksOf(source));
}

function blocksOf(source: string): RootContent[] {
  try {
    return parseMarkdown(source).children.flatMap((node) => simpleBlock(node, source));
  } catch {
    return source.split(/\n{2,}/u).map((words) => paragraph(lines(words)));
  }
}

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** Text in which a new line stays one. */
const lines = (value: string): PhrasingContent[] =>
  value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      { type: 'text' as const, value: line },
    ]);

/** The letters as they were typed. */
const typed = (node: MarkdownNode, source: string): string =>
  node.position ? source.slice(node.position.start.offset, node.position.end.offset) : '';

function simpleBlock(node: RootContent, source: string): BlockContent[] {
  const inside = (children: readonly RootContent[]) => children.flatMap((each) => simpleBlock(each, source));
  switch (node.type) {
    case 'paragraph':
      return [paragraph(simpleInline(node.children, source))];
    case 'heading':
      return [paragraph([{ type: 'strong', children: simpleInline(node.children, source) }])];
    case 'blockquote':
      return [{ type: 'blockquote', children: inside(node.children) }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? null,
          spread: false,
          children: node.children.map((item) => ({ type: 'listItem', spread: false, children: inside(item.children) })),
        },
      ];
    case 'code':
      return [paragraph(lines(node.value))];
    case 'thematicBreak':
      return [];
    default:
      return [paragraph(lines(typed(node, source)))];
  }
}

function simpleInline(nodes: readonly PhrasingContent[], source: string): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return lines(node.value);
      case 'inlineCode':
      case 'citation':
        return [{ type: 'text', value: node.value }];
      case 'break':
        return [node];
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: simpleInline(node.children, source) }];
      case 'delete':
        return simpleInline(node.children, source);
      // where a link leads is words, too: nobody is sent there
      default:
        return lines(typed(node, source));
    }
  });
}
