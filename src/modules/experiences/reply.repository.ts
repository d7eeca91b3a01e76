import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Reader } from './experience.repository.ts';
import type { AnswerNote, ReactionKind, Reply } from './experience.ts';
import type { ExperienceTables } from './experience.tables.ts';

export type ReplyRepository = ReturnType<typeof createReplyRepository>;

/** What stands beside an experience: replies, notes of moderators, and the reactions of whoever reads. */
export function createReplyRepository(database: Database) {
  const db = database.withTables<ExperienceTables>();
  return {
    /** Replies that can be read, the oldest first. `after`: the last one of the page before. */
    async list(
      { conditionId, id }: { conditionId: string; id: string },
      {
        reader,
        after,
        limit,
      }: { reader: Reader; after?: { id: string; publishedAt: Date } | undefined; limit: number },
    ): Promise<Reply[]> {
      let query = db
        .selectFrom('experience_replies as r')
        .leftJoin('members as m', 'm.id', 'r.author_id')
        .select(['r.id', 'r.language', 'r.body', 'r.author_name', 'r.author_id', 'r.demo', 'r.published_at'])
        .select(['r.changed_at', 'm.leaving_on'])
        .where('r.condition_id', '=', conditionId)
        .where('r.experience_id', '=', id)
        .where('r.state', '=', 'published')
        .where('r.standing', '=', 'shown')
        .where((either) =>
          either.or([either('m.leaving_on', 'is', null), either('m.leaving_keeps_experiences', '=', true)]),
        )
        .orderBy('r.published_at')
        .orderBy('r.id')
        .limit(limit);
      // to the whole internet only by those who agree to that
      if (reader === 'stranger')
        query = query.where(({ or, exists, selectFrom, eb }) =>
          or([
            eb('m.account_id', 'is', null),
            exists(
              selectFrom('consents as c')
                .select('c.kind')
                .whereRef('c.account_id', '=', 'm.account_id')
                .where('c.kind', '=', 'publishing')
                .where('c.withdrawn_at', 'is', null),
            ),
          ]),
        );
      if (after)
        query = query.where(
          sql<boolean>`(r.published_at, r.id) > (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
        );
      return (await query.execute()).map((row) => ({
        id: row.id,
        conditionId,
        experienceId: id,
        language: row.language,
        body: row.body,
        authorName: row.leaving_on ? null : row.author_name,
        authorId: row.author_id,
        demo: row.demo,
        publishedAt: row.published_at,
        changedAt: row.changed_at,
      }));
    },

    /** Where a reply stands among those of its experience, to go on from there. */
    async findPlace(conditionId: string, id: string): Promise<{ id: string; publishedAt: Date } | undefined> {
      const row = await db
        .selectFrom('experience_replies')
        .select(['id', 'published_at'])
        .where('condition_id', '=', conditionId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { id: row.id, publishedAt: row.published_at };
    },

    /** What moderators set beside these texts, by their ids. */
    async listNotes(conditionId: string, itemIds: readonly string[]): Promise<Map<string, AnswerNote[]>> {
      if (itemIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('experience_notes')
        .select(['item_id', 'question_id', 'words', 'language'])
        .where('condition_id', '=', conditionId)
        .where('item_id', 'in', itemIds)
        .orderBy('set_at')
        .execute();
      const notes = new Map<string, AnswerNote[]>();
      for (const { item_id: id, question_id: questionId, words, language } of rows)
        notes.set(id, [...(notes.get(id) ?? []), { questionId, words, language }]);
      return notes;
    },

    /** How a member has reacted to an experience. */
    async listReactions(conditionId: string, experienceId: string, memberId: string): Promise<ReactionKind[]> {
      const rows = await db
        .selectFrom('experience_reactions')
        .select('kind')
        .where('condition_id', '=', conditionId)
        .where('experience_id', '=', experienceId)
        .where('member_id', '=', memberId)
        .execute();
      return rows.map(({ kind }) => kind);
    },

    /** Once for each kind, however often it is pressed. */
    async react(to: {
      conditionId: string;
      experienceId: string;
      memberId: string;
      kind: ReactionKind;
    }): Promise<void> {
      await db
        .insertInto('experience_reactions')
        .values({
          condition_id: to.conditionId,
          experience_id: to.experienceId,
          member_id: to.memberId,
          kind: to.kind,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async takeBackReaction(of: {
      conditionId: string;
      experienceId: string;
      memberId: string;
      kind: ReactionKind;
    }): Promise<void> {
      await db
        .deleteFrom('experience_reactions')
        .where('condition_id', '=', of.conditionId)
        .where('experience_id', '=', of.experienceId)
        .where('member_id', '=', of.memberId)
        .where('kind', '=', of.kind)
        .execute();
    },
  };
}
