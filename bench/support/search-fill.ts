import { sql } from 'kysely';
import { openServices } from '#app/start.ts';
import { indexConditions } from '#app/search-index.ts';
import { subscribe } from '#app/subscriptions.ts';
import { createConditionRepository, foldName } from '#modules/conditions/index.ts';
import { createSearchRepository, searchAtlas } from '#modules/search/index.ts';
import { readConfig } from '#platform/config/config.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { newId } from '#platform/ids/ids.ts';
import { silentLog } from '#platform/logging/log.ts';
import type { KnownCondition } from './vocabularies.ts';

/** An atlas into which vocabularies are put as they are, to be indexed and searched by Cairn itself. */
export async function openSearched({ settings }: { settings: Record<string, string> }) {
  const { services, close } = await openServices(readConfig(settings), {
    parts: { subscribe },
    log: silentLog,
    work: false,
  });
  const { db } = services.database;
  const conditions = createConditionRepository(db);
  const search = createSearchRepository(db);
  const sources = { listConditions: (ids: readonly string[]) => conditions.listByIds(ids) };
  const slugOf = (key: string) => key.toLowerCase().replace(':', '-');

  return {
    /** Rows of conditions, names and codes, as an import writes them; nothing is indexed yet. */
    async load(known: readonly KnownCondition[]): Promise<void> {
      const tables = db.withTables<Record<string, Record<string, unknown>>>();
      const pack = {
        id: 'bench',
        title: '{}',
        licence: 'none',
        languages: '{en}',
        maintainers: '[]',
        urgent_help: '{}',
        content_hash: '',
        imported_at: new Date(),
      };
      await tables
        .insertInto('packs')
        .values(pack)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tables
        .insertInto('condition_groups')
        .values({ id: 'bench', pack_id: 'bench', position: 0, name: '{"en":"Bench"}' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      for (let start = 0; start < known.length; start += 500) {
        const part = known.slice(start, start + 500).map((condition) => ({ ...condition, id: newId() }));
        await tables
          .insertInto('conditions')
          .values(
            part.map(({ id, key }) => ({
              id,
              slug: slugOf(key),
              pack_id: 'bench',
              kind: 'disorder',
              group_id: 'bench',
              parent_id: null,
              summary: '{"en":""}',
              question_titles: '{}',
              axis_places: '[]',
              content_hash: '',
              updated_at: new Date(),
            })),
          )
          .execute();
        const names = part.flatMap(({ id, names: own }) =>
          own.map(({ language, kind, name }, position) => ({
            condition_id: id,
            language,
            kind,
            position,
            name,
            folded: foldName(name),
            in_sentence: null,
          })),
        );
        for (let from = 0; from < names.length; from += 2000)
          await tables
            .insertInto('condition_names')
            .values(names.slice(from, from + 2000))
            .execute();
        const codes = part.flatMap(({ id, codes: own }) =>
          own.map(({ system, code }, position) => ({
            condition_id: id,
            system,
            code,
            relation: 'exact',
            source_key: null,
            position,
          })),
        );
        for (let from = 0; from < codes.length; from += 2000)
          await tables
            .insertInto('condition_codes')
            .values(codes.slice(from, from + 2000))
            .execute();
      }
    },
    /** The real indexing, as its job does it. */
    index: () => indexConditions({ database: db, conditionIds: 'all' }),
    /** Keys of the conditions found, best first. */
    async find(query: string, language: LanguageTag = 'en', size = 5): Promise<string[]> {
      const { conditions: hits } = await searchAtlas({ query, language, search, sources, size });
      return hits.map(({ condition }) => condition.slug.toUpperCase().replace('-', ':'));
    },
    /** Of the tables that search reads, with their indexes. */
    indexBytes: () => search.countBytes(),
    /** Processes of the database that answer this one. */
    async backendPids(): Promise<number[]> {
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`.execute(
        db,
      );
      return rows.map(({ pid }) => pid);
    },
    close,
  };
}
