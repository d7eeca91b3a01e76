import fc from 'fast-check';
import { expect } from 'vitest';

/** Markdown and HTML that people and machines have tried on such parsers, mixed with anything. */
export const hostileMarkdown = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<svg/onload=alert(1)>',
        '<a href="javascript:alert(1)">',
        '<style>*{}</style>',
        '<!--',
        '-->',
        '<![CDATA[',
        '&lt;script&gt;',
        '&#x3C;b&#x3E;',
        '"><b>',
        "'",
      ),
      fc.constantFrom(
        '[a](javascript:alert(1))',
        '[a](<java\nscript:x>)',
        '[a](vbscript:x "onclick=")',
        '![a](data:image/svg+xml,x)',
        '<javascript:x>',
        '<https://a.b/"onmouseover=x>',
        '[a]: javascript:x\n',
        '[a]',
        'www.a.b',
        'a@b.c',
      ),
      fc.constantFrom(
        ':term[a]{#b}',
        ':term[<b>]{#"><script>}',
        ':claim[x]',
        ':claim[x]{show=value}',
        '::claims{measure=a}',
        ':::note\n',
        ':::\n',
        '[@a]',
        '[@a; @b]',
        '[',
        ']',
        '{',
        '}',
        '{onclick=x style=y}',
      ),
      fc.constantFrom(
        '\n',
        '\n\n',
        '| a | b |\n| - | - |\n',
        '# ',
        '- ',
        '> ',
        '1. ',
        '*',
        '**',
        '_',
        '`',
        '```\n',
        '    ',
        '[^1]',
        '[^1]: a\n',
        '\\',
        '\u0000',
        '\u2028',
      ),
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
