import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { newId } from '#platform/ids/ids.ts';
import { noLoad } from './queue.repository.ts';
import { reviewerNotFound } from './review.errors.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewRoom } from './review-room.routes.tsx';
import { problemsOf, reviewerForm, slugFor, type ReviewerForm, type ReviewerProblem } from './reviewer.schemas.ts';
import { StewardReviewersPage } from './steward.views.tsx';
import { noWishes } from './wishes.ts';

const text = (max: number) => z.string().trim().max(max).catch('');
const manageForm = z.object({ act: z.enum(['add', 'verify', 'stop', 'resume']), slug: text(100), how: text(300) });

/** As the record of staff acts calls them. */
const actsOfStewards = {
  add: 'reviewer.added',
  verify: 'reviewer.verified',
  stop: 'reviewer.stopped',
  resume: 'reviewer.resumed',
} as const;

/** Who may review, for stewards. */
export function addStewardReviewers(
  routes: Hono,
  {
    frame,
    reviews,
    wishes,
    queue,
    namesOfTopics,
    saveProfile,
    requireStaff,
    findReviewerAccount,
    audit,
    today,
  }: ReviewRoom,
): void {
  const { i18n } = frame;

  async function show(
    c: Context,
    given: { form?: ReviewerForm; problems: readonly ReviewerProblem[]; saved: boolean },
    status: 200 | 422 = 200,
  ) {
    const [reviewers, all, loads] = await Promise.all([
      reviews.listReviewers(),
      wishes.listAll(),
      queue.listLoads(today()),
    ]);
    const wished = await Promise.all(
      reviewers.map(async ({ id }) => {
        const own = all.get(id) ?? noWishes;
        return [id, { topics: await namesOfTopics(own), most: own.load, load: loads.get(id) ?? noLoad }] as const;
      }),
    );
    return c.html(
      <StewardReviewersPage reviewers={reviewers} wished={new Map(wished)} {...given} frame={frame} />,
      status,
    );
  }

  routes.get('/steward/reviewers', async (c) => {
    requireStaff(c, ['steward']);
    return show(c, { problems: [], saved: c.req.query('saved') !== undefined });
  });

  routes.post('/steward/reviewers', async (c) => {
    const signedIn = requireStaff(c, ['steward']);
    const body = await c.req.parseBody({ all: true });
    const read = manageForm.safeParse(body);
    // no form of ours sends this
    if (!read.success) return c.redirect(i18n.path('/steward/reviewers'), 303);
    const { act, slug, how } = read.data;
    const known = await reviews.listReviewers();
    const done = async (reviewer: Reviewer) => {
      await saveProfile(reviewer);
      await audit({ signedIn, act: actsOfStewards[act], object: reviewer.id, about: reviewer.accountId });
      return c.redirect(i18n.path('/steward/reviewers?saved'), 303);
    };
    if (act === 'add') {
      const form = reviewerForm.parse(body);
      const problems = problemsOf(form);
      const accountId = problems.includes('email') ? undefined : await findReviewerAccount(form.email);
      if (!accountId && !problems.includes('email')) problems.unshift('email');
      if (problems.length > 0 || !accountId) return show(c, { form, problems, saved: false }, 422);
      const before = known.find((reviewer) => reviewer.accountId === accountId);
      return done({
        id: before?.id ?? newId(),
        slug: before?.slug ?? slugFor(form.name, new Set(known.map((reviewer) => reviewer.slug))),
        accountId,
        name: form.name,
        credential: { en: form.credential, ...(form.credentialEs && { es: form.credentialEs }) },
        registration: form.registration,
        registrationBody: form.registrationBody,
        // another name or another register is to be verified anew
        verifiedOn: null,
        verifiedHow: null,
        interests: before?.interests ?? [],
        interestsConfirmedOn: before?.interestsConfirmedOn ?? null,
        languages: form.languages,
        active: true,
        fictional: signedIn.demo,
      });
    }
    const reviewer = known.find((each) => each.slug === slug);
    if (!reviewer) throw reviewerNotFound({ slug });
    if (act === 'verify' && how === '') return c.redirect(i18n.path(`/steward/reviewers#how-${slug}`), 303);
    return done(
      act === 'verify'
        ? { ...reviewer, verifiedOn: today(), verifiedHow: how }
        : { ...reviewer, active: act === 'resume' },
    );
  });
}
