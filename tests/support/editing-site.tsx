import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import {
  createAnswerRepository,
  createAnswerRoutes,
  importAnswers,
  importQuestions,
  type AnswerText,
} from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import { createEditingRoutes, proposedTextsOf, type LookUp } from '#modules/editing/index.ts';
import { createReviewRepository, createReviewRoutes, getReview, shownReview } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import { emptyTables } from './empty-tables.ts';
import { testFrame } from './frame.ts';
import { knowledge, question, text } from './knowledge.ts';
import { askRoom, createRoom } from './room.ts';

/** What a reviewer ticks before signing. */
export const allChecks = ['accurate', 'complete', 'balanced', 'current', 'plain'];

/** The rooms of those who write and review, over a database, with a clock that is moved and somebody who is signed in. */
export function createEditingSite(
  database: Database,
  looked: Readonly<Record<string, Awaited<ReturnType<LookUp>>>> = {},
) {
  let now = new Date();
  let who: { accountId: string; staff: readonly StaffRole[] } | undefined;
  const clock = { now: () => now };
  const audited: string[] = [];
  const people = { eva: newId(), ada: newId(), ben: newId(), zoe: newId() };
  const events = { subscribe: () => {}, publish: async () => {} };
  const conditions = createConditionRepository(database);
  const answers = createAnswerRepository(database);
  const reviews = createReviewRepository(database);
  const suggestions = createSuggestionRepository(database);
  const frame = testFrame();
  const audit = async ({ act }: { act: string }) => void audited.push(act);
  const common = { frame, database, events, clock, conditions, answers, reviews, audit };
  const app = createRoom(() => who);
  app.route(
    '/',
    createEditingRoutes({
      ...common,
      script: '/e.js',
      suggestions,
      drawMechanism: () => null,
      lookUp: async ({ id }) => looked[id],
    }),
  );
  app.route(
    '/',
    createReviewRoutes({
      ...common,
      drawMechanism: () => null,
      proposed: proposedTextsOf(common),
      nameOfWriter: async () => undefined,
      countSuggestions: async () => 0,
      findReviewerAccount: async () => undefined,
    }),
  );
  app.route(
    '/',
    createAnswerRoutes({
      frame,
      conditions,
      answers,
      beside: async () => ({ line: null, panels: [] }),
      reviewOf: async (shown) =>
        shownReview(await getReview(shown, { reviews, answers, clock }), {
          updated: shown.answer.revision.textDate,
          historyPath: '/history',
          i18n: frame.i18n,
          origin: frame.origin,
        }),
      reviewsOf: async () => new Map(),
      drawMechanism: () => null,
    }),
  );

  /** An invented pack, an editor, and two reviewers: nothing of what was there before. */
  async function begin(): Promise<void> {
    await emptyTables(database);
    now = new Date('2026-11-30T09:00:00Z');
    audited.length = 0;
    await importPack();
    for (const [id, name] of [
      [people.eva, 'eva'],
      [people.ada, 'ada'],
      [people.ben, 'ben'],
      [people.zoe, 'zoe'],
    ] as const)
      await database
        .withTables<{ accounts: { id: string; email: string } }>()
        .insertInto('accounts')
        .values({ id, email: `${name}@example.org` })
        .execute();
    for (const [accountId, name] of [
      [people.ada, 'Dr Ada Example'],
      [people.ben, 'Dr Ben Other'],
    ] as const)
      await createReviewRepository(database).saveReviewer(
        {
          id: newId(),
          slug: name.slice(3, 6).toLowerCase(),
          accountId,
          name,
          credential: { en: 'neurologist' },
          interests: [],
          verifiedOn: '2026-01-10',
          verifiedHow: 'By telephone',
          interestsConfirmedOn: '2026-11-01',
          languages: ['en'],
          active: true,
          fictional: true,
        },
        now,
      );
  }

  async function importPack(
    texts: AnswerText[] = [text],
    over: Partial<typeof knowledge> = {},
    /** Of other conditions, by slug. */
    others: Readonly<Record<string, AnswerText[]>> = {},
  ) {
    return database.transaction().execute(async (transaction) => {
      const found = await importKnowledge({ transaction, knowledge: { ...knowledge, ...over }, events, clock });
      await importQuestions({ transaction, packId: 'examples', questions: [question] });
      const conditions = Object.entries({ stillness: texts, ...others }).map(([slug, all]) => ({
        id: found.idOf(slug),
        slug,
        texts: all,
      }));
      return { found, answers: await importAnswers({ transaction, author: 'The editors', conditions, events, clock }) };
    });
  }

  return {
    ...people,
    clock,
    events,
    audited,
    begin,
    importPack,
    later: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)),
    /** Nobody is signed in without an account. */
    as: (accountId?: string, ...staff: readonly StaffRole[]) => (who = accountId ? { accountId, staff } : undefined),
    ...askRoom(() => app),
  };
}
