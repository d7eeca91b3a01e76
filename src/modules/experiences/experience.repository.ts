import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { MemberRole } from '#modules/members/index.ts';
import type { Experience, YearsSince } from './experience.ts';
import type { ExperienceTables } from './experience.tables.ts';

const columns = [
  'e.id',
  'e.condition_id',
  'e.question_id',
  'e.language',
  'e.title',
  'e.body',
  'e.author_name',
  'e.role',
  'e.audience',
  'e.relation',
  'e.years_since',
  'e.content_notes',
  'e.demo',
  'e.published_at',
  'e.changed_at',
] as const;

type Row = Pick<
  ExperienceTables['experiences'],
  'id' | 'condition_id' | 'question_id' | 'language' | 'title' | 'body'
> &
  Pick<ExperienceTables['experiences'], 'author_name' | 'role' | 'audience' | 'relation' | 'years_since' | 'demo'> &
  Pick<ExperienceTables['experiences'], 'published_at' | 'changed_at'> & {
    content_notes: Experience['contentNotes'];
    leaving: unknown;
  };

const toExperience = ({ leaving, ...row }: Row): Experience => ({
  id: row.id,
  conditionId: row.condition_id,
  questionId: row.question_id,
  language: row.language,
  title: row.title,
  body: row.body,
  authorName: leaving ? null : row.author_name,
  role: row.role,
  audience: row.audience,
  relation: row.relation,
  yearsSince: row.years_since,
  contentNotes: row.content_notes,
  demo: row.demo,
  publishedAt: row.published_at,
  changedAt: row.changed_at,
});

/** Who reads: strangers see what is for everyone, members what is for members, too. */
export type Reader = 'stranger' | 'member';

/** In which order experiences are read; `alike`: only those by people like the one described, newest first. */
export type ReadingOrder = { by: 'newest' } | { by: 'helpful' } | { by: 'alike'; role: MemberRole; years?: YearsSince };

/** Where a page of a list begins: after this one. */
export interface Place {
  id: string;
  publishedAt: Date;
  helpful: number;
}

export type NewExperience = Pick<
  Experience,
  'id' | 'conditionId' | 'questionId' | 'language' | 'title' | 'body' | 'authorName' | 'role' | 'demo' | 'publishedAt'
> &
  Partial<Pick<Experience, 'audience' | 'relation' | 'yearsSince' | 'contentNotes' | 'authorId'>>;

export type ExperienceRepository = ReturnType<typeof createExperienceRepository>;

/** Experiences that can be read. What their authors took back, or moderators hid, is in none of its answers. */
export function createExperienceRepository(database: Database) {
  const db = database.withTables<ExperienceTables>();
  /** Literal, so that the indexes over what can be read are known to fit whatever the plan. */
  const readable = db
    .selectFrom('experiences as e')
    .where('e.state', '=', sql.lit('published'))
    .where('e.standing', '=', sql.lit('shown'))
    // Whoever is leaving is seen no more: neither what they take along, nor their name under what stays.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('members as m')
            .select('m.id')
            .whereRef('m.id', '=', 'e.author_id')
            .where('m.leaving_on', 'is not', null)
            .where('m.leaving_keeps_experiences', '=', false),
        ),
      ),
    );
  /** Who took back their agreement to publishing has nothing that is for everyone, until they agree again. */
  const forEveryone = readable.where('e.audience', '=', sql.lit('everyone')).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('members as m')
          .innerJoin('consents as c', 'c.account_id', 'm.account_id')
          .select('m.id')
          .whereRef('m.id', '=', 'e.author_id')
          .where('c.kind', '=', 'publishing')
          .groupBy('m.id')
          .having(({ fn }) => fn.countAll().filterWhere('c.withdrawn_at', 'is', null), '=', 0),
      ),
    ),
  );
  const forReader = (reader: Reader) => (reader === 'member' ? readable : forEveryone);
  const withLeaving = <Query extends typeof readable>(query: Query) =>
    query
      .select(columns)
      .select(({ selectFrom }) =>
        selectFrom('members as m').select('m.leaving_on').whereRef('m.id', '=', 'e.author_id').as('leaving'),
      );
  const of = (conditionId: string, questionId: string | undefined, reader: Reader) => {
    const all = forReader(reader).where('e.condition_id', '=', conditionId);
    return questionId === undefined ? all : all.where('e.question_id', '=', questionId);
  };

  return {
    /** A page of experiences. `after` is the last one of the page before (keyset paging). */
    async list(
      conditionId: string,
      {
        questionId,
        after,
        limit,
        reader = 'stranger',
        order = { by: 'newest' },
      }: {
        questionId?: string | undefined;
        after?: Place | undefined;
        limit: number;
        reader?: Reader;
        order?: ReadingOrder;
      },
    ): Promise<Experience[]> {
      let query = of(conditionId, questionId, reader);
      if (order.by === 'alike') {
        query = query.where('e.role', '=', order.role);
        if (order.years) query = query.where('e.years_since', '=', order.years);
      }
      const read = async (some: typeof query, most: number) => {
        const ordered = order.by === 'helpful' ? some.orderBy('e.helpful', 'desc') : some;
        const rows = await withLeaving(ordered.orderBy('e.published_at', 'desc').orderBy('e.id').limit(most)).execute();
        return rows.map(toExperience);
      };
      if (!after) return read(query, limit);
      // the first comparison is what lets an index begin in the middle
      const later = (some: typeof query) =>
        some.where('e.published_at', '<=', after.publishedAt).where(
          sql<boolean>`(e.published_at < ${after.publishedAt}
            or (e.published_at = ${after.publishedAt} and e.id > ${after.id}))`,
        );
      if (order.by !== 'helpful') return read(later(query), limit);
      // most have helped as many as the next: the rest of those first, then the others, each from where the index has them
      const alike = await read(later(query.where('e.helpful', '=', after.helpful)), limit);
      if (alike.length === limit) return alike;
      return [...alike, ...(await read(query.where('e.helpful', '<', after.helpful), limit - alike.length))];
    },

    /** The newest experiences for everyone, of the whole atlas. */
    async listNewestOfAll(limit: number): Promise<Experience[]> {
      const query = forEveryone.orderBy('e.published_at', 'desc').orderBy('e.id').limit(limit);
      return (await withLeaving(query).execute()).map(toExperience);
    },

    /**
     * How many can be read here by everyone, counted up to `most` and no further. Not a count of people: one author may
     * have written several.
     */
    async countPublic(conditionId: string, questionId: string | undefined, most: number): Promise<number> {
      const some = of(conditionId, questionId, 'stranger').select('e.id').limit(most);
      const { total } = await db
        .selectFrom(some.as('some'))
        .select((each) => each.fn.countAll<string>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(total);
    },

    /** Under which conditions a member has published. */
    async listConditionsOf(authorId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('experiences')
        .select('condition_id')
        .where('author_id', '=', authorId)
        .union(db.selectFrom('experience_replies').select('condition_id').where('author_id', '=', authorId))
        .execute();
      return rows.map((row) => row.condition_id);
    },

    /** Where an experience stands in the lists of its condition, to go on from there. */
    async findPlace(conditionId: string, id: string, reader: Reader): Promise<Place | undefined> {
      const row = await of(conditionId, undefined, reader)
        .select(['e.id', 'e.published_at', 'e.helpful'])
        .where('e.id', '=', id)
        .executeTakeFirst();
      return row && { id: row.id, publishedAt: row.published_at, helpful: row.helpful };
    },

    async find(conditionId: string, id: string, reader: Reader): Promise<Experience | undefined> {
      const row = await withLeaving(of(conditionId, undefined, reader).where('e.id', '=', id)).executeTakeFirst();
      return row && toExperience(row);
    },

    async add(experience: NewExperience): Promise<void> {
      await db
        .insertInto('experiences')
        .values({
          condition_id: experience.conditionId,
          id: experience.id,
          question_id: experience.questionId,
          language: experience.language,
          title: experience.title,
          body: experience.body,
          author_name: experience.authorName,
          role: experience.role,
          demo: experience.demo,
          published_at: experience.publishedAt,
          author_id: experience.authorId ?? null,
          audience: experience.audience ?? 'everyone',
          relation: experience.relation ?? null,
          of_age_in: null,
          years_since: experience.yearsSince ?? null,
          content_notes: experience.contentNotes ?? [],
          changed_at: null,
        })
        .execute();
    },
  };
}
