import { inLanguage, type LanguageTag, type Localised } from '#platform/i18n/languages.ts';
import type { Claim } from '#modules/knowledge/index.ts';

export type ConditionKind = 'disorder' | 'symptom';
export type CodeSystem = 'MONDO' | 'ORPHA' | 'OMIM' | 'ICD-10' | 'ICD-11' | 'MeSH' | 'HPO';

/** What a condition is called in one language. */
export interface ConditionNames {
  preferred: string;
  /** As it stands inside a sentence; in Spanish with its article. */
  inSentence: string;
  synonyms: string[];
  /** Forms of the condition that have no page of their own. */
  narrower: string[];
}

export interface ConditionCode {
  system: CodeSystem;
  code: string;
  /** How the code's meaning relates to the condition: the same, wider or narrower (SKOS mapping). */
  relation: 'exact' | 'broad' | 'narrow';
  source?: string;
}

/** A condition's values on one axis of classification. */
export interface AxisPlace {
  axis: string;
  values: string[];
}

/** What lists and links need to know of a condition. */
export interface ConditionEntry {
  id: string;
  slug: string;
  kind: ConditionKind;
  groupId: string;
  parentId: string | null;
  names: Localised<ConditionNames>;
  summary: Localised;
}

export interface Condition extends ConditionEntry {
  packId: string;
  questionTitles: Record<string, Localised>;
  codes: ConditionCode[];
  axisPlaces: AxisPlace[];
  claims: Claim[];
  updatedAt: Date;
}

/** A wider condition, with what its forms take over from it where they say nothing themselves. */
export type Ancestor = ConditionEntry & Pick<Condition, 'questionTitles' | 'axisPlaces'>;

export interface ConditionGroup {
  id: string;
  name: Localised;
}

/** Two conditions that are confused with each other, seen from the first. */
export interface LookAlike {
  other: ConditionEntry;
  together?: Localised;
  rows: { feature: string; featureName: Localised; this: Localised; other: Localised }[];
  ask: Localised[];
}

export const namesOf = (condition: Pick<ConditionEntry, 'names'>, language: LanguageTag): ConditionNames =>
  inLanguage(condition.names, language).text;

/** The order in which a pair of look-alikes is written in its address: the same from either side, and for good. */
export const inPairOrder = (one: string, other: string): [string, string] =>
  one < other ? [one, other] : [other, one];

/** The page that sets two conditions side by side. */
export function comparePath(one: string, other: string): string {
  const [first, second] = inPairOrder(one, other);
  return `/conditions/${first}/compare/${second}`;
}

/** Where a row of that page stands on it. */
export const rowAnchor = (feature: string): string => `row-${feature}`;

/** Where a code is explained by those who keep it; undefined where no stable public address is known. */
export function codeUrl({ system, code }: Pick<ConditionCode, 'system' | 'code'>): string | undefined {
  switch (system) {
    case 'MONDO':
    case 'HPO':
      return `https://purl.obolibrary.org/obo/${code.replace(':', '_')}`;
    case 'ORPHA':
      return `https://www.orpha.net/en/disease/detail/${code.replace(/^ORPHA:/, '')}`;
    case 'OMIM':
      return `https://www.omim.org/${code.startsWith('PS') ? 'phenotypicSeries' : 'entry'}/${code}`;
    case 'MeSH':
      return `https://meshb.nlm.nih.gov/record/ui?ui=${code}`;
    case 'ICD-10':
      return `https://icd.who.int/browse10/2019/en#/${code}`;
    default:
      return undefined;
  }
}

/** The letter under which an A–Z index files a name: accents folded, "#" for what is no letter. */
export function indexLetter(name: string): string {
  const letter = name.normalize('NFD')[0]?.toUpperCase() ?? '#';
  return /\p{L}/u.test(letter) ? letter : '#';
}
