import type { Database } from '#platform/db/database.ts';

type PictureTables = {
  /** `drawn_from`: what the drawing said, as a hash; `condition_id` is null for the map of everybody. */
  map_pictures: { condition_id: string | null; language: string; drawn_from: string; png: Buffer };
};

export type PictureRepository = ReturnType<typeof createPictureRepository>;

/** Pictures that were drawn already, for every process. */
export function createPictureRepository(database: Database) {
  const db = database.withTables<PictureTables>();
  return {
    async find(conditionId: string | null, language: string, drawnFrom: string): Promise<Buffer | undefined> {
      const row = await db
        .selectFrom('map_pictures')
        .select('png')
        .where('condition_id', conditionId === null ? 'is' : '=', conditionId)
        .where('language', '=', language)
        .where('drawn_from', '=', drawnFrom)
        .executeTakeFirst();
      return row && Buffer.from(row.png);
    },

    /** In the place of the one before. */
    async save(conditionId: string | null, language: string, drawnFrom: string, png: Buffer): Promise<void> {
      await db
        .insertInto('map_pictures')
        .values({ condition_id: conditionId, language, drawn_from: drawnFrom, png })
        .onConflict((conflict) =>
          conflict.columns(['condition_id', 'language']).doUpdateSet({ drawn_from: drawnFrom, png }),
        )
        .execute();
    },
  };
}
