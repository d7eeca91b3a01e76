import type { Database } from '#platform/db/database.ts';
import type { ReviewTables } from './review.tables.ts';
import { noWishes, type Wishes } from './wishes.ts';

/** Topics of reviewers, and how much they take on. */
export function createWishesRepository(database: Database) {
  const db = database.withTables<ReviewTables>();
  return {
    async find(reviewerId: string): Promise<Wishes> {
      const row = await db
        .selectFrom('reviewer_wishes')
        .selectAll()
        .where('reviewer_id', '=', reviewerId)
        .executeTakeFirst();
      return row ? toWishes(row) : noWishes;
    },

    /** By reviewer; whoever is not in it has said nothing yet. */
    async listAll(): Promise<Map<string, Wishes>> {
      const rows = await db.selectFrom('reviewer_wishes').selectAll().execute();
      return new Map(rows.map((row) => [row.reviewer_id, toWishes(row)]));
    },

    async save(reviewerId: string, { conditionIds, groupIds, load }: Wishes): Promise<void> {
      const row = { condition_ids: [...conditionIds], group_ids: [...groupIds], load };
      await db
        .insertInto('reviewer_wishes')
        .values({ reviewer_id: reviewerId, ...row })
        .onConflict((conflict) => conflict.column('reviewer_id').doUpdateSet(row))
        .execute();
    },
  };
}

const toWishes = (row: ReviewTables['reviewer_wishes']): Wishes => ({
  conditionIds: row.condition_ids,
  groupIds: row.group_ids,
  load: row.load,
});
