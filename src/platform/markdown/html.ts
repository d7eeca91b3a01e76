import type { Element, ElementContent, Root } from 'hast';
import type { Link, PhrasingContent, RootContent, Table } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { unified } from 'unified';
import { plainText } from './markdown.ts';

declare const sanitized: unique symbol;
/** HTML that went through the sanitizer: the only HTML that a view may write unescaped. */
export type SanitizedHtml = string & { readonly [sanitized]: true };

export type Handlers = NonNullable<RehypeOptions['handlers']>;
type State = Parameters<NonNullable<Handlers['text']>>[0];

/** What a text may become. Attributes are listed one by one: no style, no event handler, no other class. */
const schema = {
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
  clobber: [],
  required: {},
  tagNames: [
    'p',
    'br',
    'strong',
    'em',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'h3',
    'h4',
    'h5',
    'h6',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'span',
  ],
  ancestors: { li: ['ul', 'ol'], thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
  attributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    table: [
      ['className', 'stacks'],
      ['role', 'table'],
    ],
    thead: [['role', 'rowgroup']],
    tbody: [['role', 'rowgroup']],
    tr: [['role', 'row']],
    th: [
      ['scope', 'col', 'row'],
      ['role', 'columnheader', 'rowheader'],
      ['className', 'number'],
    ],
    td: [['role', 'cell'], 'dataLabel', ['className', 'number']],
  },
  protocols: { href: ['http', 'https'] },
} satisfies Schema;

export interface HtmlOptions {
  /** How nodes of one's own (citations, directives) become elements. */
  handlers?: Handlers;
  /** Elements and attributes that those need beyond the plain ones. */
  allow?: Record<string, NonNullable<Schema['attributes']>[string]>;
  /** The address of a page of this site in the reader's language. */
  path?: (rootPath: string) => string;
}

/** Turns blocks into sanitized HTML. Raw HTML, images and unknown directives leave nothing but their words. */
export function toHtml(nodes: readonly RootContent[], options: HtmlOptions = {}): SanitizedHtml {
  const blocks = nodes.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
  return sanitizeAndWrite(createTree(blocks, options), options);
}

/** The same for words inside a line: nothing stands around them. */
export function toInlineHtml(nodes: readonly PhrasingContent[], options: HtmlOptions = {}): SanitizedHtml {
  const tree = createTree([{ type: 'paragraph', children: [...nodes] }], options);
  return sanitizeAndWrite(
    { type: 'root', children: tree.children.flatMap((each) => ('children' in each ? each.children : [])) },
    options,
  );
}

function createTree(children: RootContent[], { handlers = {}, path }: HtmlOptions): Root {
  return unified()
    .use(remarkRehype, { handlers: { ...plainHandlers, link: linkHandler(path), ...handlers } })
    .runSync({ type: 'root', children });
}

function sanitizeAndWrite(tree: Root, { allow = plain }: HtmlOptions): SanitizedHtml {
  let writer = writers.get(allow);
  if (!writer) writers.set(allow, (writer = createWriter(allow)));
  return writer.stringify(writer.runSync(tree)) as SanitizedHtml;
}

const plain: NonNullable<HtmlOptions['allow']> = {};

/** By what they let through, which callers keep as a constant: making one takes longer than writing a sentence. */
const writers = new WeakMap<NonNullable<HtmlOptions['allow']>, ReturnType<typeof createWriter>>();

function createWriter(allow: NonNullable<HtmlOptions['allow']>) {
  const attributes: NonNullable<Schema['attributes']> = { ...schema.attributes };
  for (const [name, extra] of Object.entries(allow)) attributes[name] = [...(attributes[name] ?? []), ...extra];
  return unified()
    .use(rehypeSanitize, { ...schema, tagNames: [...schema.tagNames, ...Object.keys(allow)], attributes })
    .use(rehypeStringify)
    .freeze();
}

const nothing = () => undefined;
const words = (state: State, node: Parameters<State['all']>[0]) => state.all(node);

const plainHandlers: Handlers = {
  html: nothing,
  footnoteReference: nothing,
  leafDirective: nothing,
  thematicBreak: nothing,
  containerDirective: words,
  textDirective: words,
  delete: words,
  linkReference: words,
  imageReference: nothing,
  citation: nothing,
  image: (_, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
  table: tableElement,
};

/** A link to elsewhere does not tell that place who sent the reader. Other schemes than http and https are no links. */
function linkHandler(path = (rootPath: string) => rootPath) {
  return (state: State, node: Link): Element | ElementContent[] => {
    const children = state.all(node);
    const link = (properties: Element['properties']): Element => ({
      type: 'element',
      tagName: 'a',
      properties,
      children,
    });
    if (/^https?:\/\/[^/]/iu.test(node.url)) return link({ href: node.url, rel: ['noopener', 'noreferrer'] });
    if (/^\/(?![/\\])/u.test(node.url)) return link({ href: path(node.url) });
    return node.url.startsWith('#') ? link({ href: node.url }) : children;
  };
}

/** The roles keep a table a table for screen readers where narrow pages lay its rows out as lists. */
function tableElement(state: State, node: Table): Element {
  const [head, ...rows] = node.children;
  const labels = head?.children.map((cell) => plainText(cell).trim()) ?? [];
  const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties,
    children,
  });
  const numberClass = (column: number) => (node.align?.[column] === 'right' ? { className: ['number'] } : {});
  const headCells = head?.children.map((cell, column) =>
    labels[column]
      ? element('th', { scope: 'col', role: 'columnheader', ...numberClass(column) }, state.all(cell))
      : element('td', { role: 'cell' }, []),
  );
  const bodyRows = rows.map((row) =>
    element(
      'tr',
      { role: 'row' },
      labels.map((label, column) => {
        const cell = row.children[column];
        const children = cell ? state.all(cell) : [];
        return column === 0
          ? element('th', { scope: 'row', role: 'rowheader' }, children)
          : element('td', { role: 'cell', dataLabel: label, ...numberClass(column) }, [element('span', {}, children)]);
      }),
    ),
  );
  return element('table', { className: ['stacks'], role: 'table' }, [
    element('thead', { role: 'rowgroup' }, [element('tr', { role: 'row' }, headCells ?? [])]),
    element('tbody', { role: 'rowgroup' }, bodyRows),
  ]);
}
