import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Mention } from './mention.ts';
import type { MentionTables } from './mention.tables.ts';

export type MentionRepository = ReturnType<typeof createMentionRepository>;

/** Rows that one statement writes; PostgreSQL takes 65,535 values. */
const atOnce = 1000;

export function createMentionRepository(database: Database) {
  const db = database.withTables<MentionTables>();

  /** Which conditions rest on which of these sources, by a sentence, a claim or a code. */
  const resting = (keys: readonly string[]) =>
    db
      .selectFrom('mentions')
      .select(['key', 'condition_id'])
      .where('kind', '=', 'source')
      .where('key', 'in', keys)
      .union(db.selectFrom('claims').select(['source_key as key', 'condition_id']).where('source_key', 'in', keys))
      .union(
        db
          .selectFrom('condition_codes')
          .select((of) => [of.ref('source_key').$notNull().as('key'), 'condition_id'])
          .where('source_key', 'in', keys),
      );

  return {
    /** Puts the mentions of these conditions in the place of what was known of them. */
    async replace(conditionIds: readonly string[], mentions: readonly Mention[]): Promise<void> {
      if (conditionIds.length === 0) return;
      await db.deleteFrom('mentions').where('condition_id', 'in', conditionIds).execute();
      const counts = new Map<string, number>();
      const rows = mentions.map((mention) => {
        const position = counts.get(mention.conditionId) ?? 0;
        counts.set(mention.conditionId, position + 1);
        return {
          condition_id: mention.conditionId,
          position,
          kind: mention.kind,
          key: mention.key,
          place: mention.place,
          question_id: mention.questionId,
          other_id: mention.otherId,
          anchor: mention.anchor,
          heading: mention.heading,
          language: mention.language,
          seen_in: mention.seenIn,
          sentence: mention.sentence,
        };
      });
      for (let start = 0; start < rows.length; start += atOnce)
        await db
          .insertInto('mentions')
          .values(rows.slice(start, start + atOnce))
          .execute();
      await db
        .insertInto('mentions_filled')
        .values(conditionIds.map((condition_id) => ({ condition_id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Conditions that were never looked through: an older database, or a job that failed for good. */
    async listUnfilled(limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('conditions as c')
        .select('c.id')
        .where((of) =>
          of.not(
            of.exists(
              of.selectFrom('mentions_filled as f').select('f.condition_id').whereRef('f.condition_id', '=', 'c.id'),
            ),
          ),
        )
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async countSources(): Promise<number> {
      const { count } = await db
        .selectFrom('sources')
        .select((of) => of.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async listSourceKeys(): Promise<string[]> {
      return (await db.selectFrom('sources').select('id').orderBy('id').execute()).map(({ id }) => id);
    },

    /** By their first author or title, with how many conditions rest on each. */
    async listSources({ offset, limit }: { offset: number; limit: number }) {
      const author = sql<string>`lower(coalesce(csl #>> '{author,0,family}', csl #>> '{author,0,literal}', csl ->> 'title'))`;
      const sources = await db
        .selectFrom('sources')
        .select(['id as key', 'csl'])
        .orderBy(author)
        .orderBy('id')
        .offset(offset)
        .limit(limit)
        .execute();
      if (sources.length === 0) return [];
      const counts = await db
        .selectFrom(resting(sources.map(({ key }) => key)).as('r'))
        .select((of) => ['r.key', of.fn.countAll<string>().as('count')])
        .groupBy('r.key')
        .execute();
      const countOf = new Map(counts.map(({ key, count }) => [key, Number(count)]));
      return sources.map((source) => ({ ...source, conditions: countOf.get(source.key) ?? 0 }));
    },

    async findSource(key: string): Promise<unknown> {
      return (await db.selectFrom('sources').select('csl').where('id', '=', key).executeTakeFirst())?.csl;
    },

    async countConditionsOn(key: string): Promise<number> {
      const { count } = await db
        .selectFrom(resting([key]).as('r'))
        .select((of) => of.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    /** Conditions that rest on a source, by their names in this language. */
    async listConditionsOn(
      key: string,
      { language, offset, limit }: { language: LanguageTag; offset: number; limit: number },
    ): Promise<string[]> {
      const name = (tag: string) =>
        db
          .selectFrom('condition_names as n')
          .select('n.name')
          .whereRef('n.condition_id', '=', sql.ref('r.condition_id'))
          .where('n.language', '=', tag)
          .where('n.kind', '=', 'preferred');
      const rows = await db
        .selectFrom(resting([key]).as('r'))
        .select('r.condition_id')
        .orderBy(sql`lower(coalesce((${name(language)}), (${name('en')})))`)
        .orderBy('r.condition_id')
        .offset(offset)
        .limit(limit)
        .execute();
      return rows.map((row) => row.condition_id);
    },

    /** The sentences of these conditions that rest on a source, as readers of a language see them, in their order. */
    async listMentionsOf(key: string, language: LanguageTag, conditionIds: readonly string[]): Promise<Mention[]> {
      if (conditionIds.length === 0) return [];
      const rows = await db
        .selectFrom('mentions')
        .selectAll()
        .where('kind', '=', 'source')
        .where('key', '=', key)
        .where('condition_id', 'in', conditionIds)
        .where(sql<boolean>`${language} = any(seen_in)`)
        .orderBy('position')
        .execute();
      return rows.map((row) => ({
        conditionId: row.condition_id,
        kind: row.kind,
        key: row.key,
        place: row.place,
        questionId: row.question_id,
        otherId: row.other_id,
        anchor: row.anchor,
        heading: row.heading,
        language: row.language,
        seenIn: row.seen_in,
        sentence: row.sentence,
      }));
    },

    async listClaimsOf(key: string, conditionIds: readonly string[]) {
      if (conditionIds.length === 0) return [];
      return db
        .selectFrom('claims')
        .select(['condition_id as conditionId', 'id', 'about', 'value', 'low', 'high', 'unit', 'place', 'year'])
        .select('source_key as source')
        .where('source_key', '=', key)
        .where('condition_id', 'in', conditionIds)
        .orderBy('position')
        .execute();
    },

    async listCodesOf(key: string, conditionIds: readonly string[]) {
      if (conditionIds.length === 0) return [];
      return db
        .selectFrom('condition_codes')
        .select(['condition_id as conditionId', 'system', 'code'])
        .where('source_key', '=', key)
        .where('condition_id', 'in', conditionIds)
        .orderBy('position')
        .execute();
    },

    async listAxesOf(key: string) {
      return db
        .selectFrom('axes')
        .select(['id', 'name', 'version'])
        .where('source_key', '=', key)
        .orderBy('position')
        .execute();
    },

    async listTerms() {
      return db.selectFrom('glossary_terms').select(['id', 'term', 'means']).execute();
    },

    /** For each term the first answers that explain it, as readers of a language see them, and how many there are. */
    async listUses(language: LanguageTag, most: number) {
      const first = db
        .selectFrom('mentions')
        .select(['key', 'condition_id', 'question_id'])
        .select((of) => of.fn.min('position').as('position'))
        .where('kind', '=', 'term')
        .where('question_id', 'is not', null)
        .where(sql<boolean>`${language} = any(seen_in)`)
        .groupBy(['key', 'condition_id', 'question_id']);
      const ranked = db
        .selectFrom(first.as('f'))
        .innerJoin('mentions as m', (join) =>
          join.onRef('m.condition_id', '=', 'f.condition_id').onRef('m.position', '=', 'f.position'),
        )
        .innerJoin('conditions as c', 'c.id', 'f.condition_id')
        .select(['f.key', 'f.condition_id', 'c.slug', 'f.question_id', 'm.anchor'])
        .select([
          sql<string>`count(*) over (partition by f.key)`.as('total'),
          sql<string>`row_number() over (partition by f.key order by c.slug, f.question_id)`.as('place'),
        ]);
      const rows = await db
        .selectFrom(ranked.as('r'))
        .selectAll()
        .where(sql<boolean>`r.place <= ${most}`)
        .orderBy('r.place')
        .execute();
      return rows.map((row) => ({
        key: row.key,
        conditionId: row.condition_id,
        slug: row.slug,
        questionId: row.question_id!,
        anchor: row.anchor,
        total: Number(row.total),
      }));
    },
  };
}
