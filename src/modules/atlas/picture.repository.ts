import type { Database } from '#platform/db/database.ts';
import type { ReleaseScope } from './atlas.repository.ts';

type PictureTables = {
  /** `drawn_from`: what the drawing said, as a hash. Of one condition, of one group, or of everybody. */
  map_pictures: {
    condition_id: string | null;
    group_id: string | null;
    language: string;
    drawn_from: string;
    png: Buffer;
  };
};

const columnsOf = (scope: ReleaseScope) => ({
  condition_id: scope !== 'all' && 'conditionId' in scope ? scope.conditionId : null,
  group_id: scope !== 'all' && 'groupId' in scope ? scope.groupId : null,
});

export type PictureRepository = ReturnType<typeof createPictureRepository>;

/** Pictures that were drawn already, for every process. */
export function createPictureRepository(database: Database) {
  const db = database.withTables<PictureTables>();
  return {
    async find(scope: ReleaseScope, language: string, drawnFrom: string): Promise<Buffer | undefined> {
      const { condition_id, group_id } = columnsOf(scope);
      const row = await db
        .selectFrom('map_pictures')
        .select('png')
        .where('condition_id', 'is not distinct from', condition_id)
        .where('group_id', 'is not distinct from', group_id)
        .where('language', '=', language)
        .where('drawn_from', '=', drawnFrom)
        .executeTakeFirst();
      return row && Buffer.from(row.png);
    },

    /** In the place of the one before. */
    async save(scope: ReleaseScope, language: string, drawnFrom: string, png: Buffer): Promise<void> {
      await db
        .insertInto('map_pictures')
        .values({ ...columnsOf(scope), language, drawn_from: drawnFrom, png })
        .onConflict((conflict) =>
          conflict.columns(['condition_id', 'group_id', 'language']).doUpdateSet({ drawn_from: drawnFrom, png }),
        )
        .execute();
    },
  };
}
