import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { namesOf, type Condition, type ConditionCode, type ConditionEntry, type LookAlike } from './condition.ts';
import { claimText } from '#modules/knowledge/index.ts';

/** Names that search engines know the vocabularies by; see https://schema.org/MedicalCode. */
const codingSystem: Record<ConditionCode['system'], string> = {
  MONDO: 'MONDO',
  ORPHA: 'ORPHA',
  OMIM: 'OMIM',
  'ICD-10': 'ICD-10',
  'ICD-11': 'ICD-11',
  MeSH: 'MeSH',
  HPO: 'HPO',
  'ICD-10-CM': 'ICD-10-CM',
  'ICD-11 Foundation': 'ICD-11 Foundation',
  DOID: 'DOID',
  GARD: 'GARD',
  UMLS: 'UMLS',
  NCIT: 'NCIt',
};

/** A pack names the condition as a whole first, its forms after. */
const mostClaims = 6;

const typeOf = (condition: Pick<ConditionEntry, 'kind'>) =>
  condition.kind === 'symptom' ? 'MedicalSymptom' : 'MedicalCondition';

const addressOf = (slug: string, i18n: I18n, origin: string) => `${origin}${i18n.path(`/conditions/${slug}`)}`;

/**
 * A condition as schema.org's MedicalCondition: names, codes, epidemiology from its claims, look-alikes as
 * `differentialDiagnosis`. `plain` turns inline markdown into plain text.
 */
export function medicalCondition(
  condition: Condition,
  lookAlikes: readonly LookAlike[],
  { i18n, origin, plain }: { i18n: I18n; origin: string; plain: (markdown: string) => string },
): Record<string, unknown> {
  const names = namesOf(condition, i18n.language);
  const epidemiology = condition.claims
    .filter(({ measure }) => /prevalence|incidence/u.test(measure))
    .slice(0, mostClaims)
    .map(
      (claim) => `${inLanguage(claim.about, i18n.language).text}: ${claimText(claim, 'whole', i18n)} (${claim.year})`,
    );
  return {
    '@type': typeOf(condition),
    '@id': `${addressOf(condition.slug, i18n, origin)}#condition`,
    name: names.preferred,
    url: addressOf(condition.slug, i18n, origin),
    alternateName: [...names.synonyms, ...names.narrower],
    code: condition.codes
      .filter(({ relation }) => relation === 'exact')
      .map(({ system, code }) => ({ '@type': 'MedicalCode', codeValue: code, codingSystem: codingSystem[system] })),
    ...(epidemiology.length > 0 && { epidemiology: epidemiology.join('; ') }),
    ...(lookAlikes.length > 0 && {
      differentialDiagnosis: lookAlikes.map(({ other, rows }) => ({
        '@type': 'DDxElement',
        diagnosis: {
          '@type': typeOf(other),
          name: namesOf(other, i18n.language).preferred,
          url: addressOf(other.slug, i18n, origin),
        },
        distinguishingSign: rows.map((row) => ({
          '@type': 'MedicalSignOrSymptom',
          name: `${inLanguage(row.featureName, i18n.language).text}: ${plain(inLanguage(row.other, i18n.language).text)}`,
        })),
      })),
    }),
  };
}
