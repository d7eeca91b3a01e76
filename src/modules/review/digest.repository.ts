import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { usualFrequency, type Digest, type DigestFrequency } from './digest.ts';
import type { ReviewTables } from './review.tables.ts';

/** When reviewers are told by mail what waits for them. */
export function createDigestRepository(database: Database) {
  const db = database.withTables<ReviewTables>();
  return {
    async find(reviewerId: string): Promise<Digest> {
      const row = await db
        .selectFrom('review_digests')
        .select(['frequency', sql<string | null>`told_on::text`.as('toldOn')])
        .where('reviewer_id', '=', reviewerId)
        .executeTakeFirst();
      return row ?? { frequency: usualFrequency, toldOn: null };
    },

    async saveFrequency(reviewerId: string, frequency: DigestFrequency): Promise<void> {
      await db
        .insertInto('review_digests')
        .values({ reviewer_id: reviewerId, frequency, told_on: null })
        .onConflict((conflict) => conflict.column('reviewer_id').doUpdateSet({ frequency }))
        .execute();
    },

    /** Until the transaction ends: of two processes that tell reviewers, the second finds them told. */
    async hold(reviewerId: string): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('review_digests'), hashtext(${reviewerId}))`.execute(db);
    },

    async saveTold(reviewerId: string, toldOn: string): Promise<void> {
      await db
        .insertInto('review_digests')
        .values({ reviewer_id: reviewerId, frequency: usualFrequency, told_on: toldOn })
        .onConflict((conflict) => conflict.column('reviewer_id').doUpdateSet({ told_on: toldOn }))
        .execute();
    },
  };
}
