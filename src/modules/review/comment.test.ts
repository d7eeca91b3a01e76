import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer } from '#modules/answers/index.ts';
import { plainText } from '#platform/markdown/markdown.ts';
import { ownOpen, placeComments, quoteOf, type Comment } from './comment.ts';
import { commentsAs } from './comment.policy.ts';
import { allPassages, apart, passagesOf } from './passages.ts';

const passages = (body: string, short = 'Short.') =>
  passagesOf(short, apart(parseAnswer(body)), (node) => plainText(node));
const texts = (body: string) => allPassages(passages(body)).map(({ kind, text }) => `${kind}: ${text}`);

const comment = (changed: Partial<Comment>): Comment => ({
  id: 'a',
  conditionId: 'c',
  answerId: 'b',
  revisionId: 'r1',
  field: 'body',
  passage: 'It waits.',
  text: 'Why?',
  accountId: 'ada',
  authorName: 'Ada Example',
  authorRole: 'reviewer',
  createdAt: new Date('2026-11-30T09:00:00Z'),
  doneAt: null,
  doneBy: null,
  ...changed,
});

describe('What can be commented on', () => {
  test('is the short answer, every heading, paragraph, item of a list and row of a table', () => {
    expect(
      texts(
        'Before.\n\n## What *happens*\n\nIt waits [@a].\n\n### Then\n\n- One\n  - Within\n- Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      ),
    ).toEqual([
      'text: Short.',
      'text: Before.',
      'heading: What happens',
      'text: It waits .',
      'heading: Then',
      'item: One',
      'item: Within',
      'item: Two',
      'item: a b',
      'item: 1 2',
    ]);
  });

  test('stands at one place for each block, so that headings and items are no stops of their own', () => {
    const { parts } = passages('## Title\n\nOne.\n\n### Sub\n\n- a\n- b\n\n## Alone\n\n::look-alikes\n\n## Empty\n');
    expect(
      parts.map(({ heading, blocks }) => [heading?.text, blocks.map((each) => each.map(({ text }) => text))]),
    ).toEqual([
      [undefined, [['Title', 'One.'], [], ['Sub', 'a', 'b']]],
      [undefined, [['Alone']]],
      ['Empty', []],
    ]);
  });

  test('every passage is at one place, and none is lost, whatever the text', () => {
    const line = fc.constantFrom('## H', '### S', 'Words.', '- item\n- other', '> quote', '::look-alikes', '---', '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = apart(parseAnswer(lines.join('\n\n')));
        const found = passagesOf('x', text, (node) => plainText(node));
        const all = allPassages(found);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(found.parts.map(({ blocks }) => blocks.length)).toEqual(text.parts.map(({ blocks }) => blocks.length));
        const wanted = lines.filter((each) => ['## H', '### S', 'Words.', '> quote'].includes(each)).length;
        expect(all.filter(({ kind }) => kind !== 'item')).toHaveLength(wanted + 1);
      }),
    );
  });
});

describe('A comment', () => {
  const now = allPassages(passages('It waits.\n\nIt stays.\n'));

  test('stands at the passage with exactly its words, also in another version and after other white space', () => {
    const { at, open } = placeComments([comment({})], allPassages(passages('New.\n\nIt\nwaits.\n')));
    expect([...at.keys()]).toEqual(['body-2']);
    expect(open).toHaveLength(1);
  });

  test('is told apart where its words are gone, or stand in the other field', () => {
    const gone = comment({ passage: 'It waited.' });
    const elsewhere = comment({ field: 'short' });
    expect(placeComments([gone, elsewhere], now)).toMatchObject({ open: [], changed: [gone, elsewhere] });
  });

  test('that is done stands nowhere, the last one first', () => {
    const [one, two] = ['2026-11-30', '2026-12-01'].map((day) => comment({ id: day, doneAt: new Date(day) }));
    expect(placeComments([one!, two!], now)).toMatchObject({ open: [], changed: [], done: [two, one] });
  });

  test('is in the note if it is the reviewer’s own, open, and about this version', () => {
    const given = [
      comment({}),
      comment({ accountId: 'ben' }),
      comment({ revisionId: 'r2' }),
      comment({ doneAt: new Date() }),
    ];
    expect(ownOpen(given, { accountId: 'ada', revisionId: 'r1' })).toEqual([given[0]]);
  });

  test('quotes the beginning of a long passage, never half a letter', () => {
    expect(quoteOf('It waits.', 9)).toBe('It waits.');
    expect(quoteOf('👩‍⚕️'.repeat(3), 4)).not.toMatch(/[\uD800-\uDBFF]…/u);
    expect([...quoteOf('x'.repeat(400))]).toHaveLength(300);
  });
});

test('Reviewers, editors and stewards comment; nobody else does', () => {
  expect(
    [[], ['moderator'], ['editor'], ['steward', 'reviewer'], ['steward']].map((staff) =>
      commentsAs({ staff: staff as never }),
    ),
  ).toEqual([undefined, undefined, 'editor', 'reviewer', 'steward']);
});
