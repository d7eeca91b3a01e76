import { expect, test } from 'vitest';
import { joinTerms, type JoinTerm } from './join.ts';

const term = (termId: string, ...exact: string[]): JoinTerm => ({
  termId,
  lists: true,
  exact: exact.map((code) => ({
    system: code.startsWith('MONDO:') ? 'MONDO' : code.startsWith('ORPHA:') ? 'ORPHA' : 'OMIM',
    code,
  })),
});
const join = (terms: JoinTerm[], packCodes = {}, conditionOf = {}) => {
  const { groups, ambiguous } = joinTerms({
    terms,
    packCodes: new Map(Object.entries(packCodes)),
    conditionOf: new Map(Object.entries(conditionOf)),
  });
  return {
    groups: groups.map(({ termIds, conditionId }) => [...termIds, ...(conditionId ? [conditionId] : [])]),
    ambiguous,
  };
};

test('a term of Mondo and the term of Orphanet that it means are one condition', () => {
  expect(join([term('MONDO:0000001', 'ORPHA:7'), term('ORPHA:7')]).groups).toEqual([['ORPHA:7', 'MONDO:0000001']]);
});

test('two terms that mean one code of OMIM are one condition, unless a third means it too', () => {
  const two = [term('MONDO:0000001', '100100'), term('ORPHA:7', '100100')];
  expect(join(two).groups).toEqual([['ORPHA:7', 'MONDO:0000001']]);
  expect(join([...two, term('ORPHA:8', '100100')]).groups).toHaveLength(3);
});

test('a term that means two of one vocabulary is joined with neither, and told', () => {
  expect(join([term('MONDO:0000001', 'ORPHA:7', 'ORPHA:8'), term('ORPHA:7'), term('ORPHA:8')])).toEqual({
    groups: [['ORPHA:7'], ['ORPHA:8'], ['MONDO:0000001']],
    ambiguous: ['MONDO:0000001'],
  });
});

test('what a pack calls the same is the same, whatever mappings say, and brings its partner along', () => {
  const terms = [term('MONDO:0000001', 'ORPHA:7'), term('ORPHA:7'), term('ORPHA:8')];
  expect(join(terms, { 'MONDO:0000001': 'written' }).groups).toContainEqual(['ORPHA:7', 'MONDO:0000001', 'written']);
  expect(join(terms, { 'MONDO:0000001': 'written', 'ORPHA:8': 'written' }).groups).toEqual([
    ['ORPHA:8', 'MONDO:0000001', 'written'],
    ['ORPHA:7'],
  ]);
});

test('a condition stays what it was; of two that turn out to be one, the first by its term stays', () => {
  const terms = [term('MONDO:0000001', 'ORPHA:7'), term('ORPHA:7')];
  expect(join(terms, {}, { 'MONDO:0000001': 'old' }).groups).toEqual([['ORPHA:7', 'MONDO:0000001', 'old']]);
  expect(join(terms, {}, { 'MONDO:0000001': 'b', 'ORPHA:7': 'a' }).groups).toEqual([['ORPHA:7', 'MONDO:0000001', 'a']]);
});

test('a mapping alone makes no condition', () => {
  expect(join([{ ...term('MONDO:0000001', '100100'), lists: false }]).groups).toEqual([]);
});
