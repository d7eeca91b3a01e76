import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClaims } from './claim-form.ts';
import { editingPolicy, refusalOf } from './editing.policy.ts';
import { merge } from './merge.ts';
import { stateAfter, type ProposalState, type Step } from './proposal.ts';
import { respelled, slipsOfThePen } from './slip-of-the-pen.ts';
import { readPasted } from './source-paste.ts';
import { stillness } from '#support/knowledge.ts';

describe('two changes of one text', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd'), { maxLength: 12 }).map((all) => all.join('\n'));

  test('who changed nothing gets what the other wrote', () => {
    fc.assert(
      fc.property(lines, lines, (base, text) => {
        expect(merge(base, base, text)).toBe(text);
        expect(merge(base, text, base)).toBe(text);
        expect(merge(base, text, text)).toBe(text);
      }),
    );
  });

  test('it does not matter who comes first', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, mine, theirs) => {
        expect(merge(base, mine, theirs)).toBe(merge(base, theirs, mine));
      }),
    );
  });

  test('one takes a line out and the other empties it: a person decides', () => {
    expect(merge('b\na', 'a', '\na')).toBeUndefined();
    expect(merge('b\na', '\na', 'a')).toBeUndefined();
  });

  test('changes of two paragraphs are both kept', () => {
    const paragraphs = fc.uniqueArray(fc.string({ minLength: 1, unit: fc.constantFrom(...'abcdefgh') }), {
      minLength: 2,
    });
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (all, one, other) => {
        const [first, second] = [one % all.length, other % all.length];
        fc.pre(first !== second);
        const changed = (...at: number[]) =>
          all.map((each, index) => (at.includes(index) ? `${each} new` : each)).join('\n\n');
        expect(merge(changed(), changed(first), changed(second))).toBe(changed(first, second));
      }),
    );
  });

  test('two changes of one line are left to a person', () => {
    expect(merge('The hand shakes.', 'The hand shakes at rest.', 'The hands shake.')).toBeUndefined();
  });
});

describe('a slip of the pen', () => {
  const text = 'The muscels pull the head to one side, and it is not a choise [@albanese2013]. It takes 3 months.';
  test.each([
    ['a few letters', text.replace('muscels', 'muscles').replace('choise', 'choice'), ['muscels', 'choise']],
    ['a comma and a capital', text.replace('side, and', 'side and').replace('The', 'the'), []],
    ['an accent', 'Está aqui.', 'Está aquí.', []],
    ['a word that stood twice', 'The the head turns.', 'The head turns.', []],
  ])('is %s', (_what, ...rest) => {
    const words = rest.pop() as string[];
    const [before, now] = rest.length === 2 ? (rest as [string, string]) : [text, rest[0] as string];
    const changes = slipsOfThePen(before, now);
    expect(changes && respelled(changes)).toEqual(words);
  });

  test.each([
    ['a “not” that goes', text.replace('not ', '')],
    ['a “not” that turns', text.replace('not', 'now')],
    ['a number', text.replace('3', '8')],
    ['another source', text.replace('2013', '2015')],
    ['another word', text.replace('head', 'shoulder')],
    ['one word more', text.replace('The', 'The neck’s')],
    ['markup', text.replace('one side', '**one side**')],
    ['a line', text.replace('. It', '.\n\nIt')],
    ['more than a few words', 'aa bb cc dd ee ff gg'.replaceAll(/(\w)\w/gu, '$1x')],
  ])('is never %s', (_what, now) => {
    const before = now.startsWith('ax') ? 'aa bb cc dd ee ff gg' : text;
    expect(slipsOfThePen(before, now)).toBeUndefined();
  });
});

describe('what may come before readers', () => {
  test('nothing is published as reviewed without a signature by somebody who wrote none of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c')),
        fc.option(fc.record({ accountId: fc.option(fc.constantFrom('a', 'b', 'c')) }), { nil: undefined }),
        (authorIds, signedBy) => {
          const refusal = refusalOf('review', { authorIds, signedBy, isSlip: true, why: 'because' });
          const independent =
            signedBy !== undefined && !(signedBy.accountId !== null && authorIds.includes(signedBy.accountId));
          expect(refusal === undefined).toBe(independent);
        },
      ),
    );
  });

  test('a proposal is published by an approval, or by its author from the draft; never twice', () => {
    const steps: Step[] = [
      'write', 'submit', 'publish-typo', 'publish-urgent', 'put-aside', 'bring-back', 'reopen', 'approve', 'take-back',
    ]; // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (taken) => {
        let state: ProposalState = 'draft';
        for (const step of taken) {
          const next = stateAfter(state, step);
          if (!next) continue;
          if (next === 'published')
            expect(`${state} ${step}`).toMatch(/^(submitted approve|draft publish-(typo|urgent))$/u);
          if (state === 'published') expect(step).toBe('take-back');
          state = next;
        }
      }),
    );
  });

  test('editors, reviewers and stewards write; members and moderators do not', () => {
    const may = (...staff: ('editor' | 'reviewer' | 'steward' | 'moderator')[]) =>
      editingPolicy.write({ staff, accountId: 'a' });
    expect([may('editor'), may('reviewer'), may('steward'), may('moderator'), may()]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(editingPolicy.putAside({ staff: ['editor'], accountId: 'a' }, { authorId: 'b' })).toBe(false);
  });
});

describe('a pasted source', () => {
  test('is read from a reference as journals print it', () => {
    const pasted =
      'Albanese A, Bhatia K, Bressman SB, et al. Phenomenology and classification of dystonia: a consensus update. Mov Disord. 2013;28(7):863-73. doi:10.1002/mds.25475. PMID: 23649720';
    expect(readPasted(pasted, new Set(['albanese2013']))).toEqual({
      sources: [
        {
          id: 'albanese2013a',
          type: 'article-journal',
          title: 'Phenomenology and classification of dystonia: a consensus update',
          author: [
            { family: 'Albanese', given: 'A' },
            { family: 'Bhatia', given: 'K' },
            { family: 'Bressman', given: 'SB' },
          ],
          'container-title': 'Mov Disord',
          issued: { 'date-parts': [[2013]] },
          DOI: '10.1002/mds.25475',
          PMID: '23649720',
        },
      ],
    });
  });

  test('is taken from CSL-JSON, without what no page prints', () => {
    const csl = JSON.stringify([
      {
        id: 'http://zotero.example/1',
        type: 'book',
        title: 'A book',
        abstract: 'Long',
        issued: { 'date-parts': [['2020']] },
        author: [{ family: 'Ó Súil', given: 'X' }],
      },
    ]);
    expect(readPasted(csl, new Set())).toEqual({
      sources: [
        {
          id: 'osuil2020',
          type: 'book',
          title: 'A book',
          issued: { 'date-parts': [[2020]] },
          author: [{ family: 'Ó Súil', given: 'X' }],
        },
      ],
    });
  });

  test.each([
    ['', 'empty'],
    ['[{', 'not-json'],
    ['{"type":"poem","title":"x"}', 'not-csl'],
    ['10.1002/mds.25475', 'only-id'],
  ])('%s is refused with a reason', (pasted, problem) => {
    expect(readPasted(pasted, new Set())).toMatchObject({ problem });
  });
});

test('a number is changed as a number, or not at all', () => {
  const [claim] = stillness.claims;
  const name = (field: string) => `claim.${claim!.id}.${field}`;
  expect(readClaims(stillness.claims, {})).toEqual({ changes: {}, problems: [] });
  const changed = readClaims(stillness.claims, { [name('value')]: '17,1' });
  expect(changed.problems).toEqual([]);
  expect(changed.changes[claim!.id]!.now.value).toBe(17.1);
  expect(readClaims(stillness.claims, { [name('value')]: 'many' }).problems[0]).toMatchObject({
    problem: 'not-a-number',
  });
  expect(readClaims(stillness.claims, { [name('low')]: '40' }).problems[0]).toMatchObject({
    problem: 'refused',
    field: 'low',
  });
});
