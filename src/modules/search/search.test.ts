import { expect, test } from 'vitest';
import { fold, likenessOf, runsOfWords } from './search.ts';

test.each([
  ['  Distonía ', 'distonia'],
  ["Parkinson's disease", 'parkinsons disease'],
  ['Parkinson’s disease', 'parkinsons disease'],
  ['DYT-TOR1A', 'dyt tor1a'],
  ['MONDO:0003441', 'mondo:0003441'],
  ['¿Qué es?', 'que es'],
])('%s is compared as "%s"', (text, folded) => expect(fold(text)).toBe(folded));

test('a name is looked for inside a question, longest run of words first', () => {
  expect(runsOfWords('what is essential tremor')).toEqual([
    'what is essential tremor',
    'what is essential',
    'is essential tremor',
    'what is',
    'is essential',
    'essential tremor',
    'what',
    'essential',
    'tremor',
  ]);
});

test('the same letters win over a beginning, a beginning over a word inside, a word inside over a likeness', () => {
  const score = (folded: string, similarity = 0) =>
    likenessOf('dystonia', { folded, kind: 'synonym', similarity, wordSimilarity: similarity });
  expect(score('dystonia')).toBe(1);
  expect(score('dystonia')).toBeGreaterThan(score('dystonia of the neck'));
  expect(score('dystonia of the neck')).toBeGreaterThan(score('cervical dystonia'));
  expect(score('cervical dystonia')).toBeGreaterThan(score('distonia', 0.9));
});
