import type { ElementContent, Properties } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import type { I18n } from '#platform/i18n/i18n.ts';
import { toHtml, toInlineHtml, type Handlers, type HtmlOptions, type SanitizedHtml } from '#platform/markdown/html.ts';
import { parseMarkdown, plainText, type MarkdownNode, type TextDirective } from '#platform/markdown/markdown.ts';
import { claimOf, rankMeasureOf, termOf } from './text.ts';
import { arrangePhrases } from './text-phrasing.ts';
import { sourceAnchor, type Citations } from './citations.ts';
import { claimText, type ClaimNumbers } from './claim-text.ts';

/** A glossary entry in one language; `language` if it is not the page's. */
export interface TermMeaning {
  term: string;
  means: string;
  language?: string;
}

/** What the texts of one page share. Make one for a page, and render in the order in which it is read. */
export interface TextContext {
  i18n: I18n;
  citations: Citations;
  /** By its id, or by `other-condition/id`. */
  claim(reference: string): ClaimNumbers | undefined;
  term(id: string): TermMeaning | undefined;
  /** How common the condition is among others, in words, and the page that says from which counts. */
  rank?(measure: string): { text: string; href: string } | undefined;
  conditionSlug: string;
  /** Terms that the page has explained already; a second time they are plain words. */
  readonly explained: Set<string>;
}

export const createTextContext = (parts: Omit<TextContext, 'explained'>): TextContext => ({
  ...parts,
  explained: new Set(),
});

/** Renders blocks. `where`: see `Citations`. */
export const renderBlocks = (nodes: readonly RootContent[], context: TextContext, where: string): SanitizedHtml =>
  toHtml(arrange(nodes, context), htmlOptions(context, where));

/** Renders a short answer or a cell, without a paragraph around it. `where`: see `Citations`. */
export const renderInline = (markdown: string, context: TextContext, where = ''): SanitizedHtml =>
  toInlineHtml(arrange(inlineOf(markdown), context) as PhrasingContent[], htmlOptions(context, where));

type PlainContext = Pick<TextContext, 'i18n' | 'claim' | 'rank' | 'conditionSlug'>;

/** The same words for places without markup: no citations, no explanations. */
export const plainInline = (markdown: string, context: PlainContext): string =>
  plainWords({ type: 'paragraph', children: inlineOf(markdown) }, context).replace(/\s+/gu, ' ');

/** The same of a block of a text. */
export function plainWords(node: MarkdownNode, context: PlainContext): string {
  const text = plainText(node, (each) => {
    if (each.type === 'citation') return undefined;
    if (each.name === 'rank') return context.rank?.(rankMeasureOf(each))?.text ?? '';
    if (each.name !== 'claim') return undefined;
    const { id, show } = claimOf(each);
    const claim = findClaim(id, context);
    return claim ? claimText(claim, show, context.i18n) : '';
  });
  return text.replace(/(?<! ) +(?=[.,;:!?)])/gu, '').trim();
}

function inlineOf(markdown: string): PhrasingContent[] {
  const blocks = parseMarkdown(markdown).children;
  return blocks.flatMap((block, index): PhrasingContent[] => {
    const gap: PhrasingContent[] = index > 0 ? [{ type: 'text', value: ' ' }] : [];
    return [
      ...gap,
      ...(block.type === 'paragraph' ? block.children : [{ type: 'text', value: plainText(block) } as const]),
    ];
  });
}

function findClaim(reference: string, { claim, conditionSlug }: PlainContext) {
  const own = `${conditionSlug}/`;
  return claim(reference.startsWith(own) ? reference.slice(own.length) : reference);
}

const allow: HtmlOptions['allow'] = {
  a: [['className', 'cite', 'doubtful', 'entry'], ['id', /^cite-\d+-\d+$/u], 'ariaLabel'],
  span: [['className', 'cites', 'meaning', 'kept'], ['id', /^word-/u], ['popover', 'auto'], 'lang'],
  button: [
    ['className', 'term'],
    ['type', 'button'],
    ['popoverTarget', /^word-/u],
  ],
  b: [],
};

const arrange = (nodes: readonly RootContent[], context: TextContext) =>
  arrangePhrases(nodes, (node) => writeClaim(node, context));

const htmlOptions = (context: TextContext, where: string): HtmlOptions => ({
  handlers: handlersFor(context, where),
  allow,
  path: context.i18n.path,
});

function writeClaim(node: TextDirective, context: TextContext) {
  const { id, show } = claimOf(node);
  const claim = findClaim(id, context);
  if (!claim) return { text: '…', keys: [] };
  return { text: claimText(claim, show, context.i18n), keys: show === 'whole' ? [claim.source] : [] };
}

function handlersFor({ i18n, citations, term, rank, explained }: TextContext, where: string): Handlers {
  return {
    citation(_, { keys }: { keys: string[] }) {
      const marks = [...new Set(keys)].flatMap((key) => {
        const mark = citations.cite(key, where);
        if (!mark) return [];
        const { doubt } = mark;
        const number = i18n.t('answers.source-number', { number: mark.number });
        const label = doubt ? `${number}, ${i18n.t(`sources.${doubt}`)}` : number;
        const properties = {
          className: doubt ? ['cite', 'doubtful'] : ['cite'],
          href: `#${sourceAnchor(mark.number)}`,
          id: mark.anchorId,
          ariaLabel: label,
        };
        return [
          element('a', properties, [
            words(`[${i18n.number(mark.number)}${doubt ? ` ${i18n.t(`sources.${doubt}`)}` : ''}]`),
          ]),
        ];
      });
      // The word joiner keeps a mark on the line of the word that it stands by.
      return marks.length > 0 ? element('span', { className: ['cites'] }, [words('\u2060'), ...marks]) : undefined;
    },
    textDirective(state, node: TextDirective) {
      if (node.name === 'rank') {
        const place = rank?.(rankMeasureOf(node));
        return place ? element('a', { href: place.href }, [words(place.text)]) : words('…');
      }
      const id = termOf(node);
      const meaning = node.name === 'term' ? term(id) : undefined;
      if (!meaning || explained.has(id)) return state.all(node);
      explained.add(id);
      const anchor = `word-${id}`;
      const lang = meaning.language ? { lang: meaning.language } : {};
      return [
        element('button', { className: ['term'], type: 'button', popoverTarget: anchor }, [words(plainText(node))]),
        element('span', { className: ['meaning'], id: anchor, popover: 'auto', ...lang }, [
          element('b', {}, [words(meaning.term)]),
          words(meaning.means),
          words(' '),
          element('a', { className: ['entry'], href: i18n.path(`/glossary#word-${id}`) }, [
            words(i18n.t('glossary.entry')),
          ]),
        ]),
      ];
    },
  };
}

const words = (value: string): ElementContent => ({ type: 'text', value });
const element = (tagName: string, properties: Properties, children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children,
});
