import type { Database, DatabaseHandle } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/logging/log.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { makeRelease } from '#modules/atlas/index.ts';
import { answersPublished } from '#modules/answers/index.ts';
import { conditionsChanged, everyPage, pagesOfCondition } from '#modules/conditions/index.ts';
import { fillMentions, fillMissing, mentionPages } from '#modules/mentions/index.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
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
  const i18n = createI18n(createLanguages(), 'en');
  const mentions = {
    database: database.db,
    i18nOf: i18n.in,
    afterwards: (transaction: Database) => pageCache.invalidate(transaction, [mentionPages]),
  };
  for (const event of [conditionsChanged, answersPublished]) {
    events.subscribe(event, {
      name: 'page-cache',
      when: 'in-transaction',
      handle: ({ conditionIds }, transaction) =>
        pageCache.invalidate(transaction, [everyPage, ...conditionIds.map(pagesOfCondition)]),
    });
    events.subscribe(event, {
      name: 'search',
      when: 'after',
      handle: ({ conditionIds }) => indexConditions({ database: database.db, conditionIds }),
    });
    events.subscribe(event, {
      name: 'mentions',
      when: 'after',
      handle: ({ conditionIds }) => fillMentions({ ...mentions, conditionIds }),
    });
  }

  jobs.define('mentions.fill-missing', async () => {
    const filled = await fillMissing(mentions);
    if (filled > 0) log.info({ filled }, 'Conditions were looked through for what rests on which source');
  });
  // an atlas that is older than the index of mentions gets it within minutes of its update
  jobs.schedule('mentions.fill-missing', '*/10 * * * *');

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
