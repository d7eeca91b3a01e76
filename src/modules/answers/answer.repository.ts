import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Answer, AnsweredQuestion, PublishingWay, Question, Revision } from './answer.ts';
import type { AnswerTables } from './answer.tables.ts';
import {
  keptColumns,
  toKept,
  toTranslation,
  translationColumns,
  type TranslationRow,
} from './translation.repository.ts';
import type { KeptTranslation } from './translation.ts';

const revisionColumns = [
  'r.id',
  'r.number',
  'r.short',
  'r.body',
  'r.origin',
  'r.author',
  'r.text_date',
  'r.created_at',
  'w.way',
  'w.note',
  sql<string | null>`case when w.way = 'typo' then text_root(r.condition_id, r.id) end`.as('root_id'),
  ...translationColumns,
] as const;

const toRevision = (
  row: Pick<
    AnswerTables['revisions'],
    'id' | 'number' | 'short' | 'body' | 'origin' | 'author' | 'text_date' | 'created_at'
  > & {
    way: PublishingWay | null;
    note: string | null;
    root_id: string | null;
  } & TranslationRow,
): Revision => ({
  id: row.id,
  number: row.number,
  short: row.short,
  body: row.body,
  origin: row.origin,
  author: row.author,
  textDate: row.text_date,
  createdAt: row.created_at,
  ...(row.way && { site: { way: row.way, note: row.note } }),
  ...(row.root_id && { rootId: row.root_id }),
  ...toTranslation(row),
});

const toQuestion = (row: Pick<AnswerTables['questions'], 'id' | 'title' | 'short' | 'review_months'>): Question => ({
  id: row.id,
  title: row.title,
  short: row.short,
  reviewMonths: row.review_months,
});

/** The published answer of one language as an import or an editor finds it. */
export interface KnownAnswer {
  id: string;
  questionId: string;
  language: LanguageTag;
  published: { id: string; origin: 'pack' | 'site'; contentHash: string; translation?: KeptTranslation } | undefined;
  lastNumber: number;
  /** Of the last version that a pack brought. */
  packHash: string | undefined;
}

export type AnswerRepository = ReturnType<typeof createAnswerRepository>;

export function createAnswerRepository(database: Database) {
  const db = database.withTables<AnswerTables>();
  const published = () =>
    db
      .selectFrom('answers as a')
      .innerJoin('revisions as r', (join) =>
        join.onRef('r.condition_id', '=', 'a.condition_id').onRef('r.id', '=', 'a.published_revision_id'),
      );
  const revisions = () =>
    db
      .selectFrom('revisions as r')
      .leftJoin('site_revisions as w', (join) =>
        join.onRef('w.condition_id', '=', 'r.condition_id').onRef('w.revision_id', '=', 'r.id'),
      )
      .leftJoin('revision_translations as t', (join) =>
        join.onRef('t.condition_id', '=', 'r.condition_id').onRef('t.revision_id', '=', 'r.id'),
      )
      .leftJoin('revisions as o', (join) =>
        join.onRef('o.condition_id', '=', 't.condition_id').onRef('o.id', '=', 't.source_revision_id'),
      );
  /** Versions that readers see, or saw once. */
  const seen = () =>
    revisions().where((of) => of.or([of('w.revision_id', 'is', null), of('w.published_at', 'is not', null)]));

  return {
    async listQuestions(): Promise<Question[]> {
      return (await db.selectFrom('questions').selectAll().orderBy('position').orderBy('id').execute()).map(toQuestion);
    },

    /** The published answers to one question, in every language. */
    async listPublished(conditionId: string, questionId: string): Promise<Answer[]> {
      const rows = await revisions()
        .innerJoin('answers as a', (join) =>
          join.onRef('a.condition_id', '=', 'r.condition_id').onRef('a.published_revision_id', '=', 'r.id'),
        )
        .select(['a.id as answer_id', 'a.language', ...revisionColumns])
        .where('a.condition_id', '=', conditionId)
        .where('a.question_id', '=', questionId)
        .execute();
      return rows.map((row) => ({
        id: row.answer_id,
        conditionId,
        questionId,
        language: row.language,
        revision: toRevision(row),
      }));
    },

    /** Every published answer of these conditions, without bodies: for search and lists. */
    async listShortAnswers(conditionIds: readonly string[]) {
      if (conditionIds.length === 0) return [];
      return published()
        .select([
          'a.condition_id as conditionId',
          'a.question_id as questionId',
          'a.language',
          'r.short',
          'r.body',
          'r.text_date as textDate',
        ])
        .where('a.condition_id', 'in', conditionIds)
        .execute();
    },

    /** Questions with a published answer, in the order of the catalogue. */
    async listAnswered(conditionId: string): Promise<AnsweredQuestion[]> {
      const rows = await db
        .selectFrom('questions as q')
        .innerJoin('answers as a', 'a.question_id', 'q.id')
        .select(['q.id', 'q.title', 'q.short', 'q.review_months', 'a.language'])
        .where('a.condition_id', '=', conditionId)
        .where('a.published_revision_id', 'is not', null)
        .orderBy('q.position')
        .orderBy('a.language')
        .execute();
      const answered = new Map<string, AnsweredQuestion>();
      for (const row of rows) {
        const known = answered.get(row.id);
        if (known) known.languages.push(row.language);
        else answered.set(row.id, { question: toQuestion(row), languages: [row.language] });
      }
      return [...answered.values()];
    },

    /** All published answers, for the sitemap: slug of the condition, question, language and date. */
    async listAddresses() {
      return published()
        .innerJoin(
          db
            .withTables<{ conditions: { id: string; slug: string } }>()
            .selectFrom('conditions')
            .select(['id', 'slug'])
            .as('c'),
          'c.id',
          'a.condition_id',
        )
        .select(['c.slug', 'a.question_id as questionId', 'a.language', 'r.text_date as textDate'])
        .orderBy('c.slug')
        .execute();
    },

    /** Published bodies that hold these words, of one condition or of all. */
    async listBodiesWith(words: string, conditionId?: string) {
      const rows = published()
        .innerJoin(
          db
            .withTables<{ conditions: { id: string; slug: string } }>()
            .selectFrom('conditions')
            .select(['id', 'slug'])
            .as('c'),
          'c.id',
          'a.condition_id',
        )
        .select(['c.slug', 'a.question_id as questionId', 'a.language', 'r.body'])
        .where('r.body', 'like', `%${words}%`)
        .orderBy('c.slug')
        .orderBy('a.question_id')
        .orderBy('a.language');
      return (conditionId ? rows.where('a.condition_id', '=', conditionId) : rows).execute();
    },

    /** Newest first, without their texts; without versions that readers never saw. */
    async listHistory(conditionId: string, answerId: string) {
      const rows = await seen()
        .select(['r.id', 'r.number', 'r.origin', 'r.author', 'r.text_date as textDate', 'r.created_at as createdAt'])
        .select(['w.way', 'w.note', ...translationColumns])
        .where('r.condition_id', '=', conditionId)
        .where('r.answer_id', '=', answerId)
        .orderBy('r.number', 'desc')
        .execute();
      return rows.map((row) => ({ ...row, ...toTranslation(row) }));
    },

    /** A version that readers see, or saw. */
    async findRevision(conditionId: string, answerId: string, number: number): Promise<Revision | undefined> {
      const row = await seen()
        .select(revisionColumns)
        .where('r.condition_id', '=', conditionId)
        .where('r.answer_id', '=', answerId)
        .where('r.number', '=', number)
        .executeTakeFirst();
      return row && toRevision(row);
    },

    /** What readers saw before a version. */
    async findRevisionBefore(conditionId: string, answerId: string, number: number): Promise<Revision | undefined> {
      const row = await seen()
        .select(revisionColumns)
        .where('r.condition_id', '=', conditionId)
        .where('r.answer_id', '=', answerId)
        .where('r.number', '<', number)
        .orderBy('r.number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toRevision(row);
    },

    /** Any version, also one that readers have not seen. */
    async findRevisionById(conditionId: string, id: string): Promise<Revision | undefined> {
      const row = await revisions()
        .select(revisionColumns)
        .where('r.condition_id', '=', conditionId)
        .where('r.id', '=', id)
        .executeTakeFirst();
      return row && toRevision(row);
    },

    async listKnown(conditionId: string): Promise<KnownAnswer[]> {
      const rows = await db
        .selectFrom('answers as a')
        .leftJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 'a.condition_id').onRef('r.id', '=', 'a.published_revision_id'),
        )
        .leftJoin('revision_translations as t', (join) =>
          join.onRef('t.condition_id', '=', 'r.condition_id').onRef('t.revision_id', '=', 'r.id'),
        )
        .select(['a.id', 'a.question_id', 'a.language', 'r.id as revision_id', 'r.origin', 'r.content_hash'])
        .select(keptColumns)
        .select((of) =>
          of
            .selectFrom('revisions as all')
            .whereRef('all.condition_id', '=', 'a.condition_id')
            .whereRef('all.answer_id', '=', 'a.id')
            .select((count) => count.fn.coalesce(count.fn.max('all.number'), count.lit(0)).as('last'))
            .as('last_number'),
        )
        .select((of) =>
          of
            .selectFrom('revisions as packs')
            .whereRef('packs.condition_id', '=', 'a.condition_id')
            .whereRef('packs.answer_id', '=', 'a.id')
            .where('packs.origin', '=', 'pack')
            .select('packs.content_hash')
            .orderBy('packs.number', 'desc')
            .limit(1)
            .as('pack_hash'),
        )
        .where('a.condition_id', '=', conditionId)
        .execute();
      return rows.map((row) => ({
        packHash: row.pack_hash ?? undefined,
        id: row.id,
        questionId: row.question_id,
        language: row.language,
        published:
          row.revision_id && row.origin && row.content_hash
            ? { id: row.revision_id, origin: row.origin, contentHash: row.content_hash, ...toKept(row) }
            : undefined,
        lastNumber: Number(row.last_number ?? 0),
      }));
    },

    /** The answer to write on, made where there is none: two who begin at once write on one. */
    async findOrAddAnswer(answer: {
      id: string;
      conditionId: string;
      questionId: string;
      language: LanguageTag;
    }): Promise<string> {
      await db
        .insertInto('answers')
        .values({
          condition_id: answer.conditionId,
          id: answer.id,
          question_id: answer.questionId,
          language: answer.language,
          published_revision_id: null,
        })
        .onConflict((conflict) => conflict.columns(['condition_id', 'question_id', 'language']).doNothing())
        .execute();
      return (await this.findAnswerId(answer))!;
    },

    /** Also of an answer that nobody has published. */
    async findAnswerId({
      conditionId,
      questionId,
      language,
    }: {
      conditionId: string;
      questionId: string;
      language: LanguageTag;
    }): Promise<string | undefined> {
      const row = await db
        .selectFrom('answers')
        .select('id')
        .where('condition_id', '=', conditionId)
        .where('question_id', '=', questionId)
        .where('language', '=', language)
        .executeTakeFirst();
      return row?.id;
    },

    async addRevision(conditionId: string, answerId: string, revision: Revision, contentHash: string): Promise<void> {
      await db
        .insertInto('revisions')
        .values({
          condition_id: conditionId,
          id: revision.id,
          answer_id: answerId,
          number: revision.number,
          short: revision.short,
          body: revision.body,
          origin: revision.origin,
          author: revision.author,
          text_date: revision.textDate,
          content_hash: contentHash,
          created_at: revision.createdAt,
        })
        .execute();
    },

    /** `null`: nobody sees any version of it. */
    async publish(conditionId: string, answerId: string, revisionId: string | null): Promise<void> {
      await db
        .updateTable('answers')
        .set({ published_revision_id: revisionId })
        .where('condition_id', '=', conditionId)
        .where('id', '=', answerId)
        .execute();
    },

    /** Whoever writes a version of an answer waits here for whoever else does. Its published version, and its last number. */
    async lockAnswer(conditionId: string, answerId: string): Promise<{ publishedId: string | null; last: number }> {
      const row = await db
        .selectFrom('answers')
        .select('published_revision_id')
        .where('condition_id', '=', conditionId)
        .where('id', '=', answerId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const { last } = await db
        .selectFrom('revisions')
        .select((of) => of.fn.coalesce(of.fn.max('number'), of.lit(0)).as('last'))
        .where('condition_id', '=', conditionId)
        .where('answer_id', '=', answerId)
        .executeTakeFirstOrThrow();
      return { publishedId: row.published_revision_id, last: Number(last) };
    },

    /** How a version that was written on the site comes before readers, and who wrote it or what it goes back to. */
    async addSiteRevision({
      conditionId,
      revisionId,
      baseId,
      way,
      carriesId,
      note,
      authorId,
      publishedAt,
    }: {
      conditionId: string;
      revisionId: string;
      baseId: string | null;
      way: PublishingWay;
      carriesId: string | null;
      note: string | null;
      authorId: string | null;
      publishedAt: Date | null;
    }): Promise<void> {
      await db
        .insertInto('site_revisions')
        .values({
          condition_id: conditionId,
          revision_id: revisionId,
          base_revision_id: baseId,
          way,
          carries_revision_id: carriesId,
          note,
          published_at: publishedAt,
        })
        .execute();
      const before = baseId === null ? [] : await this.listAuthors(conditionId, baseId);
      const authors = [...new Set([...before, ...(authorId ? [authorId] : [])])];
      if (authors.length > 0)
        await db
          .insertInto('revision_authors')
          .values(authors.map((account_id) => ({ condition_id: conditionId, revision_id: revisionId, account_id })))
          .execute();
    },

    /** Accounts that wrote a version, or one that it goes back to. */
    async listAuthors(conditionId: string, revisionId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('revision_authors')
        .select('account_id')
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .execute();
      return rows.map(({ account_id }) => account_id);
    },

    /** `null`: readers do not see it any more, as if they never had. */
    async setPublishedAt(conditionId: string, revisionId: string, at: Date | null): Promise<void> {
      await db
        .updateTable('site_revisions')
        .set({ published_at: at })
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .execute();
    },

    /** The signed version whose signature this one, a corrected slip of the pen, leaves in place. */
    async findCarried(conditionId: string, revisionId: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('site_revisions')
        .select('carries_revision_id')
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .executeTakeFirst();
      return row?.carries_revision_id ?? undefined;
    },

    /** Ids of questions that another pack holds with other words. */
    async listQuestionsHeldByOthers(packId: string, questions: readonly Question[]): Promise<string[]> {
      const rows = await db.selectFrom('questions').selectAll().where('pack_id', '<>', packId).execute();
      return rows.filter((row) => questions.some((question) => question.id === row.id)).map(({ id }) => id);
    },

    async saveQuestions(packId: string, questions: readonly Question[]): Promise<void> {
      for (const [position, { id, title, short, reviewMonths }] of questions.entries()) {
        const row = {
          pack_id: packId,
          position,
          title: jsonb(title),
          short: jsonb(short),
          review_months: reviewMonths,
        };
        await db
          .insertInto('questions')
          .values({ id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }
    },
  };
}
