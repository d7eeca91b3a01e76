import type { Hono } from 'hono';
import { realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { createTranslationRepository } from '#modules/answers/index.ts';
import { noLoad } from './queue.repository.ts';
import { QueuePage, queueSize } from './queue.views.tsx';
import type { ReviewRoom } from './review-room.routes.tsx';
import { noWishes } from './wishes.ts';

/** Translations that are behind, on the first page of the desk. */
const behindAtOnce = 10;

/** How far ahead the desk says what falls due: this month and the twelve after it, so that what is signed today for a year is there. */
const dueMonths = 13;

/** What waits for reviewers. */
export function addQueue(
  routes: Hono,
  {
    frame,
    database,
    reviews,
    proposed,
    countSuggestions,
    requireStaff,
    profileOf,
    wishes,
    queue,
    titlesOf,
    namesOfTopics,
    today,
  }: ReviewRoom,
): void {
  const translations = createTranslationRepository(database);

  routes.get('/review', async (c) => {
    const signedIn = requireStaff(c, ['reviewer', 'steward', 'editor']);
    const reviewer = await profileOf(signedIn);
    const languages = (reviewer?.languages ?? realLanguages) as LanguageTag[];
    const page = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const topics = reviewer ? await wishes.find(reviewer.id) : noWishes;
    const [entries, counts, suggestions, handedIn, behind, due, loads, reviewers] = await Promise.all([
      queue.listQueue({ languages, today: today(), topics, limit: queueSize, offset: (page - 1) * queueSize }),
      queue.countByAge(today()),
      countSuggestions(),
      page === 1 ? proposed.list(languages) : [],
      translations.listBehind({ languages, limit: behindAtOnce }),
      page === 1 ? queue.listDue(today(), dueMonths) : [],
      queue.listLoads(today()),
      page === 1 ? reviews.listReviewers() : [],
    ]);
    const own = await queue.amongTopics(
      handedIn.map(({ conditionId }) => conditionId),
      topics,
    );
    const [first, rest] = [true, false].map((is) => handedIn.filter(({ conditionId }) => own.has(conditionId) === is));
    const waiting = [...first!, ...rest!];
    const wished = await wishes.listAll();
    const revisionIds = entries.map(({ revisionId }) => revisionId);
    const among = await translations.listBehind({ languages, revisionIds, limit: queueSize });
    const titlesBehind = await titlesOf(behind.entries);
    const titles = await titlesOf(entries);
    const titlesOfProposed = await titlesOf(waiting);
    const standings = await Promise.all(waiting.map((each) => reviews.findStanding(each)));
    return c.html(
      <QueuePage
        frame={frame}
        view={{
          reviewer,
          entries: entries.map((entry, index) => ({
            ...entry,
            ...titles[index]!,
            behind: among.entries.some(({ revisionId }) => revisionId === entry.revisionId),
          })),
          behind: {
            texts: page === 1 ? behind.entries.map((each, index) => ({ ...each, ...titlesBehind[index]! })) : [],
            total: behind.total,
          },
          proposed: waiting.map((each, index) => ({
            ...each,
            ...titlesOfProposed[index]!,
            state: standings[index]!.state,
          })),
          counts,
          suggestions,
          total: counts
            .filter(({ language }) => languages.includes(language as LanguageTag))
            .reduce((sum, { texts }) => sum + texts, 0),
          page,
          today: today(),
          topics: await namesOfTopics(topics),
          load: reviewer && { ...(loads.get(reviewer.id) ?? noLoad), most: topics.load },
          due,
          reviewers: reviewers
            .filter(({ id, active }) => active || loads.has(id))
            .map((each) => ({
              slug: each.slug,
              name: each.name,
              load: loads.get(each.id) ?? noLoad,
              most: wished.get(each.id)?.load ?? noWishes.load,
            })),
        }}
      />,
    );
  });
}
