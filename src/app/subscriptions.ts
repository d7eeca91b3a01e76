import type { DatabaseHandle } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/logging/log.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { makeRelease } from '#modules/atlas/index.ts';
import { answersPublished } from '#modules/answers/index.ts';
import {
  conditionsChanged,
  createConditionRepository,
  everyPage,
  pagesOfCondition,
} from '#modules/conditions/index.ts';
import { indexConditions } from './search-index.ts';

/** Who listens to what, and what runs by the clock: the only place that knows. */
export function subscribe({
  database,
  events,
  jobs,
  pageCache,
  clock,
  log,
}: {
  database: DatabaseHandle;
  events: Events;
  jobs: Jobs;
  pageCache: Pick<PageCache, 'invalidate'>;
  clock: Clock;
  log: Log;
}): void {
  for (const event of [conditionsChanged, answersPublished]) {
    events.subscribe(event, {
      name: 'page-cache',
      when: 'in-transaction',
      // forms carry the tags of what is above them; what is above lists its forms
      async handle({ conditionIds }, transaction) {
        const above = await createConditionRepository(transaction).listParentIds(conditionIds);
        await pageCache.invalidate(transaction, [
          everyPage,
          ...[...new Set([...conditionIds, ...above])].map(pagesOfCondition),
        ]);
      },
    });
    events.subscribe(event, {
      name: 'search',
      when: 'after',
      handle: ({ conditionIds }) => indexConditions({ database: database.db, conditionIds }),
    });
  }

  jobs.define('atlas.release', async () => {
    const shown = await makeRelease({
      database: database.db,
      clock,
      afterwards: (transaction) => pageCache.invalidate(transaction, [everyPage]),
    });
    log.info({ shown }, 'Counts were released');
  });
  // at most monthly: a count that moves with every single person gives that person away
  jobs.schedule('atlas.release', '0 3 1 * *');
}
