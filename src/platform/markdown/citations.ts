import type { Literal, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Point } from 'unist';

/** `[@key]` or `[@key; @other]`, as pandoc writes it. */
export interface Citation extends Literal {
  type: 'citation';
  /** As written. */
  value: string;
  keys: string[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
  }
}

const key = String.raw`@[\p{L}\p{N}](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}])?`;
const pattern = new RegExp(String.raw`\[\s*${key}(?:\s*;\s*${key})*\s*\]`, 'gu');

/** remark reads `[@key]` as words; here those words become citations. `\[@key]` stays as it is. */
export function markCitations(root: Root, source: string): void {
  const visit = (parent: { children: RootContent[] }) => {
    parent.children = parent.children.flatMap((child): RootContent[] => {
      if (child.type === 'text') return splitAtCitations(child, source);
      if ('children' in child) visit(child);
      return [child];
    });
  };
  visit(root);
}

function splitAtCitations(text: Text, source: string): PhrasingContent[] {
  if (!text.value.includes('@')) return [text];
  const escaped = escapedBrackets(text, source);
  const pieces: PhrasingContent[] = [];
  const positionOf = (from: number, to: number) =>
    text.position && { start: pointIn(text, from), end: pointIn(text, to) };
  let from = 0;
  const addWords = (to: number) => {
    if (to > from) pieces.push({ type: 'text', value: text.value.slice(from, to), position: positionOf(from, to) });
  };
  for (const { 0: value, index } of text.value.matchAll(pattern)) {
    if (escaped[text.value.slice(0, index).split('[').length - 1]) continue;
    addWords(index);
    from = index + value.length;
    const keys = value.match(new RegExp(key, 'gu'))!.map((each) => each.slice(1));
    pieces.push({ type: 'citation', value, keys, position: positionOf(index, from) });
  }
  addWords(text.value.length);
  return pieces;
}

/** For each `[` of a text, whether a backslash stands before it in the source. */
function escapedBrackets({ position }: Text, source: string): boolean[] {
  if (position?.start.offset === undefined) return [];
  const raw = source.slice(position.start.offset, position.end.offset);
  return [...raw.matchAll(/\\?\[/gu)].map(([bracket]) => bracket.length > 1);
}

/** The line is exact; the column counts escapes and entities of the same text as one letter. */
function pointIn(text: Text, index: number): Point {
  const start = text.position!.start;
  const before = text.value.slice(0, index).split('\n');
  return {
    line: start.line + before.length - 1,
    column: (before.length === 1 ? start.column : 1) + before.at(-1)!.length,
  };
}
