import type { Root, RootContent } from 'mdast';
import { mentionsIn, type Mentions } from '#modules/knowledge/index.ts';
import {
  parseMarkdown,
  plainText,
  type MarkdownNode,
  type ContainerDirective,
  type LeafDirective,
} from '#platform/markdown/markdown.ts';

/** A body as its readers meet it: parts under headings, each a row of blocks. */
export interface ParsedAnswer extends Mentions {
  parts: AnswerPart[];
}

export interface AnswerPart {
  /** For links to this part; only the words before the first heading have none. */
  id?: string;
  title?: string;
  line: number;
  blocks: AnswerBlock[];
}

export type AnswerBlock = { line: number } & (
  { kind: 'prose'; nodes: RootContent[] } | { kind: 'note'; nodes: RootContent[] } | FigureBlock
);

/** What the page draws from knowledge rather than from the text. */
export type FigureBlock = { line: number } & (
  | { kind: 'claims'; measure: string; ids?: string[] }
  | { kind: 'look-alikes' }
  | { kind: 'axis'; id: string }
  | MechanismBlock
);

/** The mechanism figure as it was written: another module reads and draws it. */
export interface MechanismBlock {
  kind: 'mechanism';
  attributes: WrittenAttributes;
  /** The `::preset`s inside `:::mechanism`. */
  presets: WrittenAttributes[];
}

export type WrittenAttributes = Record<string, string | null | undefined>;

/** Ids of parts that the page itself may hold. */
const takenIds = [
  'main',
  'menu',
  'comfort',
  'contents',
  'people',
  'sources',
  'urgent',
  'related',
  'experiences',
  'community',
];

/** Reads a body. Throws `markdown.too_long` and `markdown.too_deep`; anything else that is wrong is left to the checker of packs. */
export function parseAnswer(body: string): ParsedAnswer {
  const root = parseMarkdown(body);
  return { parts: partsOf(root), ...mentionsIn(root) };
}

function partsOf(root: Root): AnswerPart[] {
  const parts: AnswerPart[] = [];
  const taken = new Set(takenIds);
  for (const node of root.children) {
    const line = lineOf(node);
    if (node.type === 'heading' && node.depth <= 2) {
      const title = plainText(node).trim();
      parts.push({ id: freeSlug(title, taken), title, line, blocks: [] });
      continue;
    }
    if (node.type === 'definition' || node.type === 'footnoteDefinition') continue;
    if (parts.length === 0) parts.push({ line, blocks: [] });
    const { blocks } = parts.at(-1)!;
    const last = blocks.at(-1);
    const block = blockOf(node, line);
    if (block?.kind === 'prose' && last?.kind === 'prose') last.nodes.push(node);
    else if (block) blocks.push(block);
  }
  return parts;
}

function blockOf(node: RootContent, line: number): AnswerBlock | undefined {
  if (node.type === 'containerDirective' && node.name !== 'mechanism')
    return { kind: node.name === 'note' ? 'note' : 'prose', nodes: node.children, line };
  if (node.type !== 'leafDirective' && node.type !== 'containerDirective')
    return { kind: 'prose', nodes: [node], line };
  return figureOf(node, line);
}

/** The figure that a directive asks for; undefined if there is no such figure. */
export function figureOf(node: LeafDirective | ContainerDirective, line: number): FigureBlock | undefined {
  const { name, attributes } = node;
  if (name === 'claims' && attributes?.measure) {
    const ids = attributes.ids?.split(/\s+/u).filter(Boolean);
    return { kind: 'claims', measure: attributes.measure, ...(ids && { ids }), line };
  }
  if (name === 'axis' && attributes?.id) return { kind: 'axis', id: attributes.id, line };
  if (name === 'mechanism')
    return {
      kind: 'mechanism',
      attributes: attributes ?? {},
      presets: presetsIn(node).map((preset) => preset.attributes ?? {}),
      line,
    };
  return name === 'look-alikes' ? { kind: 'look-alikes', line } : undefined;
}

/** What a `:::mechanism` holds. */
export const presetsIn = (node: LeafDirective | ContainerDirective): LeafDirective[] =>
  node.type === 'containerDirective'
    ? (node.children.filter((child) => child.type === 'leafDirective' && child.name === 'preset') as LeafDirective[])
    : [];

/** "What goes on in the brain" becomes `what-goes-on-in-the-brain`. */
export function slugOf(title: string): string {
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'part';
}

function freeSlug(title: string, taken: Set<string>): string {
  const wanted = slugOf(title);
  let slug = wanted;
  for (let count = 2; taken.has(slug); count++) slug = `${wanted}-${count}`;
  taken.add(slug);
  return slug;
}

const lineOf = (node: MarkdownNode): number => node.position?.start.line ?? 1;
