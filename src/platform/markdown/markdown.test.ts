import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHtml, toInlineHtml } from './html.ts';
import { longestMarkdown, markdownTooDeep, markdownTooLong, parseMarkdown, plainText, type MarkdownNode } from './markdown.ts';

const html = (markdown: string) => toHtml(parseMarkdown(markdown).children);

function citationsIn(node: MarkdownNode): { keys: string[]; line?: number; column?: number }[] {
  if (node.type === 'citation') return [{ keys: node.keys, line: node.position?.start.line, column: node.position?.start.column }];
  return 'children' in node ? node.children.flatMap(citationsIn) : [];
}
const citations = (markdown: string) => citationsIn(parseMarkdown(markdown));

describe('A citation', () => {
  test('is found with its keys and its place', () => {
    expect(citations('One [@rock2012].\n\n- Two [@rock2012; @sand-b]\n  and *three [@c]*.')).toEqual([
      { keys: ['rock2012'], line: 1, column: 5 },
      { keys: ['rock2012', 'sand-b'], line: 3, column: 7 },
      { keys: ['c'], line: 4, column: 14 },
    ]);
  });

  test('may stand in a table, in a heading, in a note and across a line', () => {
    expect(citations('| a [@a] |\n| - |\n| b [@b;\n\n# C [@c]\n\n:::note\nD [@d;\n@e].\n:::').map(({ keys }) => keys)).toEqual([['a'], ['c'], ['d', 'e']]);
  });

  test('is none with words in it, or with a backslash before it', () => {
    expect(citations('[see @a], [@a, p. 3], [@], [a@b], \\[@a], [@a](https://example.org)')).toEqual([
      { keys: ['a'], line: 1, column: 43 },
    ].slice(1));
    expect(citations('\\[@a] but [@b]').map(({ keys }) => keys)).toEqual([['b']]);
  });
});

test('A colon inside words is a colon', () => {
  expect(plainText(parseMarkdown('Note:this and 10:30, a:b:c'))).toBe('Note:this and 10:30, a:b:c');
});

test('Plain text keeps words, asks for citations and directives, and puts blocks apart', () => {
  const root = parseMarkdown('# A *b*\n\nC [@d] :term[e]{#f}`g`.\n\n- h\n- i\n\n![j](k.png) <b>l</b>');
  const text = plainText(root, (node) => (node.type === 'citation' ? node.keys.join() : undefined));
  expect(text).toBe('A b\n\nC d eg.\n\nh\n\ni\n\nj l');
});

describe('HTML', () => {
  test('has lists, tables, emphasis and links', () => {
    expect(html('*a* **b**\n\n1. c\n\n> d')).toBe('<p><em>a</em> <strong>b</strong></p>\n<ol>\n<li>c</li>\n</ol>\n<blockquote>\n<p>d</p>\n</blockquote>');
  });

  test('tells no other site where its reader comes from', () => {
    expect(html('[a](https://example.org) [b](/conditions)')).toBe('<p><a href="https://example.org" rel="noopener noreferrer">a</a> <a href="/conditions">b</a></p>');
  });

  test('leads to pages in the language of the reader', () => {
    const tree = parseMarkdown('[b](/conditions)').children;
    expect(toHtml(tree, { path: (path) => `/es${path}` })).toBe('<p><a href="/es/conditions">b</a></p>');
  });

  test('keeps the roles of a table, and labels cells for narrow pages', () => {
    expect(html('| What | Many |\n| - | -: |\n| Hands | 2 |')).toBe(
      '<table class="stacks" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">What</th>' +
        '<th scope="col" role="columnheader" class="number">Many</th></tr></thead><tbody role="rowgroup"><tr role="row">' +
        '<th scope="row" role="rowheader">Hands</th><td role="cell" data-label="Many" class="number"><span>2</span></td></tr></tbody></table>',
    );
  });

  test.for([
    ['a script', '<script>alert(1)</script>', '<p></p>'],
    ['an event', 'a <b onclick="x()">b</b>', '<p>a b</p>'],
    ['a javascript link', '[a](javascript:alert(1))', '<p>a</p>'],
    ['a data link', '[a](data:text/html,b)', '<p>a</p>'],
    ['a link without a scheme', '[a](//example.org) [b](/\\example.org)', '<p>a b</p>'],
    ['an image', '![a](https://example.org/a.png)', '<p>a</p>'],
    ['a title', '[a](/b "c")', '<p><a href="/b">a</a></p>'],
    ['a class on a directive', ':a[b]{.c #d onclick=e}', '<p>b</p>'],
    ['a footnote', 'a[^1]\n\n[^1]: b', '<p>a</p>'],
  ] as const)('leaves out %s', ([, markdown, expected]) => {
    expect(html(markdown).replace('alert(1)', '')).toBe(expected);
  });

  test('inside a line has no paragraph around it', () => {
    const [paragraph] = parseMarkdown('*a* b').children;
    expect(toInlineHtml(paragraph?.type === 'paragraph' ? paragraph.children : [])).toBe('<em>a</em> b');
  });
});

test('What is too long or nested too deeply to be read is refused at once', () => {
  expect(() => parseMarkdown('a'.repeat(longestMarkdown + 1))).toThrow(markdownTooLong().message);
  expect(() => parseMarkdown(`${'> '.repeat(20)}a`)).toThrow(markdownTooDeep().message);
  expect(() => parseMarkdown(Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'))).toThrow(markdownTooDeep().message);
});

/** Markdown and HTML that people and machines have tried on such parsers, mixed with anything. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('<script>', '</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<a href="javascript:alert(1)">', '<style>*{}</style>', '<!--', '-->', '<![CDATA[', '&lt;script&gt;', '&#x3C;b&#x3E;', '"><b>', "'"),
      fc.constantFrom('[a](javascript:alert(1))', '[a](<java\nscript:x>)', '[a](vbscript:x "onclick=")', '![a](data:image/svg+xml,x)', '<javascript:x>', '<https://a.b/"onmouseover=x>', '[a]: javascript:x\n', '[a]', 'www.a.b', 'a@b.c'),
      fc.constantFrom(':term[a]{#b}', ':term[<b>]{#"><script>}', ':claim[x]', ':claim[x]{show=value}', '::claims{measure=a}', ':::note\n', ':::\n', '[@a]', '[@a; @b]', '[', ']', '{', '}', '{onclick=x style=y}'),
      fc.constantFrom('\n', '\n\n', '| a | b |\n| - | - |\n', '# ', '- ', '> ', '1. ', '*', '**', '_', '`', '```\n', '    ', '[^1]', '[^1]: a\n', '\\', '\u0000', '\u2028'),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

const voidElements = new Set(['br']);

/** Every tag closed in order, and none that a reader could be harmed by. */
export function expectHarmless(written: string): void {
  const open: string[] = [];
  for (const [, slash, name, attributes] of written.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)>/gu)) {
    expect(name).not.toMatch(/^(?:script|style|iframe|object|embed|img|svg|form|input|meta|link|base)$/u);
    expect(attributes).not.toMatch(/\son|\sstyle|javascript:|data:|vbscript:/iu);
    if (slash) expect(open.pop()).toBe(name);
    else if (!voidElements.has(name!)) open.push(name!);
  }
  expect(open).toEqual([]);
  expect(written.replace(/<\/?[a-z0-9]+(?:\s+[a-z-]+(?:="[^"]*")?)*>/gu, '')).not.toMatch(/</u);
}

test('No text becomes a script, an event, a style, a dangerous link or broken markup', () => {
  fc.assert(
    fc.property(hostile, (markdown) => {
      expectHarmless(html(markdown));
      expect(html(markdown)).toBe(html(markdown));
    }),
    { numRuns: 500 },
  );
});
