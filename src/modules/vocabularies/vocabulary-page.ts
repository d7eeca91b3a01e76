import type { Condition, ConditionEntry, ConditionRepository } from '#modules/conditions/index.ts';
import { symptomsFrom, type Symptom } from './symptoms.ts';
import type { TermContent, VocabularyId } from './vocabulary.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { TermStatement, VocabularyPart, VocabularyRepository } from './vocabulary.repository.ts';

/** A vocabulary that lists a condition, or no longer does. */
export interface Listing {
  vocabulary: VocabularyId;
  termId: string;
  version: string | null;
  released: string | null;
  importedAt: Date;
  /** The version since which it does not. */
  withdrawnVersion: string | null;
}

/** What vocabularies say of one condition, for its page. */
export interface VocabularyData {
  listings: Listing[];
  definition: { text: string; vocabulary: VocabularyId } | undefined;
  content: Pick<TermContent, 'kind' | 'category' | 'prevalence' | 'onset' | 'inheritance'>;
  above: ConditionEntry[];
  below: ConditionEntry[];
  /** All that are below, of which `below` are some. */
  belowCount: number;
  symptoms: Symptom[];
  symptomStatements: Map<string, { part: string; content: TermContent }[]>;
  /** Of the symptoms. */
  symptomSources: VocabularyId[];
  parts: VocabularyPart[];
}

/** As many neighbours as a page names before it says how many more there are. */
const mostBelow = 60;

/** Undefined for a condition that no vocabulary lists. */
export async function loadVocabularyData({
  condition,
  vocabularies,
  conditions,
}: {
  condition: Pick<Condition, 'id' | 'codes'>;
  vocabularies: VocabularyRepository;
  conditions: Pick<ConditionRepository, 'listByIds'>;
}): Promise<VocabularyData | undefined> {
  const statements = await vocabularies.listStatements(condition.id);
  if (statements.length === 0) return undefined;
  const termIds = [...new Set(statements.map(({ termId }) => termId))];
  const [parts, above, below, belowCount, rows] = await Promise.all([
    vocabularies.listParts(),
    vocabularies.listNeighbours(termIds, 'above', mostBelow).then((ids) => conditions.listByIds(ids)),
    vocabularies.listNeighbours(termIds, 'below', mostBelow).then((ids) => conditions.listByIds(ids)),
    vocabularies.countNeighbours(termIds),
    vocabularies.listSymptoms(diseaseIdsOf(condition, termIds)),
  ]);
  // HPO's file repeats Orphanet's lines: where Orphanet's own are here, they are enough
  const own = new Set(rows.filter(({ part }) => part === 'orphanet/packets').map(({ diseaseId }) => diseaseId));
  const kept = rows.filter(({ part, diseaseId }) => part === 'orphanet/packets' || !own.has(diseaseId));
  const symptoms = symptomsFrom(kept);
  const live = statements.filter(({ withdrawnVersion }) => withdrawnVersion === null);
  const said = live.length > 0 ? live : statements;
  const definition = definitionIn(said);
  return {
    listings: listingsOf(statements, parts),
    definition,
    content: Object.assign({}, ...said.map(({ content }) => content)) as TermContent,
    above: above.filter(({ id }) => id !== condition.id),
    below: below.filter(({ id }) => id !== condition.id),
    belowCount,
    symptoms,
    symptomStatements: await vocabularies.listTermStatements(symptoms.map(({ id }) => id)),
    symptomSources: [...new Set(kept.map(({ part }) => (part.startsWith('orphanet/') ? 'orphanet' : 'hpo')))],
    parts,
  };
}

function definitionIn(statements: readonly TermStatement[]): VocabularyData['definition'] {
  const found = statements
    .filter(({ content }) => content.definition)
    .sort((one, other) => Number(other.part.startsWith('orphanet/')) - Number(one.part.startsWith('orphanet/')))[0];
  return found && { text: found.content.definition!, vocabulary: vocabularyOf(found.termId) };
}

/** Ids under which the files of symptoms know the condition: only those that mean the same. */
const diseaseIdsOf = ({ codes }: Pick<Condition, 'codes'>, termIds: readonly string[]): string[] => [
  ...termIds.filter((termId) => termId.startsWith('ORPHA:')),
  ...codes.flatMap(({ system, code, relation }) => (system === 'OMIM' && relation === 'exact' ? [`OMIM:${code}`] : [])),
];

function listingsOf(statements: readonly TermStatement[], parts: readonly VocabularyPart[]): Listing[] {
  const lists = statements.filter(({ content }) => content.lists);
  return [...Map.groupBy(lists, ({ termId }) => termId)].map(([termId, all]) => {
    const withdrawn = all.every(({ withdrawnVersion }) => withdrawnVersion !== null);
    const live = all.find(({ withdrawnVersion }) => withdrawnVersion === null) ?? all[0]!;
    const part = parts.find((each) => `${each.vocabulary}/${each.part}` === live.part);
    return {
      vocabulary: vocabularyOf(termId),
      termId,
      version: part?.version ?? null,
      released: part?.released ?? null,
      importedAt: part?.importedAt ?? new Date(0),
      withdrawnVersion: withdrawn ? live.withdrawnVersion : null,
    };
  });
}
