import { expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import type { VocabularyData } from './vocabulary-page.ts';
import { besideOf } from './vocabulary.views.tsx';

const data: VocabularyData = {
  listings: [
    {
      vocabulary: 'orphanet',
      termId: 'ORPHA:11',
      version: '1.0',
      released: '2025-12-09',
      importedAt: new Date('2026-11-24T12:00:00Z'),
      withdrawnVersion: null,
    },
  ],
  definition: { text: 'A disorder in which nothing moves.', vocabulary: 'orphanet' },
  content: {
    onset: ['Adult', 'Childhood', 'Somewhere new'],
    prevalence: [{ kind: 'Point prevalence', class: '1-9 / 100 000', place: 'Europe', qualification: 'Class only' }],
  },
  above: [],
  below: [],
  belowCount: 0,
  symptoms: [{ id: 'HP:0000101', band: 'most' }],
  symptomStatements: new Map([
    ['HP:0000101', [{ part: 'hpo/ontology', content: { label: 'Immobility', plain: ['Not moving'] } }]],
  ]),
  symptomSources: ['orphanet'],
  parts: [
    {
      vocabulary: 'hpo',
      part: 'ontology',
      version: '2025-05-06',
      released: '2025-05-06',
      statements: 1,
      importedAt: new Date(0),
    },
  ],
};
const draw = (given: Partial<VocabularyData> = {}, packId: string | null = null, language: LanguageTag = 'en') => {
  const { opening, before, after } = besideOf(
    { packId },
    { ...data, ...given },
    createI18n(createLanguages(), language),
  );
  const write = (body: unknown) => String(body);
  return {
    opening: write(opening),
    parts: [...before, ...after].map(({ id }) => id),
    html: [...before, ...after].map(({ content }) => write(content)).join('\n'),
  };
};

test('a page of data says what it is made from, in what version, and that nobody here wrote or reviewed it', () => {
  const { opening, html } = draw();
  expect(opening).toContain('Nobody has written about this condition here yet.');
  expect(opening).toContain('made from the data of Orphanet');
  expect(opening).toContain('No clinician has reviewed it');
  expect(opening).toContain('ORPHA:11, version 1.0, 9 December 2025');
  expect(html).toContain('CC BY 4.0');
  expect(html).toContain('Version 2025-05-06.');
});

test('fixed words of a vocabulary are said in the reader’s language, in the order of life; unknown ones as they are', () => {
  const { html } = draw({}, null, 'es');
  expect(html.indexOf('en la infancia')).toBeLessThan(html.indexOf('en la edad adulta'));
  expect(html).toContain('<span lang="en">Somewhere new</span>');
  expect(html).toContain('de 1 a 9 de cada 100.000 personas');
  expect(html).toContain('<blockquote lang="en">');
});

test('a condition that a pack wrote gets its symptoms, and nothing said in its place', () => {
  const { opening, parts } = draw({}, 'examples');
  expect(parts).toEqual(['symptoms']);
  expect(opening).not.toContain('Nobody has written');
});

test('what is not known has no part', () => {
  expect(draw({ definition: undefined, content: {}, symptoms: [] }).parts).toEqual(['write']);
});

test('a condition that is no longer listed says so, whoever wrote it', () => {
  const listings = [{ ...data.listings[0]!, withdrawnVersion: '2.0' }];
  expect(draw({ listings }).opening).toContain('No longer listed by Orphanet since version 2.0.');
  expect(draw({ listings }, 'examples').opening).toContain('No longer listed by Orphanet since version 2.0.');
});
