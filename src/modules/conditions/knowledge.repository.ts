import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Localised } from '#platform/i18n/languages.ts';
import type { Axis } from './axis.ts';
import type { Condition, ConditionGroup } from './condition.ts';
import type { ConditionTables } from './condition.tables.ts';

/** What a pack says of one condition; `parent` and pairs name other conditions by slug. */
export type ConditionKnowledge = Pick<
  Condition,
  'slug' | 'kind' | 'names' | 'summary' | 'questionTitles' | 'codes' | 'axisPlaces' | 'claims'
> & { group: string; parent: string | null };

export interface LookAlikeKnowledge {
  conditions: [string, string];
  together?: Localised;
  /** One text per condition, in the order of `conditions`. */
  rows: { feature: string; texts: [Localised, Localised] }[];
  ask: Localised[];
}

/** Everything of a pack that this module keeps. */
export interface Knowledge {
  pack: {
    id: string;
    title: Localised;
    licence: string;
    languages: string[];
    maintainers: unknown;
    urgentHelp: Localised;
  };
  sources: { id: string; csl: unknown }[];
  axes: Axis[];
  terms: { id: string; term: Localised; means: Localised }[];
  groups: ConditionGroup[];
  features: { id: string; name: Localised }[];
  conditions: ConditionKnowledge[];
  lookAlikes: LookAlikeKnowledge[];
}

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

type SharedTable = 'sources' | 'axes' | 'glossary_terms' | 'condition_groups' | 'look_alike_features';

/** Writes knowledge. Every function is handed a transaction and says what it changed. */
export function createKnowledgeRepository(transaction: Database) {
  const trx = transaction.withTables<ConditionTables>();

  return {
    /** One import at a time: the second waits for the first. */
    async lockImports(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('cairn.import'))`.execute(trx);
    },

    async savePack(pack: Knowledge['pack'], contentHash: string, importedAt: Date): Promise<void> {
      const row = {
        title: jsonb(pack.title),
        licence: pack.licence,
        languages: pack.languages,
        maintainers: jsonb(pack.maintainers),
        urgent_help: jsonb(pack.urgentHelp),
        content_hash: contentHash,
        imported_at: importedAt,
      };
      await trx
        .insertInto('packs')
        .values({ id: pack.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    /** Which of these ids another pack already holds. */
    async listHeldByOthers(table: SharedTable, packId: string, ids: readonly string[]): Promise<string[]> {
      if (ids.length === 0) return [];
      const rows = await trx
        .selectFrom(table)
        .select('id')
        .where('pack_id', '<>', packId)
        .where('id', 'in', ids)
        .execute();
      return rows.map(({ id }) => id);
    },

    async saveShared({ pack, sources, axes, terms, groups, features }: Knowledge): Promise<void> {
      const owned = <T>(items: readonly T[], idOf: (item: T) => string) =>
        items.map((item, position) => ({ item, base: { id: idOf(item), pack_id: pack.id, position } }));
      const save = async (table: SharedTable, rows: Record<string, unknown>[]) => {
        for (let start = 0; start < rows.length; start += 500) {
          const chunk = rows.slice(start, start + 500);
          const columns = Object.keys(chunk[0]!).filter((column) => column !== 'id');
          await trx
            .insertInto(table)
            .values(chunk as never)
            .onConflict((conflict) =>
              conflict
                .column('id')
                .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]))),
            )
            .execute();
        }
      };
      await save(
        'sources',
        owned(sources, ({ id }) => id).map(({ item, base }) => ({ ...base, csl: jsonb(item.csl) })),
      );
      await save(
        'axes',
        owned(axes, ({ id }) => id).map(({ item, base }) => ({
          ...base,
          name: jsonb(item.name),
          version: jsonb(item.version),
          source_key: item.source,
          axis_values: jsonb(item.values),
          rule: item.rule ? jsonb(item.rule) : null,
          not_known: item.unknown ? jsonb(item.unknown) : null,
        })),
      );
      await save(
        'glossary_terms',
        owned(terms, ({ id }) => id).map(({ item, base }) => ({
          ...base,
          term: jsonb(item.term),
          means: jsonb(item.means),
        })),
      );
      await save(
        'condition_groups',
        owned(groups, ({ id }) => id).map(({ item, base }) => ({ ...base, name: jsonb(item.name) })),
      );
      await save(
        'look_alike_features',
        owned(features, ({ id }) => id).map(({ item, base }) => ({ ...base, name: jsonb(item.name) })),
      );
    },

    async listKnown(slugs: readonly string[]) {
      return slugs.length === 0
        ? []
        : trx
            .selectFrom('conditions')
            .select(['id', 'slug', 'pack_id', 'content_hash'])
            .where('slug', 'in', slugs)
            .execute();
    },

    async listSlugsOfPack(packId: string): Promise<string[]> {
      return (await trx.selectFrom('conditions').select('slug').where('pack_id', '=', packId).execute()).map(
        ({ slug }) => slug,
      );
    },

    /** Writes a condition whole: its row, names, codes and claims. The parent is set afterwards, when all exist. */
    async saveCondition(
      id: string,
      packId: string,
      known: ConditionKnowledge,
      contentHash: string,
      now: Date,
    ): Promise<void> {
      const row = {
        slug: known.slug,
        pack_id: packId,
        kind: known.kind,
        group_id: known.group,
        summary: jsonb(known.summary),
        question_titles: jsonb(known.questionTitles),
        axis_places: jsonb(known.axisPlaces),
        content_hash: contentHash,
        updated_at: now,
      };
      await trx
        .insertInto('conditions')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      for (const table of ['condition_names', 'condition_codes', 'claims'] as const)
        await trx.deleteFrom(table).where('condition_id', '=', id).execute();

      const names = Object.entries(known.names).flatMap(([language, of]) => [
        {
          condition_id: id,
          language,
          kind: 'preferred' as const,
          position: 0,
          name: of.preferred,
          in_sentence: of.inSentence,
        },
        ...(['synonym', 'narrower'] as const).flatMap((kind) =>
          (kind === 'synonym' ? of.synonyms : of.narrower).map((name, position) => ({
            condition_id: id,
            language,
            kind,
            position,
            name,
            in_sentence: null,
          })),
        ),
      ]);
      await trx.insertInto('condition_names').values(names).execute();
      if (known.codes.length > 0)
        await trx
          .insertInto('condition_codes')
          .values(
            known.codes.map(({ system, code, relation, source }, position) => ({
              condition_id: id,
              system,
              code,
              relation,
              source_key: source ?? null,
              position,
            })),
          )
          .execute();
      if (known.claims.length > 0)
        await trx
          .insertInto('claims')
          .values(
            known.claims.map((claim, position) => ({
              condition_id: id,
              id: claim.id,
              position,
              measure: claim.measure,
              about: jsonb(claim.about),
              counted: claim.counted ? jsonb(claim.counted) : null,
              value: claim.value,
              low: claim.low,
              high: claim.high,
              interval_kind: claim.interval,
              unit: claim.unit,
              place: jsonb(claim.place),
              year: claim.year,
              method: claim.method ? jsonb(claim.method) : null,
              source_key: claim.source,
            })),
          )
          .execute();
    },

    async setParent(slug: string, parentSlug: string | null): Promise<void> {
      await trx
        .updateTable('conditions')
        .set({
          parent_id:
            parentSlug === null
              ? null
              : (of) => of.selectFrom('conditions as p').select('p.id').where('p.slug', '=', parentSlug),
        })
        .where('slug', '=', slug)
        .execute();
    },

    async replaceLookAlikes(
      packId: string,
      pairs: readonly LookAlikeKnowledge[],
      idOf: (slug: string) => string,
    ): Promise<void> {
      await trx.deleteFrom('look_alikes').where('pack_id', '=', packId).execute();
      if (pairs.length === 0) return;
      await trx
        .insertInto('look_alikes')
        .values(
          pairs.map(({ conditions: [first, second], together, rows, ask }, position) => ({
            condition_id: idOf(first),
            other_id: idOf(second),
            pack_id: packId,
            position,
            together: together ? jsonb(together) : null,
            comparison: jsonb(rows.map(({ feature, texts }) => ({ feature, this: texts[0], other: texts[1] }))),
            ask: jsonb(ask),
          })),
        )
        .execute();
    },

    newConditionId: newId,
  };
}
