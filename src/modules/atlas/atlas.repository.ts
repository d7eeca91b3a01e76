import type { Database } from '#platform/db/database.ts';
import type { AtlasTables } from './atlas.tables.ts';
import type { ReleasedCount } from './release.ts';

export interface CommunityCount {
  count: ReleasedCount;
  /** When the release was made; undefined before the first. */
  countedAt: Date | undefined;
}

export type AtlasRepository = ReturnType<typeof createAtlasRepository>;

export function createAtlasRepository(database: Database) {
  const db = database.withTables<AtlasTables>();
  return {
    async findCount(conditionId: string): Promise<CommunityCount> {
      const row = await db
        .selectFrom('released_counts')
        .selectAll()
        .where('condition_id', '=', conditionId)
        .executeTakeFirst();
      return {
        count: row?.people ? { kind: 'at-least', people: row.people } : { kind: 'hidden' },
        countedAt: row?.counted_at,
      };
    },

    /** Replaces the release whole. What is hidden and what was never counted leave the same trace: none. */
    async saveRelease(
      counts: readonly { conditionId: string; count: ReleasedCount }[],
      countedAt: Date,
    ): Promise<void> {
      await db.deleteFrom('released_counts').execute();
      const shown = counts.flatMap(({ conditionId, count }) =>
        count.kind === 'hidden' ? [] : [{ conditionId, people: count.people }],
      );
      for (let start = 0; start < shown.length; start += 1000)
        await db
          .insertInto('released_counts')
          .values(
            shown
              .slice(start, start + 1000)
              .map(({ conditionId, people }) => ({ condition_id: conditionId, people, counted_at: countedAt })),
          )
          .execute();
    },
  };
}
