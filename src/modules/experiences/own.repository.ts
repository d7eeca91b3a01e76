import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Experience, ExperienceState, ItemRef, Reply, Standing } from './experience.ts';
import type { ExperienceTables } from './experience.tables.ts';

/** A text of their own, as its author may know it. */
export interface OwnItem extends ItemRef {
  conditionId: string;
  /** Of a reply: what it answers. */
  experienceId: string | null;
  title: string;
  body: string;
  state: ExperienceState;
  standing: Standing;
  audience: Experience['audience'];
  publishedAt: Date;
}

export type OwnExperience = Experience & {
  ofAgeIn: number | null;
  state: ExperienceState;
  standing: Standing;
  version: number;
};

/** What is stored of an experience; its standing is set once, when it comes, and then by moderators. */
export type Stored = Omit<Experience, 'demo' | 'authorId' | 'changedAt'> & { authorId: string; ofAgeIn: number | null };

/** A table of texts, by what stands in it. */
const tableOf = (kind: ItemRef['kind']) => (kind === 'experience' ? 'experiences' : 'experience_replies');

export type OwnRepository = ReturnType<typeof createOwnRepository>;

/** What authors do with what they have published. Every question names the author: nobody reaches another's text. */
export function createOwnRepository(database: Database) {
  const db = database.withTables<ExperienceTables>();

  const saidOf = (experience: Stored) => ({
    title: experience.title,
    body: experience.body,
    language: experience.language,
    author_name: experience.authorName,
    role: experience.role,
    audience: experience.audience,
    relation: experience.relation,
    of_age_in: experience.ofAgeIn,
    years_since: experience.yearsSince,
    content_notes: experience.contentNotes,
  });

  return {
    async findExperience(id: string, authorId: string): Promise<OwnExperience | undefined> {
      const row = await db
        .selectFrom('experiences')
        .selectAll()
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          conditionId: row.condition_id,
          questionId: row.question_id,
          language: row.language,
          title: row.title,
          body: row.body,
          authorName: row.author_name,
          role: row.role,
          audience: row.audience,
          relation: row.relation,
          yearsSince: row.years_since,
          contentNotes: row.content_notes,
          demo: row.demo,
          publishedAt: row.published_at,
          changedAt: row.changed_at,
          ofAgeIn: row.of_age_in,
          state: row.state,
          standing: row.standing,
          version: row.version,
        }
      );
    },

    /** Experiences and replies of somebody, the newest first. */
    async list(authorId: string): Promise<OwnItem[]> {
      const columns = ['id', 'condition_id', 'body', 'state', 'standing', 'published_at'] as const;
      const [experiences, replies] = await Promise.all([
        db
          .selectFrom('experiences')
          .select([...columns, 'title', 'audience'])
          .where('author_id', '=', authorId)
          .execute(),
        db
          .selectFrom('experience_replies as r')
          .innerJoin('experiences as e', (join) =>
            join.onRef('e.condition_id', '=', 'r.condition_id').onRef('e.id', '=', 'r.experience_id'),
          )
          .select(columns.map((column) => `r.${column}` as const))
          .select(['r.experience_id', 'e.audience'])
          .where('r.author_id', '=', authorId)
          .execute(),
      ]);
      const items = [
        ...experiences.map((row) => ({ kind: 'experience' as const, experience_id: null, ...row })),
        ...replies.map((row) => ({ kind: 'reply' as const, title: '', ...row })),
      ];
      return items
        .map((row) => ({
          kind: row.kind,
          id: row.id,
          conditionId: row.condition_id,
          experienceId: row.experience_id,
          title: row.title,
          body: row.body,
          state: row.state,
          standing: row.standing,
          audience: row.audience,
          publishedAt: row.published_at,
        }))
        .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    },

    /** False if there is one with this id already: a form that was sent twice. */
    async addExperience(experience: Stored, standing: Standing): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('experiences')
        .values({
          ...saidOf(experience),
          condition_id: experience.conditionId,
          id: experience.id,
          question_id: experience.questionId,
          demo: false,
          published_at: experience.publishedAt,
          author_id: experience.authorId,
          standing,
          changed_at: null,
        })
        .onConflict((conflict) => conflict.columns(['condition_id', 'id']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** `standing`: only where it changes by this. Returns the new version. */
    async changeExperience(experience: Stored, at: Date, standing?: Standing): Promise<number | undefined> {
      const row = await db
        .updateTable('experiences')
        .set({
          ...saidOf(experience),
          state: 'published',
          changed_at: at,
          version: sql`version + 1`,
          ...(standing && { standing }),
        })
        .where('condition_id', '=', experience.conditionId)
        .where('id', '=', experience.id)
        .where('author_id', '=', experience.authorId)
        .returning('version')
        .executeTakeFirst();
      return row?.version;
    },

    async addReply(
      reply: Omit<Reply, 'demo' | 'changedAt'> & { authorId: string },
      standing: Standing,
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('experience_replies')
        .values({
          condition_id: reply.conditionId,
          id: reply.id,
          experience_id: reply.experienceId,
          author_id: reply.authorId,
          author_name: reply.authorName,
          language: reply.language,
          body: reply.body,
          published_at: reply.publishedAt,
          standing,
          changed_at: null,
        })
        .onConflict((conflict) => conflict.columns(['condition_id', 'id']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async addRevision(revision: {
      conditionId: string;
      itemId: string;
      version: number;
      authorId: string;
      title: string;
      body: string;
      at: Date;
    }): Promise<void> {
      await db
        .insertInto('experience_revisions')
        .values({
          condition_id: revision.conditionId,
          item_id: revision.itemId,
          version: revision.version,
          author_id: revision.authorId,
          title: revision.title,
          body: revision.body,
          made_at: revision.at,
        })
        .execute();
    },

    /** Returns the condition it stands under; undefined if it is not theirs, or in this state already. */
    async setState({ kind, id }: ItemRef, authorId: string, state: ExperienceState): Promise<string | undefined> {
      const row = await db
        .updateTable(tableOf(kind))
        .set({ state })
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .where('state', '!=', state)
        .returning('condition_id')
        .executeTakeFirst();
      return row?.condition_id;
    },

    /** For good: with its history, its notes, and of an experience also what others answered to it. */
    async remove({ kind, id }: ItemRef, authorId: string): Promise<string | undefined> {
      const row = await db
        .deleteFrom(tableOf(kind))
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .returning('condition_id')
        .executeTakeFirst();
      if (!row) return undefined;
      for (const table of ['experience_revisions', 'experience_notes'] as const)
        await db.deleteFrom(table).where('condition_id', '=', row.condition_id).where('item_id', '=', id).execute();
      return row.condition_id;
    },

    /**
     * What nobody can read any more and nobody can bring back: texts whose author has left that are not shown, and history
     * and notes of texts that are gone. Returns how many texts went.
     */
    async clearForsaken(): Promise<number> {
      let gone = 0;
      for (const table of ['experience_replies', 'experiences'] as const) {
        const { numDeletedRows } = await db
          .deleteFrom(table)
          .where('author_id', 'is', null)
          .where('demo', '=', false)
          .where((either) => either.or([either('state', '!=', 'published'), either('standing', '!=', 'shown')]))
          .executeTakeFirstOrThrow();
        gone += Number(numDeletedRows);
      }
      for (const table of ['experience_revisions', 'experience_notes'])
        await sql`
          delete from ${sql.table(table)} as t
          where not exists (select from experiences e where e.condition_id = t.condition_id and e.id = t.item_id)
            and not exists (select from experience_replies r where r.condition_id = t.condition_id and r.id = t.item_id)`.execute(
          db,
        );
      return gone;
    },

    /** Stories whose subject comes of age in this year or before, each told once. */
    async takeOfAge(year: number): Promise<{ id: string; conditionId: string; authorId: string }[]> {
      const rows = await db
        .updateTable('experiences')
        .set({ of_age_in: null })
        .where('of_age_in', '<=', year)
        .where('author_id', 'is not', null)
        .returning(['id', 'condition_id', 'author_id'])
        .execute();
      return rows.map((row) => ({ id: row.id, conditionId: row.condition_id, authorId: row.author_id! }));
    },
  };
}
