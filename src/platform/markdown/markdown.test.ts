import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectHarmless, hostileMarkdown } from './hostile.fixtures.ts';
import { toHtml, toInlineHtml } from './html.ts';
import {
  longestMarkdown,
  markdownTooDeep,
  markdownTooLong,
  parseMarkdown,
  plainText,
  type MarkdownNode,
} from './markdown.ts';

const html = (markdown: string) => toHtml(parseMarkdown(markdown).children);

function citationsIn(node: MarkdownNode): { keys: string[]; line?: number; column?: number }[] {
  if (node.type === 'citation')
    return [{ keys: node.keys, line: node.position?.start.line, column: node.position?.start.column }];
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
    expect(
      citations('| a [@a] |\n| - |\n| b [@b] |\n\n# C [@c]\n\n:::note\nD [@d;\n@e].\n:::').map(({ keys }) => keys),
    ).toEqual([['a'], ['b'], ['c'], ['d', 'e']]);
  });

  test('is none with words in it, or with a backslash before it', () => {
    expect(citations('[see @a], [@a, p. 3], [@], [a@b], \\[@a], [@a](https://example.org)')).toEqual([]);
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
    expect(html('*a* **b**\n\n1. c\n\n> d')).toBe(
      '<p><em>a</em> <strong>b</strong></p>\n<ol>\n<li>c</li>\n</ol>\n<blockquote>\n<p>d</p>\n</blockquote>',
    );
  });

  test('tells no other site where its reader comes from', () => {
    expect(html('[a](https://example.org) [b](/conditions)')).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer">a</a> <a href="/conditions">b</a></p>',
    );
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
    ['a script', '<script>a</script>', ''],
    ['a script in a line', 'a <script>b</script>', '<p>a b</p>'],
    ['an event', 'a <b onclick="x()">b</b>', '<p>a b</p>'],
    ['a javascript link', '[a](javascript:alert(1))', '<p>a</p>'],
    ['a data link', '[a](data:text/html,b)', '<p>a</p>'],
    ['a link without a scheme', '[a](//example.org) [b](/\\example.org)', '<p>a b</p>'],
    ['an image', '![a](https://example.org/a.png)', '<p>a</p>'],
    ['a title', '[a](/b "c")', '<p><a href="/b">a</a></p>'],
    ['a class on a directive', ':a[b]{.c #d onclick=e}', '<p>b</p>'],
    ['a footnote', 'a[^1]\n\n[^1]: b', '<p>a</p>'],
  ] as const)('leaves out %s', ([, markdown, expected]) => {
    expect(html(markdown)).toBe(expected);
  });

  test('inside a line has no paragraph around it', () => {
    const [paragraph] = parseMarkdown('*a* b').children;
    expect(toInlineHtml(paragraph?.type === 'paragraph' ? paragraph.children : [])).toBe('<em>a</em> b');
  });
});

test('What is too long or nested too deeply to be read is refused at once', () => {
  expect(() => parseMarkdown('a'.repeat(longestMarkdown + 1))).toThrow(markdownTooLong().message);
  expect(() => parseMarkdown('> a\n\n'.repeat(300))).toThrow(markdownTooLong().message);
  expect(() => parseMarkdown(`${'> '.repeat(20)}a`)).toThrow(markdownTooDeep().message);
  expect(() => parseMarkdown(Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'))).toThrow(
    markdownTooDeep().message,
  );
});

test('No text becomes a script, an event, a style, a dangerous link or broken markup', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(hostileMarkdown, (markdown) => {
      expectHarmless(html(markdown));
      expect(html(markdown)).toBe(html(markdown));
    }),
    { numRuns: 150 },
  );
});

test('A tree is shared by all who parse the same text, so nobody can change it', () => {
  const root = parseMarkdown('One *word* [@a2020].');
  expect(parseMarkdown('One *word* [@a2020].')).toBe(root);
  expect(() => root.children.pop()).toThrow(TypeError);
});
