import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { SymptomRow } from './symptoms.ts';
import type { TermContent, VocabularyId } from './vocabulary.ts';
import type { VocabularyTables } from './vocabulary.tables.ts';

/** What one file says of a condition's term, and since when it no longer does. */
export interface TermStatement {
  termId: string;
  part: string;
  content: TermContent;
  withdrawnVersion: string | null;
}

export interface VocabularyPart {
  vocabulary: VocabularyId;
  part: string;
  version: string | null;
  /** `YYYY-MM-DD` */
  released: string | null;
  statements: number;
  importedAt: Date;
}

export type VocabularyRepository = ReturnType<typeof createVocabularyRepository>;

/** Reads what vocabularies say, for pages. */
export function createVocabularyRepository(database: Database) {
  const db = database.withTables<VocabularyTables>();

  return {
    async listParts(): Promise<VocabularyPart[]> {
      const rows = await db.selectFrom('vocabulary_parts').selectAll().orderBy('vocabulary').orderBy('part').execute();
      return rows.map(({ imported_at, vocabulary, ...row }) => ({
        ...row,
        vocabulary: vocabulary as VocabularyId,
        importedAt: imported_at,
      }));
    },

    /** All that files say of the terms which are this condition. */
    async listStatements(conditionId: string): Promise<TermStatement[]> {
      const rows = await db
        .selectFrom('vocabulary_terms as t')
        .innerJoin('vocabulary_statements as s', 's.term_id', 't.term_id')
        .select(['s.term_id', 's.part', 's.content', 's.withdrawn_version'])
        .where('t.condition_id', '=', conditionId)
        .orderBy('s.part')
        .execute();
      return rows.map((row) => ({
        termId: row.term_id,
        part: row.part,
        content: row.content,
        withdrawnVersion: row.withdrawn_version,
      }));
    },

    /** Conditions that the hierarchies put right above or right below these terms, by id; as many as `limit`. */
    async listNeighbours(termIds: readonly string[], direction: 'above' | 'below', limit: number): Promise<string[]> {
      if (termIds.length === 0) return [];
      const [near, far] =
        direction === 'above' ? (['term_id', 'parent_id'] as const) : (['parent_id', 'term_id'] as const);
      const rows = await db
        .selectFrom('vocabulary_parents as p')
        .innerJoin('vocabulary_terms as t', 't.term_id', `p.${far}`)
        .innerJoin('vocabulary_statements as s', (join) =>
          join
            .onRef('s.term_id', '=', 'p.term_id')
            .onRef('s.part', '=', 'p.part')
            .on('s.withdrawn_version', 'is', null),
        )
        .select('t.condition_id as id')
        .distinct()
        .where(`p.${near}`, 'in', termIds)
        .where('t.condition_id', 'is not', null)
        .orderBy('t.condition_id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id!);
    },

    async countNeighbours(termIds: readonly string[]): Promise<number> {
      if (termIds.length === 0) return 0;
      const { rows } = await sql<{ count: number }>`
        select count(distinct t.condition_id)::int as count from vocabulary_parents p
        join vocabulary_terms t on t.term_id = p.term_id where p.parent_id = any(${[...termIds]}::text[])`.execute(db);
      return rows[0]!.count;
    },

    /** What files say of the symptoms of diseases with these ids (`ORPHA:…`, `OMIM:…`). */
    async listSymptoms(diseaseIds: readonly string[]): Promise<(SymptomRow & { diseaseId: string })[]> {
      if (diseaseIds.length === 0) return [];
      const rows = await db
        .selectFrom('disease_symptoms')
        .select(['disease_id', 'part', 'symptom_id', 'excluded', 'low', 'high', 'seen', 'examined'])
        .where('disease_id', 'in', diseaseIds)
        .orderBy('disease_id')
        .orderBy('position')
        .execute();
      return rows.map(({ disease_id, symptom_id, ...row }) => ({
        ...row,
        diseaseId: disease_id,
        symptomId: symptom_id,
      }));
    },

    /** What files of HPO say of these terms. */
    async listTermStatements(
      termIds: readonly string[],
    ): Promise<Map<string, { part: string; content: TermContent }[]>> {
      if (termIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('vocabulary_statements')
        .select(['term_id', 'part', 'content'])
        .where('term_id', 'in', termIds)
        .orderBy('part')
        .execute();
      return Map.groupBy(rows, ({ term_id }) => term_id);
    },
  };
}
