import type { Database } from '#platform/db/database.ts';
import type { AnswerTables, AnswerText } from '#modules/answers/index.ts';
import type { Claim, Source } from '#modules/knowledge/index.ts';
import type { PackFileTables } from './pack.tables.ts';

type OthersTables = {
  packs: { id: string };
  conditions: { id: string; slug: string; pack_id: string | null };
  claim_edits: { condition_id: string; claim_id: string; claim: Claim };
  source_edits: { source_key: string; before: Source; csl: Source };
  sources: { id: string; pack_id: string | null; csl: unknown };
};

/** A text as it goes back into its file. */
export interface SiteTextOfPack extends AnswerText {
  slug: string;
}

/** The files of packs as they were imported, and what was edited on the site since. */
export function createPackFileRepository(database: Database) {
  const db = database.withTables<PackFileTables & AnswerTables & OthersTables>();
  return {
    async listPackIds(): Promise<string[]> {
      return (await db.selectFrom('packs').select('id').orderBy('id').execute()).map(({ id }) => id);
    },

    async replaceFiles(packId: string, files: ReadonlyMap<string, string>): Promise<void> {
      await db.deleteFrom('pack_files').where('pack_id', '=', packId).execute();
      const rows = [...files].map(([path, content]) => ({ pack_id: packId, path, content }));
      for (let start = 0; start < rows.length; start += 200)
        await db
          .insertInto('pack_files')
          .values(rows.slice(start, start + 200))
          .execute();
    },

    async listFiles(packId: string): Promise<Map<string, string>> {
      const rows = await db
        .selectFrom('pack_files')
        .select(['path', 'content'])
        .where('pack_id', '=', packId)
        .orderBy('path')
        .execute();
      return new Map(rows.map(({ path, content }) => [path, content]));
    },

    /** Published texts of a pack's conditions that were written, or said to be translated otherwise, on the site. */
    async listSiteTexts(packId: string): Promise<SiteTextOfPack[]> {
      const rows = await db
        .selectFrom('answers as a')
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 'a.condition_id').onRef('r.id', '=', 'a.published_revision_id'),
        )
        .leftJoin('revision_translations as t', (join) =>
          join.onRef('t.condition_id', '=', 'r.condition_id').onRef('t.revision_id', '=', 'r.id'),
        )
        .leftJoin('answers as ea', (join) =>
          join
            .onRef('ea.condition_id', '=', 'a.condition_id')
            .onRef('ea.question_id', '=', 'a.question_id')
            .on('ea.language', '=', 'en'),
        )
        .leftJoin('revisions as e', (join) =>
          join.onRef('e.condition_id', '=', 'ea.condition_id').onRef('e.id', '=', 'ea.published_revision_id'),
        )
        .innerJoin('conditions as c', 'c.id', 'a.condition_id')
        .select(['c.slug', 'a.question_id as questionId', 'a.language', 'r.short', 'r.body', 'r.text_date as updated'])
        .select(['t.made_by as madeBy', 't.source_date as of', 'e.text_date as englishDay'])
        .where('c.pack_id', '=', packId)
        .where((of) => of.or([of('r.origin', '=', 'site'), of('t.origin', '=', 'site')]))
        .orderBy('c.slug')
        .orderBy('a.language')
        .orderBy('a.question_id')
        .execute();
      // a text can render a version that was taken back: no pack may say so, as none holds it
      return rows.map(({ madeBy, of, englishDay, ...row }) => ({
        ...row,
        ...(madeBy && of && englishDay && of <= englishDay && { translation: { madeBy, of } }),
      }));
    },

    /** Numbers of a pack's conditions that were changed on the site. */
    async listClaimEdits(packId: string): Promise<{ slug: string; claim: Claim }[]> {
      return db
        .selectFrom('claim_edits as e')
        .innerJoin('conditions as c', 'c.id', 'e.condition_id')
        .select(['c.slug', 'e.claim'])
        .where('c.pack_id', '=', packId)
        .orderBy('c.slug')
        .orderBy('e.claim_id')
        .execute();
    },

    /** Sources of a pack that were marked on the site. */
    async listSourceEdits(packId: string): Promise<{ before: Source; csl: Source }[]> {
      return db
        .selectFrom('source_edits as e')
        .innerJoin('sources as s', 's.id', 'e.source_key')
        .select(['e.before', 'e.csl'])
        .where('s.pack_id', '=', packId)
        .orderBy('s.id')
        .execute();
    },

    async listSources(keys: readonly string[]): Promise<Map<string, unknown>> {
      if (keys.length === 0) return new Map();
      const rows = await db.selectFrom('sources').select(['id', 'csl']).where('id', 'in', keys).orderBy('id').execute();
      return new Map(rows.map(({ id, csl }) => [id, csl]));
    },
  };
}
