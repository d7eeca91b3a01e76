import { expect, test } from 'vitest';
import { formatSource } from './source.ts';

const paper = {
  id: 'example2012',
  type: 'article-journal',
  title: 'The prevalence of examples',
  author: [{ family: 'Example', given: 'Ada B' }],
  'container-title': 'Journal of Examples',
  issued: { 'date-parts': [[2012]] },
  volume: '27',
  page: '1789-96',
  DOI: '10.1000/example.1',
  PMID: '12345678',
};

test('a paper is named with its authors, title, journal and year, without a number in front', () => {
  const { text } = formatSource(paper, 'en');
  expect(text).toMatch(/^Example AB\. The prevalence of examples\. Journal of Examples\. 2012;27/);
  expect(text).not.toContain('10.1000');
});

test('its DOI and PubMed record are links', () => {
  expect(formatSource(paper, 'es').links).toEqual([
    { label: 'doi:10.1000/example.1', url: 'https://doi.org/10.1000/example.1' },
    { label: 'PMID 12345678', url: 'https://pubmed.ncbi.nlm.nih.gov/12345678/' },
  ]);
});

test('a page on the web is linked by its host', () => {
  const page = { id: 'p', type: 'webpage', title: 'A page', URL: 'https://www.example.org/a/b' };
  expect(formatSource(page, 'en').links).toEqual([{ label: 'example.org', url: 'https://www.example.org/a/b' }]);
});
