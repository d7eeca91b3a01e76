import { expect, test } from 'vitest';
import { stillness } from '#support/knowledge.ts';
import { restsOn, wordsToFind, type RestingClaim } from './source-room.ts';

const claim = stillness.claims[0]!;
const claims: RestingClaim[] = [{ conditionId: 'here', slug: 'stillness', claim }];
const rests = (body: string, conditionId = 'here', short = '') =>
  restsOn({ conditionId, short, body }, 'example2012', claims);

test.each([
  ['cites it', 'It waits [@example2012].', true],
  ['cites it beside another', 'It waits [@other; @example2012].', true],
  ['writes a number that rests on it', 'It is :claim[prevalence-example-2012].', true],
  ['draws a number that rests on it', '::claims{measure=point-prevalence}', true],
  ['draws other numbers of the same measure', '::claims{measure=point-prevalence ids="another"}', false],
  ['draws numbers of another measure', '::claims{measure=incidence}', false],
  ['cites a source whose key begins in the same way', 'It waits [@example2012b].', false],
])('a text that %s', (_, body, expected) => {
  expect(rests(body)).toBe(expected);
});

test('a text of another condition rests on it by the number, named with its condition', () => {
  expect(rests('It is :claim[stillness/prevalence-example-2012].', 'there')).toBe(true);
  expect(rests('It is :claim[prevalence-example-2012].', 'there')).toBe(false);
  expect(rests('::claims{measure=point-prevalence}', 'there')).toBe(false);
  expect(rests('', 'there', ':claim[stillness/prevalence-example-2012]{show=value} people')).toBe(true);
});

test('a DOI or PMID is found however it was pasted', () => {
  expect(wordsToFind(' https://doi.org/10.1000/example.1 ')).toEqual(['10.1000/example.1']);
  expect(wordsToFind('doi: 10.1000/example.1')).toEqual(['10.1000/example.1']);
  expect(wordsToFind('https://pubmed.ncbi.nlm.nih.gov/12345678/')).toEqual(['12345678']);
  expect(wordsToFind('PMID: 12345678')).toEqual(['12345678']);
  expect(wordsToFind('')).toEqual([]);
});
