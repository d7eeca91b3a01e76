import type { List, ListItem, RootContent } from 'mdast';
import type { AnswerBlock, ParsedAnswer } from '#modules/answers/index.ts';

/** What a comment can be about: the short answer, a heading, a paragraph, an item of a list, a row of a table. */
export interface Passage {
  /** Within one version: `short`, `body-1`, … */
  id: string;
  field: 'short' | 'body';
  kind: 'text' | 'heading' | 'item';
  /** Its words without markup, by which it is known again in another version. */
  text: string;
}

/** A text in blocks, each with the passages that stand in it. */
export interface Passages {
  short: Passage;
  parts: {
    /** The heading, where no block follows it. */
    heading: Passage | undefined;
    /** For each block; headings go to the block after them. */
    blocks: Passage[][];
  }[];
}

/** Each paragraph, list and table as a block by itself, so that something can stand under it. */
export const apart = (text: ParsedAnswer): ParsedAnswer => ({
  ...text,
  parts: text.parts.map((part) => ({
    ...part,
    blocks: part.blocks.flatMap((block): AnswerBlock[] =>
      block.kind === 'prose' ? block.nodes.map((node) => ({ ...block, nodes: [node] })) : [block],
    ),
  })),
});

/** The passages of a text whose blocks stand apart. `words` writes a block without markup. */
export function passagesOf(short: string, text: ParsedAnswer, words: (node: RootContent) => string): Passages {
  let count = 0;
  const passage = (kind: Passage['kind'], raw: string): Passage[] => {
    const said = plain(raw);
    return said === '' ? [] : [{ id: `body-${++count}`, field: 'body', kind, text: said }];
  };
  const itemsOf = (list: List): Passage[] => list.children.flatMap(itemOf);
  const itemOf = (item: ListItem): Passage[] => {
    const own = item.children.filter(({ type }) => type !== 'list').map(words);
    const within = item.children.flatMap((child) => (child.type === 'list' ? [child] : []));
    return [...passage('item', own.join(' ')), ...within.flatMap(itemsOf)];
  };
  const passagesIn = (node: RootContent): Passage[] => {
    if (node.type === 'list') return itemsOf(node);
    if (node.type === 'table')
      return node.children.flatMap((row) => passage('item', row.children.map(words).join(' ')));
    return passage(node.type === 'heading' ? 'heading' : 'text', words(node));
  };
  return {
    short: { id: 'short', field: 'short', kind: 'text', text: plain(short) },
    parts: text.parts.map(({ title, blocks }) => {
      let headings = passage('heading', title ?? '');
      const placed = blocks.map((block) => {
        const found = 'nodes' in block ? block.nodes.flatMap(passagesIn) : [];
        if (found.every(({ kind }) => kind === 'heading')) {
          headings.push(...found);
          return [];
        }
        const all = [...headings, ...found];
        headings = [];
        return all;
      });
      // a heading over a figure alone, or over nothing
      if (placed.length > 0) placed.at(-1)!.push(...headings);
      return { heading: placed.length === 0 ? headings[0] : undefined, blocks: placed };
    }),
  };
}

/** White space says nothing, and the same letter can be written in two ways. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

export const allPassages = ({ short, parts }: Passages): Passage[] => [
  short,
  ...parts.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks.flat()]),
];
