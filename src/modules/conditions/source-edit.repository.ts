import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Source } from '#modules/knowledge/index.ts';
import type { ConditionTables } from './condition.tables.ts';

/** A source that was marked on the site: what a pack said of it, and what the site says. */
export interface SourceEdit {
  before: Source;
  csl: Source;
}

/** Sources that were marked on the site. Every function is handed a transaction. */
export function createSourceEditRepository(transaction: Database) {
  const trx = transaction.withTables<ConditionTables>();
  return {
    async find(key: string): Promise<{ csl: Source; before: Source | undefined } | undefined> {
      const row = await trx
        .selectFrom('sources as s')
        .leftJoin('source_edits as e', 'e.source_key', 's.id')
        .select(['s.csl', 'e.before'])
        .where('s.id', '=', key)
        .executeTakeFirst();
      return row && { csl: row.csl as Source, before: row.before ?? undefined };
    },

    async list(keys: readonly string[]): Promise<Map<string, SourceEdit>> {
      if (keys.length === 0) return new Map();
      const rows = await trx.selectFrom('source_edits').selectAll().where('source_key', 'in', keys).execute();
      return new Map(rows.map(({ source_key, before, csl }) => [source_key, { before, csl }]));
    },

    async saveSource({ id, ...csl }: Source): Promise<void> {
      await trx
        .updateTable('sources')
        .set({ csl: jsonb({ id, ...csl }) })
        .where('id', '=', id)
        .execute();
    },

    async saveEdit({ before, csl }: SourceEdit, now: Date): Promise<void> {
      const row = { before: jsonb(before), csl: jsonb(csl), edited_at: now };
      await trx
        .insertInto('source_edits')
        .values({ source_key: csl.id, ...row })
        .onConflict((conflict) => conflict.column('source_key').doUpdateSet(row))
        .execute();
    },

    /** The site says what the pack says: there is nothing to keep any more. */
    async forget(key: string): Promise<void> {
      await trx.deleteFrom('source_edits').where('source_key', '=', key).execute();
    },
  };
}
