import type { ImportedCondition } from '#modules/conditions/index.ts';
import type { Claim, Measure } from '#modules/knowledge/index.ts';
import { toCode, vocabularyOf, type Prevalence, type TermContent } from './vocabulary.ts';

interface Said {
  part: string;
  content: TermContent;
  withdrawn: boolean;
}

/** A term of a condition, with all that its files say. */
export interface SaidOfTerm {
  termId: string;
  statements: readonly Said[];
}

const measures: Record<string, Measure> = {
  'Point prevalence': 'point-prevalence',
  'Prevalence at birth': 'birth-prevalence',
  'Annual incidence': 'incidence',
  'Lifetime Prevalence': 'lifetime-prevalence',
};

/** Orphanet's classes, per 100,000. The class above one in a thousand has no end, so it is told in words only. */
const classes: Record<string, [low: number, high: number]> = {
  '<1 / 1 000 000': [0, 0.1],
  '1-9 / 1 000 000': [0.1, 0.9],
  '1-9 / 100 000': [1, 9],
  '1-5 / 10 000': [10, 50],
  '6-9 / 10 000': [60, 90],
};

/** The citation key of Orphanet's data as a whole. */
export const orphanetSource = 'orphanet-data';

/** Orphanet's numbers as claims; of several with the same number, place and measure, one. */
export function claimsOf(prevalence: readonly Prevalence[], about: string, year: number): Claim[] {
  const claims = new Map<string, Claim>();
  for (const { kind, class: group, value, place, source } of prevalence) {
    const measure = measures[kind];
    const range = group === undefined ? undefined : classes[group];
    if (!measure || (value === undefined && !range)) continue;
    const key = [measure, value ?? group, place].join('|');
    if (claims.has(key)) continue;
    const pmid = /^(\d+)\[PMID/u.exec(source ?? '')?.[1];
    claims.set(key, {
      id: `orphanet-${claims.size + 1}`,
      measure,
      about: { en: place ? `${about}, ${place}` : about },
      value: value ?? null,
      low: value === undefined ? range![0] : null,
      high: value === undefined ? range![1] : null,
      // the bounds of a class are neither a confidence interval nor a range between studies
      interval: null,
      unit: 'per-100000',
      place: { en: place || 'not given' },
      year,
      method: {
        en: pmid
          ? `A class of numbers that Orphanet gives, after PMID ${pmid}`
          : 'A class of numbers that Orphanet gives',
      },
      source: orphanetSource,
    });
  }
  return [...claims.values()];
}

/** All that live statements of a term say, the first file that says it before the others. */
const sayings = <T>(terms: readonly SaidOfTerm[], take: (content: TermContent) => T | undefined) =>
  terms.flatMap(({ termId, statements }) => {
    const live = statements.filter(({ withdrawn }) => !withdrawn);
    return (live.length > 0 ? live : statements).flatMap(({ content }) => {
      const taken = take(content);
      return taken === undefined ? [] : [{ termId, vocabulary: vocabularyOf(termId), taken }];
    });
  });

/** The condition's name is Orphanet's, which is written for people; Mondo's where Orphanet has none. */
export const preferredOf = (terms: readonly SaidOfTerm[]) => {
  const labels = sayings(terms, ({ label }) => label);
  return labels.find(({ vocabulary }) => vocabulary === 'orphanet') ?? labels[0];
};

/** One condition from its terms. */
export function toImportedCondition(
  id: string,
  slug: string | undefined,
  terms: readonly SaidOfTerm[],
  year: number,
): ImportedCondition {
  const preferred = preferredOf(terms)!;
  const lists = terms.flatMap(({ termId, statements }) =>
    statements
      .filter(({ withdrawn, content }) => !withdrawn && content.lists)
      .map(({ content }) => ({ termId, content })),
  );
  const own = terms.flatMap(({ termId }) => {
    const code = toCode(termId);
    return code ? [{ ...code, relation: 'exact' as const, vocabulary: vocabularyOf(termId) }] : [];
  });
  const mapped = sayings(terms, ({ codes }) => codes).flatMap(({ vocabulary, taken }) =>
    taken
      // a second exact code of Mondo or Orphanet joined nothing: it is another condition
      .filter(({ system, relation }) => relation !== 'exact' || (system !== 'MONDO' && system !== 'ORPHA'))
      .map((code) => ({ ...code, vocabulary })),
  );
  const by = [...new Set(lists.map(({ termId }) => vocabularyOf(termId)))].sort().reverse();
  const names = by.map((vocabulary) => (vocabulary === 'mondo' ? 'Mondo' : 'Orphanet'));
  return {
    id,
    ...(slug !== undefined && { slug }),
    preferred: { name: preferred.taken, vocabulary: preferred.vocabulary },
    names: [
      ...sayings(terms, ({ label }) => (label ? [label] : undefined)),
      ...sayings(terms, ({ synonyms }) => synonyms),
    ].flatMap(({ vocabulary, taken }) => taken.map((name) => ({ language: 'en', name, vocabulary }))),
    codes: [...own, ...mapped],
    claims: claimsOf(
      sayings(terms, ({ prevalence }) => prevalence).flatMap(({ taken }) => taken),
      preferred.taken,
      year,
    ),
    summary:
      names.length > 0
        ? { en: `listed by ${names.join(' and ')}`, es: `en las listas de ${names.join(' y ')}` }
        : { en: 'no longer listed', es: 'ya no figura en las listas' },
    listed: lists.some(({ content }) => !content.category),
  };
}
