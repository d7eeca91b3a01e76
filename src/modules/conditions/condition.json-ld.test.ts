import { expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { restlessness, stillness } from '#support/knowledge.ts';
import { medicalCondition } from './condition.json-ld.ts';
import { codeUrl, indexLetter, type Condition, type LookAlike } from './condition.ts';

const condition: Condition = {
  ...stillness,
  id: '1',
  groupId: 'examples',
  parentId: null,
  packId: 'examples',
  namesFrom: [],
  updatedAt: new Date(0),
};
const lookAlike: LookAlike = {
  other: { ...restlessness, id: '2', groupId: 'examples', parentId: null },
  rows: [
    {
      feature: 'what-you-notice',
      featureName: { en: 'What you notice' },
      this: { en: 'It waits.' },
      other: { en: 'It hurries [@x].' },
    },
  ],
  ask: [],
};
const describe = (language: 'en' | 'es') =>
  medicalCondition(condition, [lookAlike], {
    i18n: createI18n(createLanguages(), language),
    origin: 'https://atlas.example.org',
    plain: (markdown) => markdown.replace(/ ?\[@[^\]]*\]/gu, ''),
  });

test('a condition is described with its names, codes, numbers and look-alikes', () => {
  expect(describe('en')).toMatchObject({
    '@type': 'MedicalCondition',
    name: 'Stillness',
    alternateName: ['Example disease', 'Quiet hand'],
    code: [{ '@type': 'MedicalCode', codeValue: 'MONDO:0000001', codingSystem: 'MONDO' }],
    epidemiology: 'Stillness, people seen in clinics: 16.4 in every 100,000 people (2012)',
    differentialDiagnosis: [
      {
        '@type': 'DDxElement',
        diagnosis: { name: 'Restlessness' },
        distinguishingSign: [{ name: 'What you notice: It hurries.' }],
      },
    ],
  });
});

test('its address and name are those of the reader’s language', () => {
  expect(describe('es')).toMatchObject({ name: 'Quietud', url: 'https://atlas.example.org/es/conditions/stillness' });
});

test('codes lead to those who keep them', () => {
  expect(codeUrl({ system: 'MONDO', code: 'MONDO:0003441' })).toBe('https://purl.obolibrary.org/obo/MONDO_0003441');
  expect(codeUrl({ system: 'OMIM', code: 'PS190300' })).toBe('https://www.omim.org/phenotypicSeries/PS190300');
  expect(codeUrl({ system: 'OMIM', code: '128100' })).toBe('https://www.omim.org/entry/128100');
  expect(codeUrl({ system: 'ICD-11', code: '8A02' })).toBeUndefined();
});

test.each([
  ['Ébola', 'E'],
  ['dystonia', 'D'],
  ['3-M syndrome', '#'],
])('%s is filed under %s', (name, letter) => expect(indexLetter(name)).toBe(letter));
