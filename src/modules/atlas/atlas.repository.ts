import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { world, type RegionCode } from '#modules/regions/index.ts';
import type { AtlasTables } from './atlas.tables.ts';
import { allConditions } from './counting.ts';
import { oneGroupIsAll, scopeOfGroup } from './group-scope.repository.ts';

/** Whose numbers: of everybody here, of those with a condition of a group, or with one condition or a form of it. */
export type ReleaseScope = 'all' | { groupId: string } | { conditionId: string };

/** What the newest release tells of a scope: all that may be shown anywhere. */
export interface Release {
  madeAt: Date;
  /** Rounded numbers of the regions that have one; the world's is the total. What is not here is not told. */
  counts: ReadonlyMap<RegionCode, number>;
}

export interface CommunityCount {
  /** Undefined: too few, or none. */
  people: number | undefined;
  /** When the release was made; undefined before the first. */
  countedAt: Date | undefined;
}

export interface PastRelease {
  id: number;
  madeAt: Date;
  threshold: number;
}

/** What two releases tell differently of a place; null: nothing. */
export interface ToldChange {
  scope: ReleaseScope;
  region: RegionCode;
  before: number | null;
  now: number | null;
}

export type AtlasRepository = ReturnType<typeof createAtlasRepository>;

const idOf = (scope: ReleaseScope) =>
  scope === 'all'
    ? allConditions
    : 'groupId' in scope
      ? sql<string>`case when ${oneGroupIsAll} then ${allConditions}::uuid else ${scopeOfGroup(scope.groupId)} end`
      : scope.conditionId;

const toScope = ({ scope, group }: { scope: string; group: string | null }): ReleaseScope =>
  scope === allConditions ? 'all' : group === null ? { conditionId: scope } : { groupId: group };

/** Reads releases. Nothing in here is exact, and nothing exact can be reached from here. */
export function createAtlasRepository(database: Database) {
  const db = database.withTables<AtlasTables>();

  /** Undefined before the first release. */
  async function findRelease(scope: ReleaseScope): Promise<Release | undefined> {
    const row = await db
      .selectFrom((of) => of.selectFrom('releases').select('made_at').orderBy('id', 'desc').limit(1).as('newest'))
      .leftJoinLateral(
        (of) =>
          of
            .selectFrom('told_counts')
            .select('counts')
            .where('scope', '=', idOf(scope))
            .orderBy('release_id', 'desc')
            .limit(1)
            .as('told'),
        (join) => join.onTrue(),
      )
      .select(['newest.made_at', 'told.counts'])
      .executeTakeFirst();
    return row && { madeAt: row.made_at, counts: new Map(Object.entries(row.counts ?? {})) };
  }

  return {
    findRelease,

    async findCount(conditionId: string): Promise<CommunityCount> {
      const release = await findRelease({ conditionId });
      return { people: release?.counts.get(world), countedAt: release?.madeAt };
    },

    /** Of whom a number is told for the world. */
    async listTold(): Promise<ReleaseScope[]> {
      const rows = await db
        .selectFrom((of) =>
          of
            .selectFrom('told_counts')
            .distinctOn('scope')
            .select(['scope', 'counts'])
            .orderBy('scope')
            .orderBy('release_id', 'desc')
            .as('newest'),
        )
        .leftJoin('condition_groups', (join) =>
          join.on(sql<boolean>`scope = ${scopeOfGroup(sql.ref('condition_groups.id'))} and not ${oneGroupIsAll}`),
        )
        .select(['scope', 'condition_groups.id as group'])
        .where(sql<boolean>`counts ? ${world}`)
        .execute();
      return rows.map(toScope);
    },

    /** The newest first. */
    async listReleases(limit: number): Promise<PastRelease[]> {
      const rows = await db.selectFrom('releases').selectAll().orderBy('id', 'desc').limit(limit).execute();
      return rows.map(({ id, made_at, threshold }) => ({ id, madeAt: made_at, threshold }));
    },

    /** What a release changed of what was told before it. */
    async listChanges(releaseId: number): Promise<ToldChange[]> {
      const { rows } = await sql<{
        scope: string;
        group: string | null;
        region: string;
        before: number | null;
        now: number | null;
      }>`
        select t.scope, g.id as group, each.key as region, each.before::int as before, each.now::int as now
        from told_counts t
        left join condition_groups g on ${scopeOfGroup(sql.ref('g.id'))} = t.scope
        left join lateral (
          select counts from told_counts p where p.scope = t.scope and p.release_id < t.release_id
          order by p.release_id desc limit 1) as p on true
        cross join lateral (
          select coalesce(n.key, b.key) as key, n.value as now, b.value as before
          from jsonb_each(t.counts) as n full join jsonb_each(coalesce(p.counts, '{}')) as b on b.key = n.key) as each
        where t.release_id = ${releaseId} and each.now is distinct from each.before
        order by t.scope, region`.execute(db);
      return rows.map(({ scope, group, ...change }) => ({ scope: toScope({ scope, group }), ...change }));
    },
  };
}
