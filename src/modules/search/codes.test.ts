import { describe, expect, test } from 'vitest';
import { codeKeys, codeKeysAsked } from './codes.ts';

describe('A code', () => {
  test.each([
    [
      'ORPHA',
      'ORPHA:256',
      ['ORPHA:256', 'ORPHA 256', 'orpha:256', 'Orphanet 256', 'ORPHA256', 'orphacode: 256', '256'],
    ],
    ['OMIM', '128100', ['OMIM 128100', 'OMIM:128100', 'MIM #128100', '#128100', '128100', 'omim128100']],
    ['OMIM', 'PS128100', ['PS128100', 'OMIM PS128100', 'omim:ps128100']],
    ['ICD-10', 'G24.1', ['G24.1', 'g24.1', 'ICD-10 G24.1', 'ICD10: G241', 'icd 10 g24.1', 'CIE-10 G24.1', 'G241']],
    ['ICD-11', '8A02.0', ['8A02.0', 'ICD-11 8A02.0']],
    ['MONDO', 'MONDO:0007492', ['MONDO:0007492', 'mondo 7492', 'Mondo_0007492', '0007492']],
    ['MeSH', 'D004421', ['D004421', 'MeSH D004421', 'mesh:d004421']],
    ['HPO', 'HP:0001332', ['HP:0001332', 'hp 1332']],
  ] as const)('of %s, %s, is found in every usual spelling', (system, code, spellings) => {
    for (const spelling of spellings)
      expect(codeKeys(system, code), spelling).toEqual(
        expect.arrayContaining([expect.toBeOneOf(codeKeysAsked(spelling))]),
      );
  });

  test('of one vocabulary is not that of another with the same number', () => {
    expect(codeKeys('ORPHA', 'ORPHA:256')).not.toContain(codeKeysAsked('OMIM 256')[0]);
  });

  test.each(['dystonia', 'what is it', '', '???', 'type 2 of what', '%', 'G', 'ICD-10'])('"%s" is none', (text) =>
    expect(codeKeysAsked(text)).toEqual([]),
  );
});
