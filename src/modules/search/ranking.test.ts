import { describe, expect, test } from 'vitest';
import { likenessOf, rankConditions, type Asked, type NameRow } from './ranking.ts';
import { fold, wordsOf } from './words.ts';

const asked = (typed: string, language = 'en'): Asked => ({
  typed,
  folded: fold(typed),
  words: wordsOf(typed),
  code: false,
  language,
});
const row = (name: string, more: Partial<NameRow> = {}): NameRow => ({
  conditionId: name,
  language: 'en',
  kind: 'synonym',
  name,
  words: wordsOf(name).join(' '),
  written: false,
  ...more,
});
const likeness = (typed: string, name: string) => likenessOf(asked(typed), row(name));

describe('Nearer than the next', () => {
  test.each([
    [
      'essential tremor',
      ['essential tremor', 'Essential  Tremor!', 'tremor, essential', 'essential tremor 1', 'Holmes tremor'],
    ],
    ['Dündar syndrome', ['Dündar syndrome', 'Dundar syndrome', 'Dandar syndrome', 'Bandar syndrome']],
    ['distonia', ['distonia', 'dystonia', 'dystonias of the neck', 'ataxia of the neck']],
    ['spinocerebelar ataxia 2', ['spinocerebellar ataxia 2', 'spinocerebellar ataxia 3', 'ataxia 3']],
    ['cervical dys', ['cervical dystonia', 'cervical dystonia of childhood', 'cervical cancer']],
    ['Parkinson disease', ['Parkinsons disease', 'Parkinson syndrome', 'Wilson disease']],
  ])('to "%s" are, in this order, %j', (typed, names) => {
    const measured = names.map((name) => likeness(typed, name));
    expect(measured).toEqual([...measured].sort((a, b) => b - a));
    expect(new Set(measured).size).toBe(names.length);
  });
});

test('a likeness lies between nothing and the same', () => {
  expect(likeness('dystonia', 'dystonia')).toBe(1);
  expect(likeness('dystonia', 'hiccups')).toBe(0);
  expect(likeness('blepharospasm', 'blefarospasmo')).toBeGreaterThan(0.7);
});

test('what is only begun is not taken for what begins otherwise', () => {
  expect(likeness('dys', 'dystonia')).toBeGreaterThan(0.8);
  expect(likeness('dys', 'Parkinson disease')).toBeLessThan(0.5);
  expect(likeness('distoni', 'dystonia')).toBeGreaterThan(0.5);
});

describe('Of conditions that are called the same', () => {
  const ids = (rows: NameRow[], of = asked('MDS')) => rankConditions(of, rows).map((hit) => hit.row.conditionId);

  test('all are listed, those written here first, then those whose first name it is', () => {
    const shared = [
      row('MDS', { conditionId: 'synonym' }),
      row('MDS', { conditionId: 'form', kind: 'narrower' }),
      row('MDS', { conditionId: 'written', kind: 'narrower', written: true }),
      row('MDS', { conditionId: 'preferred', kind: 'preferred' }),
    ];
    expect(ids(shared)).toEqual(['written', 'preferred', 'synonym', 'form']);
    expect(ids(shared.toReversed())).toEqual(ids(shared));
  });

  test('each stands once, with its best name, in the reader’s language if it can be', () => {
    const names = [
      row('ataxia', { conditionId: 'a', language: 'es' }),
      row('ataxia', { conditionId: 'a', language: 'en' }),
      row('ataxia of childhood', { conditionId: 'a' }),
    ];
    const [hit, ...others] = rankConditions(asked('ataxia', 'en'), names);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ row: { language: 'en', name: 'ataxia' } });
    expect(rankConditions(asked('ataxia', 'es'), names)[0]).toMatchObject({ row: { language: 'es' } });
  });
});
