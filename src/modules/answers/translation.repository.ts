import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { AnswerTables } from './answer.tables.ts';
import type { KeptTranslation, MadeBy, ToldTranslation, Translation } from './translation.ts';

/** Of `t`, what is known of a version's translation, and of `o`, the English version that it renders. */
export const translationColumns = [
  't.made_by',
  't.source_date',
  'o.id as source_id',
  'o.number as source_number',
  sql<string | null>`case when o.id is not null then text_root(o.condition_id, o.id) end`.as('source_root_id'),
] as const;

export interface TranslationRow {
  made_by: MadeBy | null;
  source_date: string | null;
  source_id: string | null;
  source_number: number | null;
  source_root_id: string | null;
}

export const toTranslation = (row: TranslationRow): { translation?: Translation } =>
  row.made_by && row.source_date
    ? {
        translation: {
          madeBy: row.made_by,
          of: row.source_date,
          ...(row.source_id !== null && {
            source: { id: row.source_id, number: row.source_number!, rootId: row.source_root_id! },
          }),
        },
      }
    : {};

export const keptColumns = [
  't.made_by',
  't.source_date',
  't.origin as told_by',
  't.pack_made_by',
  't.pack_source_date',
] as const;

export const toKept = (row: {
  made_by: MadeBy | null;
  source_date: string | null;
  told_by: 'pack' | 'site' | null;
  pack_made_by: MadeBy | null;
  pack_source_date: string | null;
}): { translation?: KeptTranslation } =>
  row.made_by && row.source_date && row.told_by
    ? {
        translation: {
          now: { madeBy: row.made_by, of: row.source_date },
          origin: row.told_by,
          pack:
            row.pack_made_by && row.pack_source_date
              ? { madeBy: row.pack_made_by, of: row.pack_source_date }
              : undefined,
        },
      }
    : {};

/** A published text in another language that the English one has gone on from. */
export interface BehindEntry {
  conditionId: string;
  questionId: string;
  language: LanguageTag;
  revisionId: string;
  number: number;
  /** Of the English text that readers see now, `YYYY-MM-DD`. */
  since: string;
}

export type TranslationRepository = ReturnType<typeof createTranslationRepository>;

/** What is known beside a version in another language: who made it, and of which English version. */
export function createTranslationRepository(database: Database) {
  const db = database.withTables<AnswerTables>();

  return {
    /** The newest English version of a day that readers see, or saw. */
    async findEnglishOf(conditionId: string, questionId: string, day: string): Promise<string | undefined> {
      const row = await englishSeen()
        .select('r.id')
        .where('a.condition_id', '=', conditionId)
        .where('a.question_id', '=', questionId)
        .where('r.text_date', '=', day)
        .orderBy('r.number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.id;
    },

    /** The day of an English version of a question that readers see, or saw; undefined for any other version. */
    async findEnglishDay(conditionId: string, questionId: string, id: string): Promise<string | undefined> {
      const row = await englishSeen()
        .select('r.text_date')
        .where('a.condition_id', '=', conditionId)
        .where('a.question_id', '=', questionId)
        .where('r.id', '=', id)
        .executeTakeFirst();
      return row?.text_date;
    },

    /** Says of a version how it was translated, in the place of what was said before. */
    async save(
      { conditionId, revisionId }: { conditionId: string; revisionId: string },
      {
        told,
        sourceId,
        origin,
        pack,
        at,
      }: {
        told: ToldTranslation;
        sourceId: string | null;
        origin: 'pack' | 'site';
        /** What the pack says; undefined: as it said before. */
        pack?: ToldTranslation;
        at: Date;
      },
    ): Promise<void> {
      const row = {
        made_by: told.madeBy,
        source_date: told.of,
        source_revision_id: sourceId,
        origin,
        noted_at: at,
        ...(pack && { pack_made_by: pack.madeBy, pack_source_date: pack.of }),
      };
      await db
        .insertInto('revision_translations')
        .values({
          condition_id: conditionId,
          revision_id: revisionId,
          pack_made_by: null,
          pack_source_date: null,
          ...row,
        })
        .onConflict((conflict) => conflict.columns(['condition_id', 'revision_id']).doUpdateSet(row))
        .execute();
    },

    /** What the pack says is what is said already. */
    async savePackSays(conditionId: string, revisionId: string, pack: ToldTranslation): Promise<void> {
      await db
        .updateTable('revision_translations')
        .set({ pack_made_by: pack.madeBy, pack_source_date: pack.of })
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .execute();
    },

    /** A new version is said to be translated as the one was that it changes. */
    async inherit(conditionId: string, baseId: string, revisionId: string): Promise<void> {
      await db
        .insertInto('revision_translations')
        .columns(['condition_id', 'revision_id', 'made_by', 'source_date', 'source_revision_id', 'origin', 'noted_at'])
        .expression((of) =>
          of
            .selectFrom('revision_translations')
            .select((row) => [
              'condition_id',
              row.val(revisionId).as('revision_id'),
              'made_by',
              'source_date',
              'source_revision_id',
              sql<'site'>`'site'`.as('origin'),
              'noted_at',
            ])
            .where('condition_id', '=', conditionId)
            .where('revision_id', '=', baseId),
        )
        .execute();
    },

    async remove(conditionId: string, revisionId: string): Promise<void> {
      await db
        .deleteFrom('revision_translations')
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .execute();
    },

    /**
     * Published texts in these languages that the English one has gone on from, those that wait longest first, and how many
     * there are. The same rule as `newerOriginal`, for lists.
     */
    async listBehind({
      languages,
      revisionIds,
      limit,
    }: {
      languages: readonly LanguageTag[];
      /** Only among these. */
      revisionIds?: readonly string[];
      limit: number;
    }): Promise<{ entries: BehindEntry[]; total: number }> {
      const rows = await db
        .selectFrom('answers as a')
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 'a.condition_id').onRef('r.id', '=', 'a.published_revision_id'),
        )
        .innerJoin('answers as ea', (join) =>
          join
            .onRef('ea.condition_id', '=', 'a.condition_id')
            .onRef('ea.question_id', '=', 'a.question_id')
            .on('ea.language', '=', 'en'),
        )
        .innerJoin('revisions as e', (join) =>
          join.onRef('e.condition_id', '=', 'ea.condition_id').onRef('e.id', '=', 'ea.published_revision_id'),
        )
        .leftJoin('revision_translations as t', (join) =>
          join.onRef('t.condition_id', '=', 'r.condition_id').onRef('t.revision_id', '=', 'r.id'),
        )
        .select([
          'a.condition_id as conditionId',
          'a.question_id as questionId',
          'a.language',
          'r.id as revisionId',
          'r.number',
          'e.text_date as since',
        ])
        .select(sql<number>`(count(*) over ())::int`.as('total'))
        .where('a.language', '<>', 'en')
        .where('a.language', '=', (of) => of.fn.any(of.val([...languages])))
        .where(
          sql<boolean>`case
            when t.revision_id is null
              then e.text_date > r.text_date or (e.origin = 'site' and e.created_at > r.created_at)
            when t.source_revision_id is null then true
            when t.source_revision_id = e.id then false
            else text_root(e.condition_id, e.id) <> text_root(e.condition_id, t.source_revision_id) end`,
        )
        .$if(revisionIds !== undefined, (query) =>
          query.where('r.id', '=', (of) => of.fn.any(of.val([...revisionIds!]))),
        )
        .orderBy('e.text_date')
        .orderBy('a.condition_id')
        .orderBy('a.id')
        .limit(limit)
        .execute();
      return { entries: rows.map(({ total: _, ...entry }) => entry), total: rows[0]?.total ?? 0 };
    },
  };

  function englishSeen() {
    return db
      .selectFrom('answers as a')
      .innerJoin('revisions as r', (join) =>
        join.onRef('r.condition_id', '=', 'a.condition_id').onRef('r.answer_id', '=', 'a.id'),
      )
      .leftJoin('site_revisions as w', (join) =>
        join.onRef('w.condition_id', '=', 'r.condition_id').onRef('w.revision_id', '=', 'r.id'),
      )
      .where('a.language', '=', 'en')
      .where((of) => of.or([of('w.revision_id', 'is', null), of('w.published_at', 'is not', null)]));
  }
}
