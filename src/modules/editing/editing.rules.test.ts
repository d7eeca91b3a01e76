import type { Claim } from '#modules/knowledge/index.ts';
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

  test('a line that one emptied and the other took out is theirs to decide', () => {
    expect(merge('a\nc', '\nc', 'c')).toBeUndefined();
    expect(merge('a\nc', 'c', '\nc')).toBeUndefined();
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

describe('numbers of a form', () => {
  const [claim] = stillness.claims;
  const name = (field: string) => `claim.${claim!.id}.${field}`;
  const read = (form: Record<string, string>, { added = [] as Claim[], readNew = true } = {}) =>
    readClaims(
      { claims: stillness.claims, added, form, readNew },
      { isSource: (key) => key === claim!.source || key === 'new2020', thisYear: 2026 },
    );
  const whole = {
    'claim.+.measure': 'incidence',
    'claim.+.unit': 'per-100000',
    'claim.+.value': '1,5',
    'claim.+.year': '2020',
    'claim.+.source': 'new2020',
    'claim.+.about.en': 'All adults',
    'claim.+.who': 'adults',
    'claim.+.place.en': 'Spain',
  };

  test('a number is changed as a number, or not at all', () => {
    expect(read({})).toEqual({ changes: {}, problems: [] });
    const changed = read({ [name('value')]: '17,1' });
    expect(changed.problems).toEqual([]);
    expect(changed.changes[claim!.id]!.now.value).toBe(17.1);
    for (const [field, typed, problem] of [
      ['value', 'many', 'not-a-number'],
      ['low', '40', 'refused'],
      ['source', 'nobody1999', 'no-source'],
      ['year', '2027', 'year-ahead'],
      ['about.en', '', 'refused'],
      ['unit', 'ratio', 'refused'],
    ] as const) {
      const wrong = read({ [name(field)]: typed });
      expect(wrong.problems, field).toEqual([expect.objectContaining({ id: claim!.id, field, problem })]);
      expect(wrong.changes, field).toEqual({});
    }
  });

  test('what a number is a number of is changed, too: place, people, measure', () => {
    const { changes, problems } = read({
      [name('place.en')]: 'Norway',
      [name('who')]: 'adults',
      [name('form')]: 'focal',
    });
    expect(problems).toEqual([]);
    expect(changes[claim!.id]!.now).toMatchObject({
      ...claim,
      place: { ...claim!.place, en: 'Norway' },
      counted: { who: 'adults', form: 'focal' },
    });
    expect(changes[claim!.id]!.before).toEqual(claim);
  });

  test('a new number is whole, has a name that nobody else has, and goes on being new', () => {
    const { changes, problems } = read(whole);
    expect(problems).toEqual([]);
    const added = changes['incidence-new2020']!;
    expect(added).toMatchObject({ before: null, now: { value: 1.5, counted: { who: 'adults' }, interval: null } });
    expect(Object.keys(read(whole, { added: [added.now] }).changes)).toEqual([
      'incidence-new2020',
      'incidence-new2020-2',
    ]);
    const again = read({ 'claim.incidence-new2020.value': '2' }, { added: [added.now] });
    expect(again.changes['incidence-new2020']).toMatchObject({ before: null, now: { value: 2 } });
  });

  test('a number that is only half there is not taken, and says where; while it is typed it says nothing', () => {
    expect(read({ ...whole, 'claim.+.place.en': '' }).problems).toEqual([
      expect.objectContaining({ id: '+', field: 'place.en' }),
    ]);
    expect(read({ ...whole, 'claim.+.value': '' }).problems).toEqual([expect.objectContaining({ field: 'value' })]);
    expect(read(whole, { readNew: false })).toEqual({ changes: {}, problems: [] });
    // lists have a choice from the start: that alone is no number
    expect(read({ 'claim.+.measure': 'incidence', 'claim.+.unit': 'percent' })).toEqual({ changes: {}, problems: [] });
  });
});
