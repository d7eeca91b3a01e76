import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '#platform/db/database.ts';
import type { Localised } from '#platform/i18n/languages.ts';
import type { Axis, AxisRule } from './axis.ts';
import type {
  Ancestor,
  CodeSystem,
  Condition,
  ConditionEntry,
  ConditionGroup,
  ConditionNames,
  LookAlike,
} from './condition.ts';
import type { Claim, Counted, Frequency } from '#modules/knowledge/index.ts';
import type { ConditionTables } from './condition.tables.ts';
import type { CountedCondition } from './rank.ts';

/** No vocabulary is deeper; a circle would be without end. */
const mostSteps = 20;

interface NameRow {
  language: string;
  kind: 'preferred' | 'synonym' | 'narrower';
  name: string;
  in_sentence: string | null;
}

/** Rows of names, in order, to the names of each language. */
function toNames(rows: readonly NameRow[]): Localised<ConditionNames> {
  const names: Record<string, ConditionNames> = {};
  for (const row of rows) {
    const of = (names[row.language] ??= { preferred: '', inSentence: '', synonyms: [], narrower: [] });
    if (row.kind === 'preferred') Object.assign(of, { preferred: row.name, inSentence: row.in_sentence ?? row.name });
    else of[row.kind === 'synonym' ? 'synonyms' : 'narrower'].push(row.name);
  }
  return names as Localised<ConditionNames>;
}

type ClaimRow = Omit<Claim, 'method' | 'counted'> & { method: Claim['method'] | null; counted: Counted | null };

/** Keys without a value are left out, as packs leave them out. */
const toClaim = ({ method, counted, ...claim }: ClaimRow): Claim => ({
  ...claim,
  method: method ?? undefined,
  ...(counted && { counted }),
});

export type ConditionRepository = ReturnType<typeof createConditionRepository>;

export function createConditionRepository(database: Database) {
  const db = database.withTables<ConditionTables>();

  const entries = () =>
    db
      .selectFrom('conditions as c')
      .select(['c.id', 'c.slug', 'c.kind', 'c.group_id', 'c.parent_id', 'c.summary'])
      .select((of) =>
        jsonArrayFrom(
          of
            .selectFrom('condition_names as n')
            .select(['n.language', 'n.kind', 'n.name', 'n.in_sentence'])
            .whereRef('n.condition_id', '=', 'c.id')
            .orderBy('n.language')
            .orderBy('n.kind')
            .orderBy('n.position'),
        ).as('names'),
      );

  const toEntry = (row: Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]): ConditionEntry => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    groupId: row.group_id,
    parentId: row.parent_id,
    summary: row.summary,
    names: toNames(row.names),
  });

  async function listByIds(ids: readonly string[]): Promise<ConditionEntry[]> {
    return ids.length === 0 ? [] : (await entries().where('c.id', 'in', ids).execute()).map(toEntry);
  }

  return {
    /** Whether the atlas holds any condition at all. */
    async hasAny(): Promise<boolean> {
      return (await db.selectFrom('conditions').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    /** All conditions, without order: for pages, ask the index (`createIndexRepository`), which never reads them all. */
    async list(): Promise<ConditionEntry[]> {
      return (await entries().execute()).map(toEntry);
    },

    listByIds,

    /** Ids in their order, a part at a time: those behind `after`. */
    async listIds({ after, limit }: { after?: string | undefined; limit: number }): Promise<string[]> {
      let ids = db.selectFrom('conditions').select('id').orderBy('id').limit(limit);
      if (after !== undefined) ids = ids.where('id', '>', after);
      return (await ids.execute()).map(({ id }) => id);
    },

    /** The codes of many conditions, those of one together and in their order. */
    async listCodes(ids: readonly string[]): Promise<{ conditionId: string; system: CodeSystem; code: string }[]> {
      if (ids.length === 0) return [];
      return db
        .selectFrom('condition_codes')
        .select(['condition_id as conditionId', 'system', 'code'])
        .where('condition_id', 'in', ids)
        .orderBy('condition_id')
        .orderBy('position')
        .execute();
    },

    async listChildren(id: string): Promise<ConditionEntry[]> {
      return (await entries().where('c.parent_id', '=', id).execute()).map(toEntry);
    },

    /** What a condition is a form of, the nearest first. A circle, which no import lets in, ends the row. */
    async listAncestors(id: string): Promise<Ancestor[]> {
      const above = await db
        .withRecursive('above', (of) =>
          of
            .selectFrom('conditions as c')
            .select(['c.parent_id', sql<number>`1`.as('step')])
            .where('c.id', '=', id)
            .where('c.parent_id', 'is not', null)
            .unionAll(
              of
                .selectFrom('conditions as c')
                .innerJoin('above', 'above.parent_id', 'c.id')
                .select(['c.parent_id', sql<number>`above.step + 1`.as('step')])
                .where('c.parent_id', 'is not', null)
                .where('above.step', '<', mostSteps),
            ),
        )
        .selectFrom('above')
        .select('parent_id')
        .orderBy('step')
        .execute();
      const ids = [...new Set(above.map(({ parent_id }) => parent_id!))].filter((each) => each !== id);
      if (ids.length === 0) return [];
      const rows = await entries().select(['c.question_titles', 'c.axis_places']).where('c.id', 'in', ids).execute();
      const found = new Map(
        rows.map((row): [string, Ancestor] => [
          row.id,
          { ...toEntry(row), questionTitles: row.question_titles, axisPlaces: row.axis_places },
        ]),
      );
      return ids.flatMap((each) => found.get(each) ?? []);
    },

    /** Conditions that a study finds in fewer than so many of a million people. */
    async listRarerThan(perMillion: number): Promise<string[]> {
      const per100000 = perMillion / 10;
      const { rows } = await sql<{ id: string }>`
        select distinct condition_id as id from claims
        where measure = 'point-prevalence'
          and coalesce(high, value) * case unit when 'percent' then 1000 when 'per-100000' then 1 end <= ${per100000}`.execute(
        db,
      );
      return rows.map(({ id }) => id);
    },

    /** What these conditions are forms of. */
    async listParentIds(ids: readonly string[]): Promise<string[]> {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('conditions')
        .select('parent_id')
        .distinct()
        .where('id', 'in', ids)
        .where('parent_id', 'is not', null)
        .execute();
      return rows.map(({ parent_id }) => parent_id!);
    },

    /** Conditions that have a body map: their axes hold one with rules on parts of the body, and their parent's do not. */
    async listSlugsWithBodyMap(): Promise<string[]> {
      const has = (alias: 'c' | 'p') =>
        sql<boolean>`exists (
          select from axes a
          where a.rule ->> 'kind' = 'regions'
          and ${sql.ref(`${alias}.axis_places`)} @> jsonb_build_array(jsonb_build_object('axis', a.id)))`;
      const rows = await db
        .selectFrom('conditions as c')
        .leftJoin('conditions as p', 'p.id', 'c.parent_id')
        .select('c.slug')
        .where(has('c'))
        .where((of) => of.or([of('p.id', 'is', null), of.not(has('p'))]))
        .orderBy('c.slug')
        .execute();
      return rows.map(({ slug }) => slug);
    },

    async findBySlug(slug: string): Promise<Condition | undefined> {
      const row = await entries()
        .select(['c.pack_id', 'c.question_titles', 'c.axis_places', 'c.updated_at'])
        .select((of) => [
          jsonArrayFrom(
            of
              .selectFrom('condition_codes as k')
              .select(['k.system', 'k.code', 'k.relation', 'k.source_key as source', 'k.vocabulary'])
              .whereRef('k.condition_id', '=', 'c.id')
              .orderBy('k.position'),
          ).as('codes'),
          jsonArrayFrom(
            of
              .selectFrom('claims as m')
              .select(['m.id', 'm.measure', 'm.about', 'm.value', 'm.low', 'm.high', 'm.interval_kind as interval'])
              .select(['m.unit', 'm.place', 'm.year', 'm.method', 'm.source_key as source', 'm.counted'])
              .whereRef('m.condition_id', '=', 'c.id')
              .orderBy('m.position'),
          ).as('claims'),
          jsonArrayFrom(
            of
              .selectFrom('condition_names as v')
              .select(['v.name', 'v.vocabulary'])
              .whereRef('v.condition_id', '=', 'c.id')
              .where('v.vocabulary', 'is not', null)
              .orderBy('v.position'),
          ).as('names_from'),
        ])
        .where('c.slug', '=', slug)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        ...toEntry(row),
        packId: row.pack_id,
        questionTitles: row.question_titles,
        axisPlaces: row.axis_places,
        updatedAt: row.updated_at,
        namesFrom: row.names_from.map(({ name, vocabulary }) => ({ name, vocabulary: vocabulary! })),
        codes: row.codes.map((code) => ({
          ...code,
          source: code.source ?? undefined,
          vocabulary: code.vocabulary ?? undefined,
        })),
        claims: row.claims.map(toClaim),
      };
    },

    /** Claims of other conditions that a text names as `condition/claim`. */
    async listClaims(slugs: readonly string[]): Promise<Map<string, Claim>> {
      if (slugs.length === 0) return new Map();
      const rows = await db
        .selectFrom('claims as m')
        .innerJoin('conditions as c', 'c.id', 'm.condition_id')
        .select(['c.slug', 'm.id', 'm.measure', 'm.about', 'm.value', 'm.low', 'm.high', 'm.interval_kind as interval'])
        .select(['m.unit', 'm.place', 'm.year', 'm.method', 'm.source_key as source', 'm.counted'])
        .where('c.slug', 'in', slugs)
        .execute();
      return new Map(rows.map(({ slug, ...claim }) => [`${slug}/${claim.id}`, toClaim(claim)]));
    },

    /** The pairs of a condition, each turned so that the condition is `this`. */
    async listLookAlikes(conditionId: string): Promise<LookAlike[]> {
      const pairs = await db
        .selectFrom('look_alikes')
        .selectAll()
        .where((of) => of.or([of('condition_id', '=', conditionId), of('other_id', '=', conditionId)]))
        .orderBy('position')
        .execute();
      if (pairs.length === 0) return [];
      const others = await listByIds(
        pairs.map((pair) => (pair.condition_id === conditionId ? pair.other_id : pair.condition_id)),
      );
      const byId = new Map(others.map((other) => [other.id, other]));
      const features = await db.selectFrom('look_alike_features').select(['id', 'name']).orderBy('position').execute();
      return pairs.map((pair) => {
        const turned = pair.condition_id !== conditionId;
        const rows = features.flatMap(({ id, name }) => {
          const row = pair.comparison.find(({ feature }) => feature === id);
          if (!row) return [];
          return [
            {
              feature: id,
              featureName: name,
              this: turned ? row.other : row.this,
              other: turned ? row.this : row.other,
            },
          ];
        });
        return {
          other: byId.get(turned ? pair.condition_id : pair.other_id)!,
          together: pair.together ?? undefined,
          rows,
          ask: pair.ask,
        };
      });
    },

    /** Conditions that have a number of their own. */
    async listSlugsWithClaims(): Promise<string[]> {
      const rows = await db
        .selectFrom('conditions as c')
        .select('c.slug')
        .where('c.pack_id', 'is not', null)
        .where((of) => of.exists(of.selectFrom('claims as m').select('m.id').whereRef('m.condition_id', '=', 'c.id')))
        .orderBy('c.slug')
        .execute();
      return rows.map(({ slug }) => slug);
    },

    /** Every pair of look-alikes as the slugs of its conditions. */
    async listPairs(): Promise<[string, string][]> {
      const rows = await db
        .selectFrom('look_alikes as l')
        .innerJoin('conditions as a', 'a.id', 'l.condition_id')
        .innerJoin('conditions as b', 'b.id', 'l.other_id')
        .select(['a.slug as one', 'b.slug as other'])
        .orderBy('l.position')
        .execute();
      return rows.map(({ one, other }) => [one, other]);
    },

    /** The texts of the pairs that are kept under these conditions, each pair once. */
    async listPairTexts(conditionIds: readonly string[]) {
      if (conditionIds.length === 0) return [];
      const rows = await db
        .selectFrom('look_alikes')
        .select(['condition_id', 'other_id', 'together', 'comparison'])
        .where('condition_id', 'in', conditionIds)
        .orderBy('position')
        .execute();
      return rows.map(({ condition_id: conditionId, other_id: otherId, together, comparison }) => ({
        conditionId,
        otherId,
        together,
        rows: comparison,
      }));
    },

    /** Conditions of a group that have claims which say whom they counted, with those claims. */
    async listCounted(groupId: string | null, measure: Frequency): Promise<CountedCondition[]> {
      if (groupId === null) return [];
      const rows = await entries()
        .select((of) =>
          jsonArrayFrom(
            of
              .selectFrom('claims as m')
              .select(['m.id', 'm.measure', 'm.about', 'm.value', 'm.low', 'm.high', 'm.interval_kind as interval'])
              .select(['m.unit', 'm.place', 'm.year', 'm.method', 'm.source_key as source', 'm.counted'])
              .whereRef('m.condition_id', '=', 'c.id')
              .where('m.measure', '=', measure)
              .where('m.counted', 'is not', null)
              .orderBy('m.position'),
          ).as('claims'),
        )
        .where('c.group_id', '=', groupId)
        .where((of) =>
          of.exists(
            of
              .selectFrom('claims as any')
              .select('any.id')
              .whereRef('any.condition_id', '=', 'c.id')
              .where('any.measure', '=', measure)
              .where('any.counted', 'is not', null),
          ),
        )
        .execute();
      return rows.map((row) => ({ ...toEntry(row), claims: row.claims.map(toClaim) }));
    },

    async listGroups(): Promise<ConditionGroup[]> {
      return db.selectFrom('condition_groups').select(['id', 'name']).orderBy('position').execute();
    },

    async listAxes(): Promise<Axis[]> {
      const rows = await db.selectFrom('axes').selectAll().orderBy('position').execute();
      return rows.map(({ id, name, version, source_key, axis_values, rule, not_known }) => ({
        id,
        name,
        version,
        source: source_key,
        values: axis_values as Axis['values'],
        ...(not_known && { unknown: not_known }),
        ...(rule ? { rule: rule as AxisRule } : {}),
      }));
    },

    /** CSL-JSON of the sources with these keys. */
    async listSources(keys: readonly string[]): Promise<Map<string, unknown>> {
      if (keys.length === 0) return new Map();
      const rows = await db.selectFrom('sources').select(['id', 'csl']).where('id', 'in', keys).execute();
      return new Map(rows.map(({ id, csl }) => [id, csl]));
    },

    async listTerms(ids: readonly string[]): Promise<Map<string, { term: Localised; means: Localised }>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('glossary_terms')
        .select(['id', 'term', 'means'])
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, term, means }) => [id, { term, means }]));
    },

    /** What the condition's pack says of urgent help; for a condition of no pack, what the first pack says. */
    async findUrgentHelp(packId: string | null): Promise<Localised | undefined> {
      const packs = db.selectFrom('packs').select('urgent_help');
      const row = packId === null ? packs.orderBy('imported_at').limit(1) : packs.where('id', '=', packId);
      return (await row.executeTakeFirst())?.urgent_help;
    },

    /** Slugs whose letters are near to a mistyped one, best first. */
    async listNearSlugs(slug: string, limit: number): Promise<ConditionEntry[]> {
      // by distance, nearest first: an index of letters gives them one by one, however many conditions there are
      const distance = sql<number>`slug <-> ${slug}`;
      const nearest = await db
        .selectFrom('conditions')
        .select(['id', distance.as('distance')])
        .orderBy(distance)
        .limit(limit)
        .execute();
      const near = nearest.filter((each) => each.distance < 0.75);
      const found = await listByIds(near.map(({ id }) => id));
      return near.flatMap(({ id }) => found.filter((entry) => entry.id === id));
    },

    /** Where a condition is now that once had this address. */
    async findSlugAfter(formerSlug: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('former_slugs as f')
        .innerJoin('conditions as c', 'c.id', 'f.condition_id')
        .select('c.slug')
        .where('f.slug', '=', formerSlug)
        .executeTakeFirst();
      return row?.slug;
    },
  };
}
