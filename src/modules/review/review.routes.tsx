import { Hono, type Context } from 'hono';
import { signedInOf, type SignedIn, type StaffRole } from '#platform/auth/signed-in.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { answerPath } from '#modules/answers/index.ts';
import { everyPage, namesOf, titleOfQuestion } from '#modules/conditions/index.ts';
import { addDesk } from './desk.routes.tsx';
import { addProfile } from './profile.routes.tsx';
import { createQueueRepository } from './queue.repository.ts';
import { addQueue } from './queue.routes.tsx';
import { notAReviewer, reviewerNotFound } from './review.errors.ts';
import { reviewersChanged, reviewersTag } from './review.events.ts';
import type { Reviewer } from './review.policy.ts';
import { createReviewRepository } from './review.repository.ts';
import type { ReviewRoom, ReviewRoutesOptions } from './review-room.routes.tsx';
import { dayOf } from './review.ts';
import { getReviewer } from './review.usecases.ts';
import { ReviewerPage, ReviewersPage } from './reviewer.views.tsx';
import { addStewardReviewers } from './steward.routes.tsx';
import { createWishesRepository } from './wishes.repository.ts';
import type { Topics } from './wishes.ts';

/** Reviewers and what they signed, for everybody; the desk, for them; who they are, for stewards. In one language. */
export function createReviewRoutes(options: ReviewRoutesOptions): Hono {
  const { frame, clock, conditions, answers, reviews } = options;
  const { i18n } = frame;
  const routes = new Hono();
  const wishes = createWishesRepository(options.database);
  const queue = createQueueRepository(options.database);
  const today = () => dayOf(clock.now());

  function requireStaff(c: Context, roles: readonly StaffRole[]): SignedIn {
    const signedIn = signedInOf(c);
    if (!signedIn?.staff.some((role) => roles.includes(role))) throw reviewerNotFound();
    c.header('cache-control', 'private, no-store');
    return signedIn;
  }

  const profileOf = (signedIn: SignedIn) => reviews.findReviewer({ accountId: signedIn.accountId });

  async function titlesOf(entries: readonly { conditionId: string; questionId: string }[]) {
    const [found, questions] = await Promise.all([
      conditions.listByIds([...new Set(entries.map(({ conditionId }) => conditionId))]),
      answers.listQuestions(),
    ]);
    const byId = new Map(found.map((condition) => [condition.id, condition]));
    return entries.map(({ conditionId, questionId }) => {
      const condition = byId.get(conditionId)!;
      const question = questions.find(({ id }) => id === questionId)!;
      return {
        slug: condition.slug,
        title: titleOfQuestion({ ...condition, questionTitles: {} }, question, i18n.language),
      };
    });
  }

  routes.get('/reviewers', async (c) => {
    markCacheable(c, [everyPage, reviewersTag]);
    const reviewers = (await reviews.listReviewers()).filter(({ active, verifiedOn }) => active && verifiedOn !== null);
    return c.html(<ReviewersPage reviewers={reviewers} today={today()} frame={frame} />);
  });

  routes.get('/reviewers/:slug', async (c) => {
    const reviewer = await getReviewer(c.req.param('slug'), reviews);
    const signed = await reviews.listSignedBy(reviewer.id, 200);
    const titles = await titlesOf(signed);
    markCacheable(c, [everyPage, reviewersTag]);
    return c.html(
      <ReviewerPage
        reviewer={reviewer}
        topics={await namesOfTopics(await wishes.find(reviewer.id))}
        today={today()}
        frame={frame}
        signed={signed.map((entry, index) => ({
          title: titles[index]!.title,
          href: i18n
            .in(entry.language)
            .path(`${answerPath(titles[index]!.slug, entry.questionId)}/history/${entry.number}`),
          signedOn: entry.signedOn!,
          language: entry.language,
        }))}
      />,
    );
  });

  async function ownProfile(signedIn: SignedIn): Promise<Reviewer> {
    const reviewer = await profileOf(signedIn);
    if (!reviewer) throw notAReviewer();
    return reviewer;
  }

  async function namesOfTopics({ conditionIds, groupIds }: Topics): Promise<string[]> {
    const [found, groups] = await Promise.all([conditions.listByIds([...conditionIds]), conditions.listGroups()]);
    return [
      ...groups.filter(({ id }) => groupIds.includes(id)).map(({ name }) => inLanguage(name, i18n.language).text),
      ...found.map((condition) => namesOf(condition, i18n.language).preferred).sort(i18n.compare),
    ];
  }

  const room: ReviewRoom = {
    ...options,
    requireStaff,
    profileOf,
    ownProfile,
    wishes,
    queue,
    namesOfTopics,
    titlesOf,
    today,
    saveProfile: (reviewer) =>
      options.database.transaction().execute(async (transaction) => {
        await createReviewRepository(transaction).saveReviewer(reviewer, clock.now());
        await options.events.publish(transaction, reviewersChanged, {});
      }),
  };
  addQueue(routes, room);
  addProfile(routes, room);
  addDesk(routes, room);
  addStewardReviewers(routes, room);

  return routes;
}
