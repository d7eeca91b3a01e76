import type { RootContent } from 'mdast';
import type { I18n } from '#platform/i18n/i18n.ts';
import { plainText, type MarkdownNode } from '#platform/markdown/markdown.ts';
import { claimText, type ClaimNumbers } from './claim-text.ts';
import { claimOf, termOf } from './text.ts';

/** A sentence that names a source or a glossary term, as plain words. */
export interface Quote {
  kind: 'source' | 'term';
  key: string;
  sentence: string;
}

interface QuoteContext {
  /** In the language of the text. */
  i18n: I18n;
  /** By its id, or by `other-condition/id`. */
  claim(reference: string): ClaimNumbers | undefined;
}

type Named = Pick<Quote, 'kind' | 'key'>;

/** Stand for what a sentence names, one private-use letter each, so that a sentence can be cut out with its names. */
const firstMark = 0xf0000;
const marks = /[\u{F0000}-\u{FFFFD}]/gu;
const leadingMarks = /^[\s\u{F0000}-\u{FFFFD}]+/u;

/**
 * Every sentence of a text that names a source (itself, or by a claim) or a term; each once for each name.
 * With `whole`, a paragraph is quoted whole: the sources of a table's cell stand for all of it.
 */
export function quotesIn(
  nodes: readonly RootContent[],
  context: QuoteContext,
  { whole = false }: { whole?: boolean } = {},
): Quote[] {
  const quotes = nodes.flatMap(paragraphsOf).flatMap((paragraph) => {
    const named: Named[] = [];
    const text = wordsOf(paragraph, context, named);
    const sentences = whole ? [text] : sentencesOf(text, context.i18n.language);
    return sentences.flatMap((sentence) => {
      const plain = tidy(sentence);
      return Array.from(sentence.matchAll(marks), ([mark]) => ({
        ...named[mark.codePointAt(0)! - firstMark]!,
        sentence: plain,
      }));
    });
  });
  return [...new Map(quotes.map((quote) => [`${quote.kind} ${quote.key} ${quote.sentence}`, quote])).values()];
}

/** What is read as one: a paragraph, a row of a table. */
function paragraphsOf(node: MarkdownNode): MarkdownNode[] {
  if (node.type === 'paragraph' || node.type === 'tableRow') return [node];
  return 'children' in node ? node.children.flatMap(paragraphsOf) : [];
}

function wordsOf(node: MarkdownNode, { i18n, claim }: QuoteContext, named: Named[]): string {
  const mark = (name: Named) => String.fromCodePoint(firstMark + named.push(name) - 1);
  const words = (each: MarkdownNode): string =>
    plainText(each, (part) => {
      if (part.type === 'citation') return part.keys.map((key) => mark({ kind: 'source', key })).join('');
      if (part.name === 'term')
        return plainText({ type: 'paragraph', children: part.children }) + mark({ kind: 'term', key: termOf(part) });
      if (part.name !== 'claim') return '…';
      const { id, show } = claimOf(part);
      const found = claim(id);
      return found ? claimText(found, show, i18n) + mark({ kind: 'source', key: found.source }) : '…';
    });
  return node.type === 'tableRow' ? node.children.map(words).join(' · ') : words(node);
}

/** Cut by Unicode's rules; a mark behind a full stop belongs to the sentence before it. */
function sentencesOf(text: string, language: string): string[] {
  const cut = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map((each) => each.segment);
  return cut.reduce<string[]>((sentences, segment) => {
    const late = sentences.length > 0 ? (leadingMarks.exec(segment)?.[0] ?? '') : '';
    if (late) sentences[sentences.length - 1] += late;
    if (segment.length > late.length) sentences.push(segment.slice(late.length));
    return sentences;
  }, []);
}

const tidy = (sentence: string): string =>
  sentence
    .replace(marks, '')
    .replace(/\s+/gu, ' ')
    .replace(/ +(?=[.,;:!?…)])/gu, '')
    .trim();
