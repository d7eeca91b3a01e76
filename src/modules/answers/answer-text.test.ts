import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCitations, createTextContext } from '#modules/knowledge/index.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { expectHarmless, hostileMarkdown } from '#platform/markdown/hostile.fixtures.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import { plainAnswer, renderAnswer } from './answer-html.ts';
import { readableText } from './answer-reading.ts';
import { parseAnswer, slugOf } from './answer-text.ts';
import { uncounted } from './readability.ts';

const body = `It comes and goes [@rock2012].

## What happens

The hand waits. Doctors call this :term[overflow]{#overflow}.

:::note
Older pages say :claim[prevalence]{show=value} [@b].
:::

::claims{measure=point-prevalence}

- A rest
- A pause

::look-alikes

## What happens

::axis{#weight}
`;

const i18n = createI18n(createLanguages(), 'en');
const context = () =>
  createTextContext({
    i18n,
    citations: createCitations(new Map(['rock2012', 'b', 'c'].map((key) => [key, {}]))),
    claim: () => ({ value: 16.43, low: null, high: null, unit: 'per-100000', source: 'c' }),
    term: () => ({ term: 'Overflow', means: 'It spills.' }),
    conditionSlug: 'stillness',
  });

describe('The structure of an answer', () => {
  test('is parts under headings, each a row of blocks', () => {
    const parts = parseAnswer(body).parts.map(({ id, title, line, blocks }) => ({
      id,
      title,
      line,
      blocks: blocks.map((block) => `${block.line} ${block.kind}`),
    }));
    expect(parts).toEqual([
      { id: undefined, title: undefined, line: 1, blocks: ['1 prose'] },
      {
        id: 'what-happens',
        title: 'What happens',
        line: 3,
        blocks: ['5 prose', '7 note', '11 claims', '13 prose', '16 look-alikes'],
      },
      { id: 'what-happens-2', title: 'What happens', line: 18, blocks: ['20 axis'] },
    ]);
  });

  test('names every source, term and claim with its place', () => {
    expect(parseAnswer(body)).toMatchObject({
      citations: [
        { id: 'rock2012', line: 1, column: 19 },
        { id: 'b', line: 8 },
      ],
      terms: [{ id: 'overflow', line: 5, column: 35 }],
      claims: [{ id: 'prevalence', show: 'value', line: 8, column: 17 }],
    });
  });

  test('has ids that are words of its titles, and none that the page itself needs', () => {
    expect(slugOf('¿Qué pasa en el cuerpo?')).toBe('que-pasa-en-el-cuerpo');
    expect(slugOf('…')).toBe('part');
    expect(parseAnswer('## Sources\n\nA.').parts[0]?.id).toBe('sources-2');
  });
});

test('A body is rendered from top to bottom, and figures cite in their turn', () => {
  const page = context();
  const parts = renderAnswer(parseAnswer(body), page, (figure) => {
    if (figure.kind === 'claims') page.citations.cite('c', 'figure');
    return figure.kind;
  });
  expect(parts[1]?.blocks.map((block) => (block.kind === 'figure' ? block.figure : block.kind))).toEqual([
    'prose',
    'note',
    'claims',
    'prose',
    'look-alikes',
  ]);
  expect(page.citations.used().map(({ key }) => key)).toEqual(['rock2012', 'b', 'c']);
  expect(page.citations.used()[1]?.anchors).toEqual([{ id: 'cite-2-1', where: 'What happens' }]);
});

test('Words for search hold neither marks nor markup', () => {
  const words = plainAnswer({ short: 'It waits, :claim[prevalence].', body }, [], i18n);
  expect(words.body).toMatch(/^It comes and goes ?\. The hand waits|^It comes and goes/u);
  expect(words.body).not.toMatch(/@|:|\{/u);
});

test('The reading grade is taken from sentences, without headings, tables, terms, claims and the names of the condition', () => {
  const text =
    '## A heading\n\nStillness is slow [@b]. In Quiet hands, :term[overflow]{#o} is :claim[p].\n\n- One rest\n\n| a | b |\n| - | - |\n| c | d |';
  expect(readableText(parseMarkdown(text), ['stillness', 'Quiet hand'])).toBe(
    `${uncounted} is slow. In Quiet hands, ${uncounted} is ${uncounted}.\n\nOne rest`,
  );
});

test('Hostile bodies stay harmless, and read the same each time', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(hostileMarkdown, (markdown) => {
      const render = () => renderAnswer(parseAnswer(markdown), context(), (figure) => figure.kind);
      const parts = render();
      for (const { blocks } of parts)
        for (const block of blocks) if (block.kind !== 'figure') expectHarmless(block.html);
      expect(render()).toEqual(parts);
      const ids = parts.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 100 },
  );
});
