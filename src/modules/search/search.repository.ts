import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { fold, type NameKind, type QuestionHit } from './search.ts';
import type { SearchTables } from './search.tables.ts';

export interface NameRow {
  conditionId: string;
  language: string;
  kind: NameKind;
  name: string;
  folded: string;
  similarity: number;
  wordSimilarity: number;
}

/** PostgreSQL's stemmer for a language's words. */
const stemmerOf = (language: string) => sql.lit(language === 'es' ? 'spanish' : 'english');

export type SearchRepository = ReturnType<typeof createSearchRepository>;

export function createSearchRepository(database: Database) {
  const db = database.withTables<SearchTables>();
  return {
    /** Names that begin with, hold, or are spelled like what was typed. `query` is folded. */
    async listLikelyNames(query: string, limit: number): Promise<NameRow[]> {
      const { rows } = await sql<NameRow>`
        select condition_id as "conditionId", language, kind, name, folded, similarity, word_similarity as "wordSimilarity"
        from likely_names(${query}, ${`${query.replace(/[\\%_]/gu, '\\$&')}%`}, ${limit})`.execute(db);
      return rows;
    },

    /** Names that are exactly one of these folded runs of words. */
    async listNames(runs: readonly string[]): Promise<Omit<NameRow, 'similarity' | 'wordSimilarity'>[]> {
      if (runs.length === 0) return [];
      return db
        .selectFrom('search_names')
        .select(['condition_id as conditionId', 'language', 'kind', 'name', 'folded'])
        .where('folded', 'in', runs)
        .execute();
    },

    /** Answers that hold any of the words typed, best first; stemmed, accents folded. */
    async listAnswersByWords(
      query: string,
      language: LanguageTag,
      limit: number,
    ): Promise<Omit<QuestionHit, 'conditionSlug'>[]> {
      const { rows } = await sql<Omit<QuestionHit, 'conditionSlug'>>`
        with asked as (select replace(plainto_tsquery(${stemmerOf(language)}, ${query})::text, '&', '|')::tsquery as words)
        select condition_id as "conditionId", question_id as "questionId", language, title, short
        from search_answers, asked
        where language = ${language} and search_answers.words @@ asked.words
        order by ts_rank_cd(search_answers.words, asked.words, 1) desc, condition_id, question_id
        limit ${limit}`.execute(db);
      return rows;
    },

    /** Puts a condition's names and answers in the index in place of those that were there. */
    async replaceCondition(
      conditionId: string,
      names: readonly { language: string; kind: NameKind; name: string }[],
      answers: readonly { questionId: string; language: string; title: string; short: string; body: string }[],
    ): Promise<void> {
      await db.deleteFrom('search_names').where('condition_id', '=', conditionId).execute();
      await db.deleteFrom('search_answers').where('condition_id', '=', conditionId).execute();
      if (names.length > 0)
        await db
          .insertInto('search_names')
          .values(
            names.map((each, position) => ({ condition_id: conditionId, position, ...each, folded: fold(each.name) })),
          )
          .execute();
      for (const { questionId, language, title, short, body } of answers) {
        const weighted = (text: string, weight: 'A' | 'B' | 'D') =>
          sql`setweight(to_tsvector(${stemmerOf(language)}, ${fold(text)}), ${sql.lit(weight)})`;
        await db
          .insertInto('search_answers')
          .values({
            condition_id: conditionId,
            question_id: questionId,
            language,
            title,
            short,
            words: sql`${weighted(title, 'A')} || ${weighted(short, 'B')} || ${weighted(body, 'D')}`,
          })
          .execute();
      }
    },
  };
}
