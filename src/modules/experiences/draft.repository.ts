import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Draft } from './draft.ts';
import type { ExperienceTables } from './experience.tables.ts';

const toDraft = (row: ExperienceTables['experience_drafts'] & { content: Draft['content'] }): Draft => ({
  id: row.id,
  conditionId: row.condition_id,
  questionId: row.question_id,
  authorId: row.author_id,
  content: row.content,
  version: row.version,
  changedAt: row.changed_at,
});

export type DraftRepository = ReturnType<typeof createDraftRepository>;

/** What somebody is writing: theirs alone, so that every question names the author. */
export function createDraftRepository(database: Database) {
  const db = database.withTables<ExperienceTables>();
  const own = (id: string, authorId: string) =>
    db.selectFrom('experience_drafts').selectAll().where('id', '=', id).where('author_id', '=', authorId);
  return {
    async find(id: string, authorId: string): Promise<Draft | undefined> {
      const row = await own(id, authorId).executeTakeFirst();
      return row && toDraft(row as never);
    },

    /** The newest first. */
    async list(authorId: string): Promise<Draft[]> {
      const rows = await db
        .selectFrom('experience_drafts')
        .selectAll()
        .where('author_id', '=', authorId)
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => toDraft(row as never));
    },

    async count(authorId: string): Promise<number> {
      const row = await db
        .selectFrom('experience_drafts')
        .select((each) => each.fn.countAll<string>().as('count'))
        .where('author_id', '=', authorId)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    /**
     * Saves what was written on top of `draft.version` (0: nothing yet), and counts it up. Undefined if something else was
     * saved meanwhile, or the draft is somebody else's.
     */
    async save(draft: Draft): Promise<Draft | undefined> {
      const values = { content: jsonb(draft.content), changed_at: draft.changedAt };
      const row =
        draft.version === 0
          ? await db
              .insertInto('experience_drafts')
              .values({
                ...values,
                id: draft.id,
                condition_id: draft.conditionId,
                question_id: draft.questionId,
                author_id: draft.authorId,
                version: 1,
              })
              .onConflict((conflict) => conflict.column('id').doNothing())
              .returningAll()
              .executeTakeFirst()
          : await db
              .updateTable('experience_drafts')
              .set({ ...values, version: draft.version + 1 })
              .where('id', '=', draft.id)
              .where('author_id', '=', draft.authorId)
              .where('version', '=', draft.version)
              .returningAll()
              .executeTakeFirst();
      return row && toDraft(row as never);
    },

    /** Takes the draft away if it still is as it was read: of two that publish it at once, one gets it. */
    async take({ id, authorId, version }: Pick<Draft, 'id' | 'authorId' | 'version'>): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('experience_drafts')
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .where('version', '=', version)
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },

    async remove(id: string, authorId: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('experience_drafts')
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },
  };
}
