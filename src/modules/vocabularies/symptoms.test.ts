import { expect, test } from 'vitest';
import { nameOfSymptom, symptomsFrom, type SymptomRow } from './symptoms.ts';

const row = (more: Partial<SymptomRow>): SymptomRow => ({
  part: 'hpo/annotations',
  symptomId: 'HP:0000001',
  excluded: false,
  low: null,
  high: null,
  seen: null,
  examined: null,
  ...more,
});

test('Orphanet’s class stands before what reports counted', () => {
  const rows = [row({ seen: 1, examined: 9, low: 11, high: 11 }), row({ part: 'orphanet/packets', low: 80, high: 99 })];
  expect(symptomsFrom(rows)).toEqual([{ id: 'HP:0000001', band: 'most' }]);
});

test('counts of several reports are added up', () => {
  const rows = [row({ seen: 2, examined: 4, low: 50, high: 50 }), row({ seen: 4, examined: 5, low: 80, high: 80 })];
  expect(symptomsFrom(rows)).toEqual([{ id: 'HP:0000001', band: 'many', counted: { seen: 6, examined: 9 } }]);
});

test('one of one is not everyone', () => {
  expect(symptomsFrom([row({ seen: 1, examined: 1, low: 100, high: 100 })])).toEqual([
    { id: 'HP:0000001', band: 'unknown', counted: { seen: 1, examined: 1 } },
  ]);
});

test('everyone among a few is not everyone there is', () => {
  expect(symptomsFrom([row({ seen: 5, examined: 5, low: 100, high: 100 })])[0]!.band).toBe('most');
  expect(symptomsFrom([row({ low: 100, high: 100 })])[0]!.band).toBe('all');
});

test('what people do not have is told apart from what nobody counted', () => {
  expect(symptomsFrom([row({ excluded: true })])[0]!.band).toBe('none');
  expect(symptomsFrom([row({})])[0]!.band).toBe('unknown');
});

test('a symptom is called by the shortest everyday word, and by its medical name once', () => {
  const statements = [
    { part: 'hpo/ontology', content: { label: 'Bradykinesia', plain: ['Slow movements', 'Slowness of movements'] } },
    { part: 'hpo/labels-es', content: { label: 'Bradicinesia' } },
  ];
  expect(nameOfSymptom(statements, 'en')).toEqual({
    plain: { text: 'Slow movements', language: 'en' },
    medical: { text: 'Bradykinesia', language: 'en' },
  });
  expect(nameOfSymptom(statements, 'es')).toEqual({ plain: { text: 'Bradicinesia', language: 'es' } });
  expect(nameOfSymptom([{ part: 'hpo/ontology', content: { label: 'Tremor', plain: ['tremor'] } }], 'en')).toEqual({
    plain: { text: 'tremor', language: 'en' },
  });
  expect(nameOfSymptom([], 'en')).toBeUndefined();
});

test('everyday words that hurt are not said', () => {
  const content = { label: 'Intellectual disability', plain: ['Low intelligence', 'Mental deficiency'] };
  expect(nameOfSymptom([{ part: 'hpo/ontology', content }], 'en')).toEqual({
    plain: { text: 'Intellectual disability', language: 'en' },
  });
});
