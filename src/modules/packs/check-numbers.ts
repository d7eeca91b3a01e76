import type { Root } from 'mdast';
import { plainText, type MarkdownNode } from '#platform/markdown/markdown.ts';
import type { PackText } from './check-text.ts';
import type { Faults } from './faults.ts';

/** Stands for a citation or a claim in the plain words of a sentence. */
const backing = '\uE001';
const sentenceEnd = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?:\s*\uE001)*(?=\s+[^\p{Ll}\s]|\s*$)/gu;

/** Digits that are part of a name (TOR1A, B12) are no number. */
const name = /(?<![\p{L}\p{N}-])(?:\p{L}[\p{L}-]*\p{N}|\p{N}+\p{L})[\p{L}\p{N}-]*/gu;
/** In "16.4 in every 100,000 people", the second number is the unit of the first. */
const unit = /(?<=\b(?:in|per|of|every|cada|por)\s)1[0.,\s]*0(?!\p{N})/gu;

/**
 * A sentence with a number in digits holds a claim or a citation; in a short answer the number itself is a claim.
 */
export function checkNumbers(root: Root, text: PackText, faults: Faults): void {
  for (const part of partsOf(root)) {
    const plain = plainText(part, (node) =>
      node.type === 'citation' || node.name === 'claim' ? backing : blank(plainText(node)),
    );
    for (const { sentence, index } of sentencesOf(plain)) {
      const bare = sentence
        .replace(name, blank)
        .replace(unit, (words) => (sentence.includes(backing) ? blank(words) : words));
      const digit = /\p{N}/u.exec(bare);
      if (!digit || (text.kind !== 'short' && part.type !== 'heading' && sentence.includes(backing))) continue;
      const line = (part.position?.start.line ?? 1) + plain.slice(0, index + digit.index).split('\n').length - 1;
      const words =
        /[\p{L}\p{N}.,%-]*$/u.exec(bare.slice(0, digit.index))![0] +
        /^[\p{L}\p{N}.,%-]*/u.exec(bare.slice(digit.index))![0];
      faults.add(text.file, text.placeOf({ line }, words), reasonFor(text, part, words.replace(/[.,]$/u, '')));
    }
  }
}

function reasonFor({ kind }: PackText, part: MarkdownNode, words: string): string {
  if (part.type === 'heading')
    return `A heading holds no number (“${words}”). Say it in the text below, with its source.`;
  if (kind === 'short')
    return `The number “${words}” is not a claim. Write it in condition.yaml and use \`:claim[…]\`.`;
  return `The sentence with “${words}” has no source. Add \`[@key]\` before its full stop, or make the number a \`:claim[…]\`.`;
}

const blank = (words: string) => words.replace(/[^\n]/gu, ' ');

/** What is read as one: a paragraph, a heading, a row of a table. */
function partsOf(node: MarkdownNode): MarkdownNode[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') return [node];
  return 'children' in node ? node.children.flatMap(partsOf) : [];
}

function sentencesOf(plain: string): { sentence: string; index: number }[] {
  const ends = [...plain.matchAll(sentenceEnd)].map(({ 0: end, index }) => index + end.length);
  return [0, ...ends].map((start, count) => ({ sentence: plain.slice(start, ends[count]), index: start }));
}
