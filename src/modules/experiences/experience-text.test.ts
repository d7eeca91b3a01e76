import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectHarmless, hostileMarkdown } from '#platform/markdown/hostile.fixtures.ts';
import { cleanText } from './clean-text.ts';
import { toExperienceHtml } from './experience-text.ts';

describe('What somebody writes becomes', () => {
  test('paragraphs, lists, quotes, bold and slanted words, and new lines that stay', () => {
    expect(toExperienceHtml('One\ntwo\n\n**bold** and *slanted*')).toBe(
      '<p>One<br>\ntwo</p>\n<p><strong>bold</strong> and <em>slanted</em></p>',
    );
    expect(toExperienceHtml('- a\n- b')).toContain('<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
    expect(toExperienceHtml('> said she')).toContain('<blockquote>\n<p>said she</p>\n</blockquote>');
  });

  test('nothing that leads away, shouts, or draws: their letters are shown', () => {
    expect(toExperienceHtml('# Big')).toBe('<p><strong>Big</strong></p>');
    expect(toExperienceHtml('[buy](https://spam.example)')).toBe('<p>[buy](https://spam.example)</p>');
    expect(toExperienceHtml('see https://spam.example now')).toBe('<p>see https://spam.example now</p>');
    expect(toExperienceHtml('![x](https://a.example/p.png)')).not.toContain('<img');
    expect(toExperienceHtml('| a | b |\n| - | - |\n| 1 | 2 |')).not.toContain('<table');
    expect(toExperienceHtml('    pasted, indented')).toBe('<p>pasted, indented</p>');
  });

  test('the letters that were typed, where somebody writes what looks like code', () => {
    expect(toExperienceHtml('pain <3 and a:b and [@me]')).toBe('<p>pain &#x3C;3 and a:b and [@me]</p>');
    expect(toExperienceHtml('<script>alert(1)</script>')).not.toContain('<script');
  });
});

test('no text harms a reader, whatever it is made of', () => {
  fc.assert(fc.property(hostileMarkdown, (text) => expectHarmless(toExperienceHtml(cleanText(text)))));
});

test.each([
  ['nested quotes', '>'.repeat(5000)],
  ['nested lists', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
  ['open emphasis', '*a **a '.repeat(1500)],
  ['open brackets', '['.repeat(6000)],
  ['backticks', '`'.repeat(12_000)],
])('a bomb of %s is shown, and stops nobody', (_what, bomb) => {
  expectHarmless(toExperienceHtml(bomb));
});
