import type { TermContent } from './vocabulary.ts';

/** One statement about one disease and one symptom, from one file. */
export interface SymptomRow {
  part: string;
  symptomId: string;
  excluded: boolean;
  low: number | null;
  high: number | null;
  seen: number | null;
  examined: number | null;
}

/** How many have it, in the bounds of Orphanet and HPO. */
export const bands = ['all', 'most', 'many', 'some', 'few', 'unknown', 'none'] as const;
export type Band = (typeof bands)[number];

export interface Symptom {
  id: string;
  band: Band;
  /** Where people were counted rather than put into a class. */
  counted?: { seen: number; examined: number };
}

/** Fewer people than this, and a share of them is chance: "1 of 1" is not everyone. */
const fewest = 5;

function bandOf(low: number): Band {
  if (low >= 100) return 'all';
  if (low >= 80) return 'most';
  if (low >= 30) return 'many';
  return low >= 5 ? 'some' : 'few';
}

/** One line for each symptom: Orphanet's class where there is one, else what published reports counted, all added up. */
export function symptomsFrom(rows: readonly SymptomRow[]): Symptom[] {
  return [...Map.groupBy(rows, ({ symptomId }) => symptomId)].map(([id, all]): Symptom => {
    const classed =
      all.find(({ low, high, seen }) => low !== null && low !== high && seen === null) ??
      all.find(({ low, seen }) => low === 100 && seen === null);
    if (classed) return { id, band: bandOf(classed.low!) };
    const counted = all.filter(({ examined }) => examined !== null);
    const seen = counted.reduce((sum, row) => sum + (row.seen ?? 0), 0);
    const examined = counted.reduce((sum, row) => sum + row.examined!, 0);
    if (examined > 0 && seen > 0) {
      const share = (seen / examined) * 100;
      // five of five are many, and not everyone there is
      return { id, band: examined < fewest ? 'unknown' : bandOf(Math.min(share, 99)), counted: { seen, examined } };
    }
    const share = all.find(({ low }) => low !== null)?.low;
    if (share) return { id, band: bandOf(share) };
    return { id, band: all.every(({ excluded }) => excluded) ? 'none' : 'unknown' };
  });
}

/**
 * Everyday words that hurt those whom they are said of. They are HPO's, and stay as they are in what was imported; a page
 * says the medical name instead.
 */
const hurts =
  /\b(low|dull|poor) (intelligence|intellect)\b|\bmental(ly)? (deficien|handicap|retard|subnormal)|\bretard|\bcripple|\bdwarf\b|\bfreak/iu;

/** What a symptom is called: in everyday words where there are some, and what clinicians call it. */
export interface SymptomName {
  plain: { text: string; language: string };
  medical?: { text: string; language: string };
}

/**
 * The name in the reader's language, or in English. Everyday words that say the same as the medical name are not said
 * twice; of several, the shortest is the plainest.
 */
export function nameOfSymptom(
  statements: readonly { part: string; content: TermContent }[],
  language: string,
): SymptomName | undefined {
  const labelIn = (part: string) => statements.find((each) => each.part === part)?.content.label;
  const own = language === 'en' ? undefined : labelIn(`hpo/labels-${language}`);
  const english = labelIn('hpo/ontology');
  const medical = own ? { text: own, language } : english ? { text: english, language: 'en' } : undefined;
  const layIn = (parts: readonly string[]) =>
    statements
      .filter(({ part }) => parts.includes(part))
      .flatMap(({ content }) => content.plain ?? [])
      .filter((words) => !hurts.test(words))
      .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))[0];
  const ownLay = language === 'en' ? undefined : layIn([`hpo/synonyms-${language}`]);
  // a translated name says more to a reader than English everyday words do
  const lay = ownLay ?? (own ? undefined : layIn(['hpo/ontology', 'hpo/lay-words']));
  const plain = lay ? { text: lay, language: ownLay ? language : 'en' } : undefined;
  if (!plain) return medical && { plain: medical };
  return !medical || medical.text.toLowerCase() === plain.text.toLowerCase() ? { plain } : { plain, medical };
}
