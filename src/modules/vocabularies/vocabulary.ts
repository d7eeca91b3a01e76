import type { CodeSystem } from '#modules/conditions/index.ts';

export type VocabularyId = 'orphanet' | 'mondo' | 'hpo';

/** Who keeps a vocabulary, and on what terms it may be shown. */
export interface Vocabulary {
  id: VocabularyId;
  name: string;
  url: string;
  licence: { name: string; url: string };
  /** As its keepers ask to be named. */
  attribution: string;
}

export const vocabularies: Record<VocabularyId, Vocabulary> = {
  orphanet: {
    id: 'orphanet',
    name: 'Orphanet',
    url: 'https://www.orpha.net/',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    attribution: 'Orphanet, © INSERM 1999',
  },
  mondo: {
    id: 'mondo',
    name: 'Mondo',
    url: 'https://mondo.monarchinitiative.org/',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    attribution: 'Mondo Disease Ontology, Monarch Initiative',
  },
  hpo: {
    id: 'hpo',
    name: 'HPO',
    url: 'https://hpo.jax.org/',
    licence: { name: 'HPO licence', url: 'https://hpo.jax.org/license' },
    attribution: 'Human Phenotype Ontology Consortium',
  },
};

/** A code of another system, and how its meaning relates to the term. */
export interface TermCode {
  system: CodeSystem;
  code: string;
  relation: 'exact' | 'broad' | 'narrow';
}

/** A number of people, or a class of numbers, as Orphanet gives it. */
export interface Prevalence {
  /** Orphanet's words: "Point prevalence", "Cases/families" … */
  kind: string;
  /** "1-9 / 100 000"; absent where Orphanet gives a number only, or nothing. */
  class?: string;
  /** Per 100,000 people; of cases and families, how many. */
  value?: number;
  qualification: string;
  place: string;
  /** Whose number it is: "20373143[PMID]", "ORPHANET". */
  source?: string;
}

/** How often people with a disease have a symptom. */
export interface DiseaseSymptom {
  symptomId: string;
  /** People with the disease do not have it. */
  excluded: boolean;
  /** Of 100 people. */
  low?: number;
  high?: number;
  /** Counted: so many of so many. */
  seen?: number;
  examined?: number;
  onset?: string;
  sex?: string;
  reference?: string;
}

/** What one file says of one term. Everything is optional: files differ. */
export interface TermContent {
  label?: string;
  /** The file lists the term as a condition; a mapping only names it. */
  lists?: boolean;
  /** A group of conditions rather than one (Orphanet's categories). */
  category?: boolean;
  /** What kind of term its keepers call it: "Disease", "Clinical subtype". */
  kind?: string;
  synonyms?: string[];
  /** In everyday words. */
  plain?: string[];
  definition?: string;
  codes?: TermCode[];
  prevalence?: Prevalence[];
  onset?: string[];
  inheritance?: string[];
  /** Of a translation: how far it is ("OFFICIAL", "CANDIDATE"). */
  status?: string;
}

/** One term of a file, ready to be kept. */
export interface Statement {
  termId: string;
  content: TermContent;
  parents?: string[];
  symptoms?: DiseaseSymptom[];
}

/** The longest name that is one. Orphanet's longest has 145 letters, Mondo's 250. */
export const longestName = 500;

export const mondoId = /^MONDO:\d{7}$/u;
export const orphaId = /^ORPHA:\d{1,7}$/u;
export const hpoId = /^HP:\d{7}$/u;

/** The vocabulary of a term's id. */
export const vocabularyOf = (termId: string): VocabularyId =>
  termId.startsWith('MONDO:') ? 'mondo' : termId.startsWith('HP:') ? 'hpo' : 'orphanet';

/** A mapping's id in another system, as a condition's code; undefined for systems that are not kept. */
export function toCode(curie: string): Omit<TermCode, 'relation'> | undefined {
  const at = curie.indexOf(':');
  const prefix = curie.slice(0, at);
  const id = curie.slice(at + 1);
  switch (prefix.toLowerCase()) {
    case 'orphanet':
    case 'orpha':
      return { system: 'ORPHA', code: `ORPHA:${id}` };
    case 'mondo':
      return { system: 'MONDO', code: `MONDO:${id}` };
    case 'omim':
      return { system: 'OMIM', code: id };
    case 'omimps':
      return { system: 'OMIM', code: `PS${id.replace(/^PS/u, '')}` };
    case 'mesh':
      return { system: 'MeSH', code: id };
    case 'icd10cm':
      return { system: 'ICD-10-CM', code: id };
    case 'icd11.foundation':
      return { system: 'ICD-11 Foundation', code: id };
    case 'doid':
      return { system: 'DOID', code: `DOID:${id}` };
    case 'gard':
      return { system: 'GARD', code: id };
    case 'umls':
      return { system: 'UMLS', code: id };
    case 'ncit':
      return { system: 'NCIT', code: id };
    default:
      return undefined;
  }
}

/** `http://purl.obolibrary.org/obo/HP_0000001` as `HP:0000001`. */
export const curieOf = (iri: unknown): string =>
  typeof iri === 'string'
    ? iri.replace(/^<?https?:\/\/purl\.obolibrary\.org\/obo\/([A-Za-z]+)_(\w+)>?$/u, '$1:$2')
    : '';
