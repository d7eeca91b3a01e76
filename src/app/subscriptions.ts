import type { Database } from '#platform/db/database.ts';
import { everything, type PageCache } from '#platform/page-cache/page-cache.ts';
import { clearAccounts, createAccountRepository, createStaffRepository } from '#modules/accounts/index.ts';
import { makeReleaseWhenDue } from '#modules/atlas/index.ts';
import { answersPublished, createReadsRepository } from '#modules/answers/index.ts';
import {
  conditionsChanged,
  sourcesChanged,
  sharedKnowledge,
  createConditionRepository,
  everyPage,
  pagesOfCondition,
} from '#modules/conditions/index.ts';
import { asideDays, createProposalRepository } from '#modules/editing/index.ts';
import { createExperienceRepository, experiencesChanged, tidyExperiences } from '#modules/experiences/index.ts';
import { consentsChanged, createProfileRepository, forgetUnfinished } from '#modules/members/index.ts';
import { fillMentions, fillMissing, mentionPages } from '#modules/mentions/index.ts';
import {
  commentDays,
  createCommentRepository,
  dayOf,
  digestMail,
  reviewersChanged,
  reviewersTag,
  reviewsChanged,
  sendDigests,
  tellAged,
} from '#modules/review/index.ts';
import { createModerationRepository, keptDays as keptByModeration } from '#modules/moderation/index.ts';
import { createSuggestionRepository, keptDays } from '#modules/suggestions/index.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { callModeratorsWith } from './moderation-room.tsx';
import { tellModeration } from './moderation-events.ts';
import { releaseServices } from './release-services.ts';
import { forgetReading } from '#platform/rate-limit/read-budget.ts';
import { eraseWhoIsDue } from './rights.ts';
import { indexConditions, isIndexOutdated } from './search-index.ts';
import type { Services } from './start.ts';

const rebuildIndex = 'search.rebuild';

const weekInDays = 7;
const yearInDays = 365;
const before = (days: number, now: Date) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

/** What an update of Cairn leaves to do: names are found by other rules than those the index was made by. */
export async function catchUp({ database, jobs }: Pick<Services, 'database' | 'jobs'>): Promise<void> {
  if (await isIndexOutdated(database.db))
    await database.db.transaction().execute((transaction) => jobs.send(transaction, rebuildIndex, {}));
}

/** Puts what this process counted beside what others counted. */
export const keepReads = (counts: ReadonlyMap<string, number>, { database, clock }: Services): Promise<void> =>
  createReadsRepository(database.db).add(counts, dayOf(clock.now()));

/** Who listens to what, and what runs by the clock: the only place that knows. */
export function subscribe(
  services: Omit<Services, 'metrics' | 'pageCache'> & { pageCache: Pick<PageCache, 'invalidate'> },
): void {
  const { config, database, events, jobs, pageCache, clock, log, mails } = services;

  async function dropPages(conditionIds: readonly string[] | 'all', transaction: Database) {
    if (conditionIds === 'all') return pageCache.invalidate(transaction, [everything]);
    // forms carry the tags of what is above them; what is above lists its forms
    const above = await createConditionRepository(transaction).listParentIds(conditionIds);
    await pageCache.invalidate(transaction, [
      everyPage,
      ...[...new Set([...conditionIds, ...above])].map(pagesOfCondition),
    ]);
  }
  const i18n = createI18n(createLanguages(), 'en');
  const mentions = {
    database: database.db,
    i18nOf: i18n.in,
    afterwards: (transaction: Database) => pageCache.invalidate(transaction, [mentionPages]),
  };
  const index = (conditionIds: readonly string[] | 'all') => indexConditions({ database: database.db, conditionIds });
  // "all" says that names came in bulk: texts that name sources are written one by one
  const findMentions = async (conditionIds: readonly string[] | 'all') => {
    if (conditionIds !== 'all') await fillMentions({ ...mentions, conditionIds });
  };
  events.subscribe(conditionsChanged, {
    name: 'page-cache',
    when: 'in-transaction',
    handle: ({ conditionIds }, transaction) => dropPages(conditionIds, transaction),
  });
  events.subscribe(sourcesChanged, {
    name: 'page-cache',
    when: 'in-transaction',
    handle: (_, transaction) => pageCache.invalidate(transaction, [everyPage, sharedKnowledge]),
  });
  events.subscribe(conditionsChanged, {
    name: 'search',
    when: 'after',
    handle: ({ conditionIds }) => index(conditionIds),
  });
  events.subscribe(conditionsChanged, {
    name: 'mentions',
    when: 'after',
    handle: ({ conditionIds }) => findMentions(conditionIds),
  });
  events.subscribe(answersPublished, {
    name: 'page-cache',
    when: 'in-transaction',
    handle: ({ conditionIds }, transaction) => dropPages(conditionIds, transaction),
  });
  events.subscribe(answersPublished, {
    name: 'search',
    when: 'after',
    handle: ({ conditionIds }) => index(conditionIds),
  });
  events.subscribe(answersPublished, {
    name: 'mentions',
    when: 'after',
    handle: ({ conditionIds }) => findMentions(conditionIds),
  });

  // what somebody published is shown or not as they agree: pages of these conditions are made anew
  events.subscribe(consentsChanged, {
    name: 'page-cache',
    when: 'in-transaction',
    async handle({ accountId, kind }, transaction) {
      if (kind !== 'publishing') return;
      const member = await createProfileRepository(transaction).findByAccount(accountId);
      const conditionIds = member ? await createExperienceRepository(transaction).listConditionsOf(member.id) : [];
      if (conditionIds.length > 0) await dropPages(conditionIds, transaction);
    },
  });
  events.subscribe(experiencesChanged, {
    name: 'page-cache',
    when: 'in-transaction',
    handle: ({ conditionIds }, transaction) => dropPages(conditionIds, transaction),
  });
  events.subscribe(reviewsChanged, {
    name: 'page-cache',
    when: 'in-transaction',
    handle: ({ conditionIds }, transaction) => dropPages(conditionIds, transaction),
  });
  events.subscribe(reviewersChanged, {
    name: 'page-cache',
    when: 'in-transaction',
    handle: (_, transaction) => pageCache.invalidate(transaction, [reviewersTag]),
  });
  tellModeration({ events, clock, callModerators: callModeratorsWith(services) });
  jobs.define('moderation.forget', async () => {
    await createModerationRepository(database.db).forgetTextsBefore(before(keptByModeration, clock.now()));
  });
  jobs.schedule('moderation.forget', '40 2 * * *');

  jobs.define('review.age', async () => {
    const told = await tellAged(dayOf(before(weekInDays, clock.now())), { database: database.db, events, clock });
    if (told > 0) log.info({ conditions: told }, 'Reviews fell due, or lapsed');
    await createSuggestionRepository(database.db).removeClosedBefore(before(keptDays, clock.now()));
    await createProposalRepository(database.db).removeAsideBefore(before(asideDays, clock.now()));
    await createCommentRepository(database.db).removeDoneBefore(before(commentDays, clock.now()));
    await createReadsRepository(database.db).removeBefore(dayOf(before(yearInDays, clock.now())));
  });
  // readers see it the same day; a week back, for a server that was down
  jobs.schedule('review.age', '5 0 * * *');

  jobs.define('review.digest', async () => {
    const proposals = createProposalRepository(database.db);
    const sent = await sendDigests({
      database: database.db,
      clock,
      mails,
      listProposed: (languages) => proposals.listSubmitted(languages),
      async findAddress(accountId) {
        const staff = await createStaffRepository(database.db).list();
        const still = staff.some((each) => each.accountId === accountId && each.role === 'reviewer');
        return still ? createAccountRepository(database.db).find(accountId) : undefined;
      },
      writeMail: (waiting, to) => digestMail(waiting, to, { i18n, origin: config.origin, siteName: config.siteName }),
    });
    if (sent > 0) log.info({ sent }, 'Reviewers were told what waits');
  });
  jobs.schedule('review.digest', '40 6 * * *');

  jobs.define('experiences.tidy', async () => {
    const { ofAge, cleared } = await tidyExperiences({ database: database.db, events, clock });
    if (ofAge + cleared > 0) log.info({ ofAge, cleared }, 'Experiences were looked through');
  });
  jobs.schedule('experiences.tidy', '25 2 * * *');

  jobs.define(rebuildIndex, async () => {
    if (await isIndexOutdated(database.db)) await indexConditions({ database: database.db, conditionIds: 'all' });
  });

  jobs.define('accounts.clear', () => clearAccounts({ database: database.db, clock }));
  jobs.schedule('accounts.clear', '47 * * * *');

  jobs.define('mentions.fill-missing', async () => {
    const filled = await fillMissing(mentions);
    if (filled > 0) log.info({ filled }, 'Conditions were looked through for what rests on which source');
  });
  // an atlas that is older than the index of mentions gets it within minutes of its update
  jobs.schedule('mentions.fill-missing', '*/10 * * * *');

  jobs.define('members.forget-unfinished', async () => {
    const forgotten = await forgetUnfinished({ database: database.db, clock });
    if (forgotten > 0) log.info({ forgotten }, 'Answers of people who did not finish joining were thrown away');
  });
  jobs.schedule('members.forget-unfinished', '30 2 * * *');

  jobs.define('atlas.release', async () => {
    if (config.releaseSchedule === 'by-hand') return;
    const shown = await makeReleaseWhenDue({
      ...releaseServices({ config, database, clock, pageCache }),
      schedule: config.releaseSchedule,
    });
    if (shown !== undefined) log.info({ shown }, 'Counts were released');
  });
  // at most monthly: a count that moves with every single person gives that person away
  jobs.schedule('atlas.release', '0 3 1 * *');

  jobs.define('privacy.erase-due', async () => {
    await eraseWhoIsDue(services);
    await forgetReading(database.db, clock);
  });
  jobs.schedule('privacy.erase-due', '7 * * * *');
}
