import type { Root, RootContent, Text } from 'mdast';
import { LRUCache } from 'lru-cache';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { defineError } from '#platform/errors/errors.ts';
import { markCitations, type Citation } from './citations.ts';

export type MarkdownNode = Root | RootContent;

/** `:name[…]{…}` in a line, `::name{…}` on a line of its own, and `:::name` around blocks. */
export type TextDirective = Extract<RootContent, { type: 'textDirective' }>;
export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

export const markdownTooDeep = defineError(
  'markdown.too_deep',
  'invalid',
  'Lists, quotes or emphasis are nested too deeply.',
);

export const markdownTooLong = defineError(
  'markdown.too_long',
  'invalid',
  'The text is too long: split it into several.',
);

/**
 * Parsing time grows with the square of some texts' length, of nesting, and of quotes in a row. All have a limit
 * far above what anybody reads, so that no text can stop the site.
 */
export const longestMarkdown = 30_000;
const deepest = 30;
const mostQuotes = 200;
const manyMarkers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){5}/mu;
const quotes = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*>/gmu;

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** By their text; as many as have half a million letters together, which is about a hundred answers. */
const trees = new LRUCache<string, Root>({ maxSize: 500_000, sizeCalculation: (_, source) => source.length || 1 });

/**
 * Markdown with tables, directives and `[@key]` citations as a tree. Throws `markdown.too_long` and `markdown.too_deep`.
 * Parsing is half of the work of a page, and texts change seldom: trees of recent texts are kept, and frozen, since all share them.
 */
export function parseMarkdown(source: string): Root {
  const known = trees.get(source);
  if (known) return known;
  const root = freeze(parseAnew(source));
  trees.set(source, root);
  return root;
}

function parseAnew(source: string): Root {
  if (source.length > longestMarkdown || (source.match(quotes)?.length ?? 0) > mostQuotes) throw markdownTooLong();
  if (manyMarkers.test(source)) throw markdownTooDeep();
  const root = parser.parse(source);
  if (isDeeperThan(root, deepest)) throw markdownTooDeep();
  restoreColons(root);
  markCitations(root, source);
  return root;
}

/** The words of a tree without markup; blocks are apart by an empty line. `resolve` says what a citation or directive reads. */
export function plainText(
  node: MarkdownNode,
  resolve: (node: Citation | TextDirective) => string | undefined = () => undefined,
): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    case 'citation':
      return resolve(node) ?? '';
    case 'textDirective':
      return resolve(node) ?? childrenText(node, resolve, '');
    case 'root':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
    case 'tableRow':
    case 'containerDirective':
      return childrenText(node, resolve, '\n\n');
    case 'html':
    case 'leafDirective':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return '';
    default:
      return 'children' in node ? childrenText(node, resolve, '') : '';
  }
}

function childrenText(
  node: { children: MarkdownNode[] },
  resolve: Parameters<typeof plainText>[1],
  between: string,
): string {
  const texts = node.children.map((child) => plainText(child, resolve));
  return (between ? texts.filter(Boolean) : texts).join(between);
}

function freeze<T extends object>(tree: T): T {
  for (const value of Object.values(tree)) if (typeof value === 'object' && value !== null) freeze(value as object);
  return Object.freeze(tree);
}

function isDeeperThan(root: Root, limit: number): boolean {
  let level: MarkdownNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/** `remark-directive` takes the colon of "note:this" for a directive. Ours always have a label, so this one is text again. */
function restoreColons(parent: MarkdownNode): void {
  if (!('children' in parent)) return;
  const children: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    const bare =
      child.type === 'textDirective' && child.children.length === 0 && Object.keys(child.attributes ?? {}).length === 0;
    const node: RootContent = bare ? { type: 'text', value: `:${child.name}`, position: child.position } : child;
    const before = children.at(-1);
    if (node.type === 'text' && before?.type === 'text') children[children.length - 1] = joinTexts(before, node);
    else children.push(node);
    restoreColons(node);
  }
  parent.children = children;
}

function joinTexts(a: Text, b: Text): Text {
  const position = a.position && b.position && { start: a.position.start, end: b.position.end };
  return { type: 'text', value: a.value + b.value, position };
}
