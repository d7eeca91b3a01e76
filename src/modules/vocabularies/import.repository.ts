import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { JoinTerm } from './join.ts';
import type { Statement, TermContent } from './vocabulary.ts';
import type { VocabularyTables } from './vocabulary.tables.ts';

export const hashOf = (statement: Statement): string =>
  createHash('sha256').update(JSON.stringify(statement)).digest('base64url').slice(0, 22);

/** A term with all that its files say, for those who make its condition's page. */
export interface TermStatements {
  termId: string;
  statements: { part: string; content: TermContent; withdrawn: boolean }[];
}

/** Writes what vocabularies say. Every function is handed a transaction. */
export function createImportRepository(transaction: Database) {
  const trx = transaction.withTables<VocabularyTables>();

  return {
    /** What is known of each term of a part: to tell what is new, changed or gone. */
    async listHashes(part: string): Promise<Map<string, { hash: string; withdrawn: boolean }>> {
      const rows = await trx
        .selectFrom('vocabulary_statements')
        .select(['term_id', 'hash', 'withdrawn_version'])
        .where('part', '=', part)
        .execute();
      return new Map(rows.map((row) => [row.term_id, { hash: row.hash, withdrawn: row.withdrawn_version !== null }]));
    },

    /** Writes statements with their parents and symptoms, whole, in place of what was there. */
    async saveStatements(
      part: string,
      statements: readonly (Statement & { hash: string })[],
      replace: boolean,
    ): Promise<void> {
      if (statements.length === 0) return;
      const ids = statements.map(({ termId }) => termId);
      const rows = statements.map(({ termId, content, hash }) => ({ term_id: termId, content, hash }));
      await sql`
        insert into vocabulary_statements (term_id, part, content, hash)
        select r.term_id, ${part}, r.content, r.hash
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (term_id text, content jsonb, hash text)
        on conflict (term_id, part)
        do update set content = excluded.content, hash = excluded.hash, withdrawn_version = null`.execute(trx);
      if (replace)
        for (const [table, column] of [
          ['vocabulary_parents', 'term_id'],
          ['disease_symptoms', 'disease_id'],
        ] as const)
          await sql`delete from ${sql.table(table)} where part = ${part} and ${sql.ref(column)} = any(${ids}::text[])`.execute(
            trx,
          );
      const parents = statements.flatMap(({ termId, parents = [] }) =>
        parents.map((parentId) => ({ t: termId, p: parentId })),
      );
      if (parents.length > 0)
        await sql`
          insert into vocabulary_parents (term_id, part, parent_id)
          select r.t, ${part}, r.p from jsonb_to_recordset(${JSON.stringify(parents)}::jsonb) as r (t text, p text)
          on conflict do nothing`.execute(trx);
      const symptoms = statements.flatMap(({ termId, symptoms = [] }) =>
        symptoms.map((symptom, position) => ({ ...symptom, d: termId, n: position })),
      );
      for (let start = 0; start < symptoms.length; start += 5000)
        await sql`
          insert into disease_symptoms
            (disease_id, part, position, symptom_id, excluded, low, high, seen, examined, onset, sex, reference)
          select r.d, ${part}, r.n, r."symptomId", r.excluded, r.low, r.high, r.seen, r.examined, r.onset, r.sex, r.reference
          from jsonb_to_recordset(${JSON.stringify(symptoms.slice(start, start + 5000))}::jsonb) as r
            (d text, n integer, "symptomId" text, excluded boolean, low real, high real, seen integer, examined integer,
             onset text, sex text, reference text)`.execute(trx);
    },

    /** Terms that a part no longer has: what it said of them stays, marked. */
    async withdraw(part: string, termIds: readonly string[], version: string): Promise<void> {
      for (let start = 0; start < termIds.length; start += 5000)
        await sql`update vocabulary_statements set withdrawn_version = ${version}
          where part = ${part} and term_id = any(${termIds.slice(start, start + 5000)}::text[])`.execute(trx);
    },

    async countRows(): Promise<void> {
      await sql`analyze vocabulary_statements, vocabulary_terms, vocabulary_parents, disease_symptoms`.execute(trx);
    },

    async savePart(row: {
      vocabulary: string;
      part: string;
      version: string | null;
      released: string | null;
      statements: number;
      imported_at: Date;
    }): Promise<void> {
      const { vocabulary, part, ...rest } = row;
      await trx
        .insertInto('vocabulary_parts')
        .values({ vocabulary, part, ...rest })
        .onConflict((conflict) => conflict.columns(['vocabulary', 'part']).doUpdateSet(rest))
        .execute();
    },

    async listParts() {
      return trx.selectFrom('vocabulary_parts').selectAll().orderBy('vocabulary').orderBy('part').execute();
    },

    /** Every term of Mondo and Orphanet, with what joining needs. */
    async listJoinTerms(): Promise<JoinTerm[]> {
      const { rows } = await sql<{ term_id: string; lists: boolean; exact: JoinTerm['exact'] | null }>`
        select term_id,
          bool_or(withdrawn_version is null and coalesce((content ->> 'lists')::boolean, false)) as lists,
          jsonb_path_query_array(
            jsonb_agg(content -> 'codes') filter (where withdrawn_version is null and content ? 'codes'),
            '$[*][*] ? (@.relation == "exact" && (@.system == "MONDO" || @.system == "ORPHA" || @.system == "OMIM"))') as exact
        from vocabulary_statements
        where (part like 'mondo/%' or part like 'orphanet/%') and content <> '{}'
        group by term_id order by term_id`.execute(trx);
      return rows.map((row) => ({ termId: row.term_id, lists: row.lists, exact: row.exact ?? [] }));
    },

    /** The condition that each term is. */
    async listConditions(): Promise<Map<string, string>> {
      const rows = await trx.selectFrom('vocabulary_terms').selectAll().where('condition_id', 'is not', null).execute();
      return new Map(rows.map((row) => [row.term_id, row.condition_id!]));
    },

    async saveConditionOf(pairs: readonly { termId: string; conditionId: string }[]): Promise<void> {
      const rows = pairs.map(({ termId, conditionId }) => ({ t: termId, c: conditionId }));
      if (rows.length > 0)
        await sql`
          insert into vocabulary_terms (term_id, condition_id)
          select r.t, r.c from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (t text, c uuid)
          on conflict (term_id) do update set condition_id = excluded.condition_id`.execute(trx);
    },

    async listStatements(termIds: readonly string[]): Promise<Map<string, TermStatements>> {
      const rows = await trx
        .selectFrom('vocabulary_statements')
        .select(['term_id', 'part', 'content', 'withdrawn_version'])
        .where('term_id', 'in', termIds)
        .orderBy('part')
        .execute();
      const terms = new Map<string, TermStatements>();
      for (const row of rows) {
        const term = terms.get(row.term_id) ?? { termId: row.term_id, statements: [] };
        term.statements.push({ part: row.part, content: row.content, withdrawn: row.withdrawn_version !== null });
        terms.set(row.term_id, term);
      }
      return terms;
    },

    /** Terms that a part names (as parents, or as codes that mean the same) and that no file here has. */
    async listUnknown(part: string, limit: number): Promise<{ count: number; examples: string[] }> {
      const { rows } = await sql<{ id: string; count: number }>`
        with named as (
          select parent_id as id from vocabulary_parents where part = ${part}
          union
          select term_id from vocabulary_parents where part = ${part}
          union
          select c ->> 'code' from vocabulary_statements s, jsonb_array_elements(s.content -> 'codes') c
            where s.part = ${part} and s.withdrawn_version is null and c ->> 'system' = 'ORPHA' and c ->> 'relation' = 'exact'
              and exists (select from vocabulary_parts where vocabulary = 'orphanet')
        )
        select n.id, count(*) over ()::int as count from named n
        where not exists (select from vocabulary_statements k where k.term_id = n.id and k.content ? 'label')
        order by n.id limit ${limit}`.execute(trx);
      return { count: rows[0]?.count ?? 0, examples: rows.map(({ id }) => id) };
    },
  };
}
