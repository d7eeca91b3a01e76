import type { Database } from '#platform/db/database.ts';
import type { Experience } from './experience.ts';
import type { ExperienceTables } from './experience.tables.ts';

const toExperience = ({ leaving, ...row }: ExperienceTables['experiences'] & { leaving: unknown }): Experience => ({
  id: row.id,
  conditionId: row.condition_id,
  questionId: row.question_id,
  language: row.language,
  title: row.title,
  body: row.body,
  authorName: leaving ? null : row.author_name,
  role: row.role,
  demo: row.demo,
  publishedAt: row.published_at,
});

export type ExperienceRepository = ReturnType<typeof createExperienceRepository>;

export function createExperienceRepository(database: Database) {
  const db = database.withTables<ExperienceTables>();
  /** Whoever is leaving is seen no more: neither what they take along, nor their name under what stays. */
  const stayed = db
    .selectFrom('experiences')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('members')
            .whereRef('members.id', '=', 'author_id')
            .where('leaving_on', 'is not', null)
            .where('leaving_keeps_experiences', '=', false),
        ),
      ),
    );
  /** Nor is what somebody published who has taken back their agreement to publishing, until they agree again. */
  const shown = stayed.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('members')
          .innerJoin('consents', 'consents.account_id', 'members.account_id')
          .select('members.id')
          .whereRef('members.id', '=', 'author_id')
          .where('kind', '=', 'publishing')
          .groupBy('members.id')
          .having(({ fn }) => fn.countAll().filterWhere('withdrawn_at', 'is', null), '=', 0),
      ),
    ),
  );
  const withLeaving = <Query extends typeof shown>(query: Query) =>
    query
      .selectAll()
      .select(({ selectFrom }) =>
        selectFrom('members').select('members.leaving_on').whereRef('members.id', '=', 'author_id').as('leaving'),
      );
  const of = (conditionId: string, questionId?: string) => {
    const all = shown.where('condition_id', '=', conditionId);
    return questionId === undefined ? all : all.where('question_id', '=', questionId);
  };
  return {
    /** Public experiences, newest first. `after` is the last one of the page before (keyset paging). */
    async listNewest(
      conditionId: string,
      {
        questionId,
        after,
        limit,
      }: { questionId?: string; after?: Pick<Experience, 'publishedAt' | 'id'>; limit: number },
    ): Promise<Experience[]> {
      let query = withLeaving(of(conditionId, questionId)).orderBy('published_at', 'desc').orderBy('id').limit(limit);
      if (after)
        query = query.where((where) =>
          where.or([
            where('published_at', '<', after.publishedAt),
            where.and([where('published_at', '=', after.publishedAt), where('id', '>', after.id)]),
          ]),
        );
      return (await query.execute()).map(toExperience);
    },

    /** The newest public experiences of the whole atlas. */
    async listNewestOfAll(limit: number): Promise<Experience[]> {
      const rows = await withLeaving(shown).orderBy('published_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(toExperience);
    },

    /** How many can be read here. Not a count of people: one author may have written several. */
    async countPublic(conditionId: string, questionId?: string): Promise<number> {
      const { total } = await of(conditionId, questionId)
        .select((each) => each.fn.countAll<string>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(total);
    },

    /** Under which conditions a member has published. */
    async listConditionsOf(authorId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('experiences')
        .select('condition_id')
        .distinct()
        .where('author_id', '=', authorId)
        .execute();
      return rows.map((row) => row.condition_id);
    },

    async find(conditionId: string, id: string): Promise<Pick<Experience, 'publishedAt' | 'id'> | undefined> {
      const row = await of(conditionId).select(['id', 'published_at']).where('id', '=', id).executeTakeFirst();
      return row && { id: row.id, publishedAt: row.published_at };
    },

    async add(experience: Experience): Promise<void> {
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
        })
        .execute();
    },
  };
}
