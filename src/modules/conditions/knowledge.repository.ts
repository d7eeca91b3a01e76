import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Localised } from '#platform/i18n/languages.ts';
import type { Axis } from './axis.ts';
import { foldName, type Condition, type ConditionGroup } from './condition.ts';
import type { Claim } from '#modules/knowledge/index.ts';
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

/** Names and codes of vocabularies are numbered from here on: a pack's come before them, however many there are. */
export const firstOfVocabulary = 1000;

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

    /** Conditions that no pack wrote and that have these exact codes: whoever writes about them takes them over. */
    async listUnwritten(codes: readonly string[]): Promise<{ id: string; slug: string; code: string }[]> {
      if (codes.length === 0) return [];
      return trx
        .selectFrom('condition_codes as k')
        .innerJoin('conditions as c', 'c.id', 'k.condition_id')
        .select(['c.id', 'c.slug', 'k.code'])
        .where('c.pack_id', 'is', null)
        .where('k.relation', '=', 'exact')
        .where('k.system', 'in', ['MONDO', 'ORPHA'])
        .where('k.code', 'in', codes)
        .orderBy('c.slug')
        .execute();
    },

    /** The old address goes on leading to the condition. */
    async keepFormerSlug(slug: string, conditionId: string): Promise<void> {
      await trx
        .insertInto('former_slugs')
        .values({ slug, condition_id: conditionId })
        .onConflict((conflict) => conflict.column('slug').doUpdateSet({ condition_id: conditionId }))
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
        listed: true,
      };
      await trx
        .insertInto('conditions')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await trx.deleteFrom('claims').where('condition_id', '=', id).execute();
      for (const table of ['condition_names', 'condition_codes'] as const)
        await trx.deleteFrom(table).where('condition_id', '=', id).where('vocabulary', 'is', null).execute();

      const names = Object.entries(known.names).flatMap(([language, of]) => [
        {
          condition_id: id,
          language,
          kind: 'preferred' as const,
          position: 0,
          name: of.preferred,
          in_sentence: of.inSentence,
          folded: foldName(of.preferred),
        },
        ...(['synonym', 'narrower'] as const).flatMap((kind) =>
          (kind === 'synonym' ? of.synonyms : of.narrower).map((name, position) => ({
            condition_id: id,
            language,
            kind,
            position,
            name,
            in_sentence: null,
            folded: foldName(name),
          })),
        ),
      ]);
      await yieldToPack(trx, id, known, names);
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
              ...rowOfClaim(claim),
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

    /** Numbers that were changed on the site, by condition. */
    async listClaimEdits(conditionIds: readonly string[]): Promise<Map<string, ClaimEdit[]>> {
      if (conditionIds.length === 0) return new Map();
      const rows = await trx.selectFrom('claim_edits').selectAll().where('condition_id', 'in', conditionIds).execute();
      return Map.groupBy(
        rows.map(({ condition_id, before, claim }) => ({ conditionId: condition_id, before, claim })),
        ({ conditionId }) => conditionId,
      );
    },

    /** The pack says what the site says: there is nothing to keep any more. */
    async forgetClaimEdit(conditionId: string, claimId: string): Promise<void> {
      await trx
        .deleteFrom('claim_edits')
        .where('condition_id', '=', conditionId)
        .where('claim_id', '=', claimId)
        .execute();
    },

    /** Writes a number anew, and keeps that it was written on the site. `before` is what the pack said; null: nothing. */
    async editClaim(conditionId: string, before: Claim | null, claim: Claim, now: Date): Promise<void> {
      const row = rowOfClaim(claim);
      await trx
        .insertInto('claims')
        .values((of) => ({
          condition_id: conditionId,
          id: claim.id,
          // a new one comes last
          position: of
            .selectFrom('claims')
            .select((all) => sql<number>`${all.fn.coalesce(all.fn.max('position'), all.lit(-1))} + 1`.as('next'))
            .where('condition_id', '=', conditionId),
          ...row,
        }))
        .onConflict((conflict) => conflict.columns(['condition_id', 'id']).doUpdateSet(row))
        .execute();
      await trx
        .insertInto('claim_edits')
        .values({
          condition_id: conditionId,
          claim_id: claim.id,
          before: before && jsonb(before),
          claim: jsonb(claim),
          edited_at: now,
        })
        // what the pack said first is what it is compared with
        .onConflict((conflict) =>
          conflict.columns(['condition_id', 'claim_id']).doUpdateSet({ claim: jsonb(claim), edited_at: now }),
        )
        .execute();
    },

    /** Takes a number away that was new on the site. */
    async removeClaim(conditionId: string, claimId: string): Promise<void> {
      await trx.deleteFrom('claims').where('condition_id', '=', conditionId).where('id', '=', claimId).execute();
      await this.forgetClaimEdit(conditionId, claimId);
    },

    /** Adds a source of no pack; one that is there stays as it is. */
    async addSource(csl: { id: string }): Promise<void> {
      await trx
        .insertInto('sources')
        .values({ id: csl.id, pack_id: null, position: firstOfVocabulary, csl: jsonb(csl) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
  };
}

/** A number that was changed on the site: what a pack said, and what the site says. */
export interface ClaimEdit {
  /** Null: there was no such number. */
  before: Claim | null;
  claim: Claim;
}

const rowOfClaim = (claim: Claim) => ({
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
});

/**
 * What a vocabulary gave a condition makes room for what a pack says of it: a code or a name that both have is the
 * pack's, and what the vocabulary called the condition stays as one more name.
 */
async function yieldToPack(
  trx: Kysely<ConditionTables>,
  id: string,
  { codes }: ConditionKnowledge,
  names: readonly { folded: string }[],
): Promise<void> {
  const ofVocabulary = trx.deleteFrom('condition_names').where('condition_id', '=', id);
  const folded = [...new Set(names.map((name) => name.folded))];
  await ofVocabulary.where('vocabulary', 'is not', null).where('folded', 'in', folded).execute();
  await trx
    .updateTable('condition_names')
    .set({ kind: 'synonym', position: firstOfVocabulary - 1, in_sentence: null })
    .where('condition_id', '=', id)
    .where('vocabulary', 'is not', null)
    .where('kind', '=', 'preferred')
    .execute();
  // of Mondo and Orphanet a condition has one exact code
  const own = codes.filter(
    ({ system, relation }) => relation === 'exact' && (system === 'MONDO' || system === 'ORPHA'),
  );
  if (own.length > 0)
    await trx
      .deleteFrom('condition_codes')
      .where('condition_id', '=', id)
      .where('vocabulary', 'is not', null)
      .where('relation', '=', 'exact')
      .where('system', 'in', [...new Set(own.map(({ system }) => system))])
      .execute();
  for (const { system, code } of codes)
    await trx
      .deleteFrom('condition_codes')
      .where('condition_id', '=', id)
      .where('system', '=', system)
      .where('code', '=', code)
      .execute();
}
