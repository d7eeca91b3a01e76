import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { AnswerTables } from '#modules/answers/index.ts';
import type { Suggestion } from './suggestion.ts';
import type { SuggestionTables } from './suggestion.tables.ts';

/** A suggestion with the place of its text. */
export interface PlacedSuggestion extends Suggestion {
  questionId: string;
  answerLanguage: LanguageTag;
  /** Of the version it was made about. */
  number: number;
  /** Readers see another version by now. */
  changedSince: boolean;
}

export type SuggestionRepository = ReturnType<typeof createSuggestionRepository>;

export function createSuggestionRepository(database: Database) {
  const db = database.withTables<SuggestionTables>();
  return {
    async add(suggestion: Suggestion): Promise<void> {
      await db
        .insertInto('suggestions')
        .values({
          id: suggestion.id,
          condition_id: suggestion.conditionId,
          answer_id: suggestion.answerId,
          revision_id: suggestion.revisionId,
          passage: suggestion.passage,
          wrong: suggestion.wrong,
          source: suggestion.source,
          language: suggestion.language,
          state: suggestion.state,
          made_on: suggestion.madeOn,
          closed_at: null,
        })
        .execute();
    },

    /** The same words about the same text that are still open: a form that was sent twice. */
    async hasOpen({ revisionId, wrong }: Pick<Suggestion, 'revisionId' | 'wrong'>): Promise<boolean> {
      const row = await db
        .selectFrom('suggestions')
        .select('id')
        .where('revision_id', '=', revisionId)
        .where('wrong', '=', wrong)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The newest first, from `after` on. */
    async list(state: Suggestion['state'], { limit, offset }: { limit: number; offset: number }) {
      const rows = await database
        .withTables<SuggestionTables & AnswerTables>()
        .selectFrom('suggestions as s')
        .innerJoin('answers as a', (join) =>
          join.onRef('a.condition_id', '=', 's.condition_id').onRef('a.id', '=', 's.answer_id'),
        )
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 's.condition_id').onRef('r.id', '=', 's.revision_id'),
        )
        .selectAll('s')
        .select(['a.question_id', 'a.language as answer_language', 'a.published_revision_id', 'r.number'])
        .where('s.state', '=', state)
        .orderBy('s.made_on', 'desc')
        .orderBy('s.id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map((row): PlacedSuggestion => ({
        id: row.id,
        conditionId: row.condition_id,
        answerId: row.answer_id,
        revisionId: row.revision_id,
        passage: row.passage,
        wrong: row.wrong,
        source: row.source,
        language: row.language,
        state: row.state,
        madeOn: row.made_on,
        questionId: row.question_id,
        answerLanguage: row.answer_language,
        number: row.number,
        changedSince: row.published_revision_id !== row.revision_id,
      }));
    },

    async find(id: string): Promise<Pick<Suggestion, 'id' | 'answerId' | 'passage' | 'wrong' | 'source'> | undefined> {
      return db
        .selectFrom('suggestions')
        .select(['id', 'answer_id as answerId', 'passage', 'wrong', 'source'])
        .where('id', '=', id)
        .executeTakeFirst();
    },

    async countOpen(): Promise<number> {
      const row = await db
        .selectFrom('suggestions')
        .select((of) => of.fn.countAll<string>().as('count'))
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    /** False if there is none with this id. */
    async setState(id: string, state: Suggestion['state'], now: Date): Promise<boolean> {
      const row = await db
        .updateTable('suggestions')
        .set({ state, closed_at: state === 'open' ? null : now })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async removeClosedBefore(day: Date): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('suggestions')
        .where('closed_at', '<', day)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
