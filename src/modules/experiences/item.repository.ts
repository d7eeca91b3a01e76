import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { AnswerNote, Audience, ExperienceState, ItemRef, Relation, Standing } from './experience.ts';
import type { ExperienceTables } from './experience.tables.ts';

/** A text as its author and moderators may know it. */
export interface Item extends ItemRef {
  conditionId: string;
  questionId: string | null;
  /** Of a reply: the experience that it answers. */
  experienceId: string | null;
  title: string;
  body: string;
  language: string;
  /** The name it stands under; null: none. */
  authorName: string | null;
  audience: Audience;
  relation: Relation | null;
  /** The year in which whom it is about comes of age; null: they are, or it is about its author. */
  ofAgeIn: number | null;
  demo: boolean;
  state: ExperienceState;
  standing: Standing;
  /** Goes up with every change of its words. */
  version: number;
  publishedAt: Date;
  changedAt: Date | null;
  /** Undefined: an invented text, or its author has left. */
  author: { memberId: string; accountId: string | null } | undefined;
  /** Every text that it had, the newest first; the present one is the first. */
  revisions: { version: number; title: string; body: string; at: Date }[];
  notes: AnswerNote[];
}

export type ItemRepository = ReturnType<typeof createItemRepository>;

/** Experiences and replies as things that somebody answers for: for their authors and for moderation. */
export function createItemRepository(database: Database) {
  const db = database.withTables<ExperienceTables>();

  const rowOf = ({ kind, id }: ItemRef) =>
    kind === 'experience'
      ? db
          .selectFrom('experiences as e')
          .select(['e.question_id', 'e.title', 'e.audience', 'e.relation', 'e.of_age_in'])
          .select(sql<string | null>`null`.as('experience_id'))
          .select(shared('e'))
          .where('e.id', '=', id)
          .executeTakeFirst()
      : db
          .selectFrom('experience_replies as e')
          .innerJoin('experiences as under', (join) =>
            join.onRef('under.condition_id', '=', 'e.condition_id').onRef('under.id', '=', 'e.experience_id'),
          )
          .select(['under.question_id', 'under.audience', 'e.experience_id'])
          .select([
            sql<string>`''`.as('title'),
            sql<Relation | null>`null`.as('relation'),
            sql<number | null>`null`.as('of_age_in'),
          ])
          .select(shared('e'))
          .where('e.id', '=', id)
          .executeTakeFirst();

  return {
    async find({ kind, id }: ItemRef): Promise<Item | undefined> {
      const row = await rowOf({ kind, id });
      if (!row) return undefined;
      const of = { condition: row.condition_id, item: id };
      const [author, revisions, notes] = await Promise.all([
        row.author_id === null
          ? undefined
          : db.selectFrom('members').select(['id', 'account_id']).where('id', '=', row.author_id).executeTakeFirst(),
        db
          .selectFrom('experience_revisions')
          .select(['version', 'title', 'body', 'made_at as at'])
          .where('condition_id', '=', of.condition)
          .where('item_id', '=', of.item)
          .orderBy('version', 'desc')
          .execute(),
        db
          .selectFrom('experience_notes')
          .select(['question_id', 'words', 'language'])
          .where('condition_id', '=', of.condition)
          .where('item_id', '=', of.item)
          .orderBy('set_at')
          .execute(),
      ]);
      return {
        kind,
        id,
        conditionId: row.condition_id,
        questionId: row.question_id,
        experienceId: row.experience_id,
        title: row.title,
        body: row.body,
        language: row.language,
        authorName: row.author_name,
        audience: row.audience,
        relation: row.relation,
        ofAgeIn: row.of_age_in,
        demo: row.demo,
        state: row.state,
        standing: row.standing,
        version: row.version,
        publishedAt: row.published_at,
        changedAt: row.changed_at,
        author: author && { memberId: author.id, accountId: author.account_id },
        revisions,
        notes: notes.map(({ question_id: questionId, words, language }) => ({ questionId, words, language })),
      };
    },

    /** The words of many published texts with two questions to the database, for lists. By their ids. */
    async listWords(refs: readonly ItemRef[]): Promise<Map<string, { title: string; body: string }>> {
      const idsOf = (kind: ItemRef['kind']) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
      const [experiences, replies] = await Promise.all([
        db
          .selectFrom('experiences')
          .select(['id', 'title', 'body'])
          .where('id', '=', (of) => of.fn.any(of.val(idsOf('experience'))))
          .where('state', '=', 'published')
          .execute(),
        db
          .selectFrom('experience_replies')
          .select(['id', 'body'])
          .where('id', '=', (of) => of.fn.any(of.val(idsOf('reply'))))
          .where('state', '=', 'published')
          .execute(),
      ]);
      return new Map(
        [...experiences, ...replies.map((reply) => ({ ...reply, title: '' }))].map(({ id, title, body }) => [
          id,
          { title, body },
        ]),
      );
    },

    /** Returns the condition it stands under; undefined if there is no such text, or it stands like this already. */
    async setStanding({ kind, id }: ItemRef, standing: Standing): Promise<string | undefined> {
      const row = await db
        .updateTable(kind === 'experience' ? 'experiences' : 'experience_replies')
        .set({ standing })
        .where('id', '=', id)
        .where('standing', '!=', standing)
        .returning('condition_id')
        .executeTakeFirst();
      return row?.condition_id;
    },

    /** Puts these notes beside a text, instead of any others. Returns the condition; undefined if there is no such text. */
    async setNotes({ kind, id }: ItemRef, notes: readonly AnswerNote[], at: Date): Promise<string | undefined> {
      const table = kind === 'experience' ? 'experiences' : 'experience_replies';
      const row = await db.selectFrom(table).select('condition_id').where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      await db
        .deleteFrom('experience_notes')
        .where('condition_id', '=', row.condition_id)
        .where('item_id', '=', id)
        .execute();
      if (notes.length > 0)
        await db
          .insertInto('experience_notes')
          .values(
            notes.map(({ questionId, words, language }) => ({
              condition_id: row.condition_id,
              item_id: id,
              question_id: questionId,
              words,
              language,
              set_at: at,
            })),
          )
          .execute();
      return row.condition_id;
    },
  };
}

const shared = <Alias extends string>(alias: Alias) =>
  [
    `${alias}.condition_id`,
    `${alias}.body`,
    `${alias}.language`,
    `${alias}.author_name`,
    `${alias}.author_id`,
    `${alias}.demo`,
    `${alias}.state`,
    `${alias}.standing`,
    `${alias}.version`,
    `${alias}.published_at`,
    `${alias}.changed_at`,
  ] as const;
