import { sql, type Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Comment } from './comment.ts';
import type { ReviewTables } from './review.tables.ts';

export type CommentRepository = ReturnType<typeof createCommentRepository>;

export function createCommentRepository(database: Database) {
  const db = database.withTables<ReviewTables>();
  return {
    /** One at a time for each text: a second press finds what the first one did. */
    async lock(answerId: string): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('review_comments'), hashtext(${answerId}))`.execute(db);
    },

    /** About any version of a text, the oldest first. */
    async list(conditionId: string, answerId: string): Promise<Comment[]> {
      const rows = await db
        .selectFrom('review_comments')
        .leftJoin('review_comments_done as done', 'done.comment_id', 'review_comments.id')
        .selectAll('review_comments')
        .select(['done.done_at', 'done.name as done_name'])
        .where('condition_id', '=', conditionId)
        .where('answer_id', '=', answerId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toComment);
    },

    async add(comment: Comment): Promise<void> {
      await db
        .insertInto('review_comments')
        .values({
          id: comment.id,
          condition_id: comment.conditionId,
          answer_id: comment.answerId,
          revision_id: comment.revisionId,
          field: comment.field,
          passage: comment.passage,
          text: comment.text,
          account_id: comment.accountId,
          author_name: comment.authorName,
          author_role: comment.authorRole,
          created_at: comment.createdAt,
        })
        .execute();
    },

    /** Marks a comment of this text as done, or, without `by`, as open again. Returns whether there is one. */
    async settle(
      id: string,
      answerId: string,
      by: { at: Date; accountId: string; name: string | null } | undefined,
    ): Promise<boolean> {
      const known = await db
        .selectFrom('review_comments')
        .select('id')
        .where('id', '=', id)
        .where('answer_id', '=', answerId)
        .executeTakeFirst();
      if (!known) return false;
      if (by)
        await db
          .insertInto('review_comments_done')
          .values({ comment_id: id, account_id: by.accountId, name: by.name, done_at: by.at })
          // whoever presses second changes nothing
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      else await db.deleteFrom('review_comments_done').where('comment_id', '=', id).execute();
      return true;
    },

    async removeDoneBefore(day: Date): Promise<void> {
      await db
        .deleteFrom('review_comments')
        .where('id', 'in', (of) =>
          of.selectFrom('review_comments_done').select('comment_id').where('done_at', '<', day),
        )
        .execute();
    },
  };
}

const toComment = (
  row: Selectable<ReviewTables['review_comments']> & { done_at: Date | null; done_name: string | null },
): Comment => ({
  id: row.id,
  conditionId: row.condition_id,
  answerId: row.answer_id,
  revisionId: row.revision_id,
  field: row.field,
  passage: row.passage,
  text: row.text,
  accountId: row.account_id,
  authorName: row.author_name,
  authorRole: row.author_role,
  createdAt: row.created_at,
  doneAt: row.done_at,
  doneBy: row.done_name,
});
