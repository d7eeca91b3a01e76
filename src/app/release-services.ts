import type { ReleaseServices } from '#modules/atlas/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { everything, type PageCache } from '#platform/page-cache/page-cache.ts';

/** Countries are not told of what fewer people have than this, of a million. */
const rarePerMillion = 1;

/** What a release needs: the atlas's own threshold, and what studies say of how rare conditions are. */
export const releaseServices = ({
  config,
  database,
  clock,
  pageCache,
}: {
  config: Pick<Config, 'threshold'>;
  database: Pick<DatabaseHandle, 'db'>;
  clock: Clock;
  pageCache: Pick<PageCache, 'invalidate'>;
}): ReleaseServices => ({
  database: database.db,
  clock,
  threshold: config.threshold,
  listRareConditions: (transaction) => createConditionRepository(transaction).listRarerThan(rarePerMillion),
  // numbers of people stand on the pages of every condition and question, and on every map
  afterwards: (transaction) => pageCache.invalidate(transaction, [everything]),
});
