import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import { realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import {
  answerPath,
  createTranslationRepository,
  type AnswerRepository,
  type DrawMechanism,
} from '#modules/answers/index.ts';
import { everyPage, titleOfQuestion, type ConditionRepository } from '#modules/conditions/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { addDesk } from './desk.routes.tsx';
import { createDigestRepository } from './digest.repository.ts';
import type { ProposedTexts } from './proposed-text.usecases.ts';
import { QueuePage, queueSize } from './queue.views.tsx';
import { notAReviewer, reviewerNotFound } from './review.errors.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewRepository } from './review.repository.ts';
import { dayOf } from './review.ts';
import { getReviewer } from './review.usecases.ts';
import { digestForm, problemsOf, reviewerForm, slugFor } from './reviewer.schemas.ts';
import { ProfilePage, ReviewerPage, ReviewersPage, StewardReviewersPage } from './reviewer.views.tsx';

export interface ReviewRoutesOptions {
  frame: SiteFrame;
  database: Database;
  events: Events;
  clock: Clock;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  reviews: ReviewRepository;
  drawMechanism: DrawMechanism;
  /** The account that has this address and the role of a reviewer. */
  findReviewerAccount: (email: string) => Promise<string | undefined>;
  proposed: ProposedTexts;
  /** As somebody of the staff last signed what they wrote; undefined: they wrote nothing yet. */
  nameOfWriter: (accountId: string) => Promise<string | undefined>;
  /** How many suggestions of readers wait: another room keeps them. */
  countSuggestions: () => Promise<number>;
  /** Written into the record of what staff did. */
  audit: (entry: { signedIn: SignedIn; act: string; object: string; about?: string | null }) => Promise<void>;
}

const text = (max: number) => z.string().trim().max(max).catch('');
const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const profileForm = z.object({ keep: many, interest: text(500), conditions: text(500) });
const manageForm = z.object({ act: z.enum(['add', 'verify', 'stop', 'resume']), slug: text(100), how: text(300) });

/** Translations that are behind, on the first page of the desk. */
const behindAtOnce = 10;

/** As the record of staff acts calls them. */
const actsOfStewards = {
  add: 'reviewer.added',
  verify: 'reviewer.verified',
  stop: 'reviewer.stopped',
  resume: 'reviewer.resumed',
} as const;

/** Reviewers and what they signed, for everybody; the desk, for them; who they are, for stewards. In one language. */
export function createReviewRoutes(options: ReviewRoutesOptions): Hono {
  const { frame, clock, conditions, answers, reviews, proposed } = options;
  const { i18n } = frame;
  const routes = new Hono();
  const digests = createDigestRepository(options.database);
  const translations = createTranslationRepository(options.database);
  const today = () => dayOf(clock.now());

  /** Staff only; to everybody else there is no such page. */
  function requireStaff(c: Context, roles: readonly SignedIn['staff'][number][]): SignedIn {
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
    markCacheable(c, [everyPage]);
    const reviewers = (await reviews.listReviewers()).filter(({ active, verifiedOn }) => active && verifiedOn !== null);
    return c.html(<ReviewersPage reviewers={reviewers} today={today()} frame={frame} />);
  });

  routes.get('/reviewers/:slug', async (c) => {
    const reviewer = await getReviewer(c.req.param('slug'), reviews);
    const signed = await reviews.listSignedBy(reviewer.id, 200);
    const titles = await titlesOf(signed);
    markCacheable(c, [everyPage]);
    return c.html(
      <ReviewerPage
        reviewer={reviewer}
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

  routes.get('/review', async (c) => {
    const signedIn = requireStaff(c, ['reviewer', 'steward', 'editor']);
    const reviewer = await profileOf(signedIn);
    const languages = (reviewer?.languages ?? realLanguages) as LanguageTag[];
    const page = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const [entries, counts, suggestions, waiting, behind] = await Promise.all([
      reviews.listQueue({ languages, today: today(), limit: queueSize, offset: (page - 1) * queueSize }),
      reviews.countByAge(today()),
      options.countSuggestions(),
      page === 1 ? proposed.list(languages) : [],
      translations.listBehind({ languages, limit: behindAtOnce }),
    ]);
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
        }}
      />,
    );
  });

  routes.get('/review/profile', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    const { frequency } = await digests.find(reviewer.id);
    return c.html(
      <ProfilePage reviewer={reviewer} digest={frequency} saved={c.req.query('saved') !== undefined} frame={frame} />,
    );
  });

  routes.post('/review/profile/mail', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    await digests.saveFrequency(reviewer.id, digestForm.parse(await c.req.parseBody()).digest);
    return c.redirect(i18n.path('/review/profile?saved'), 303);
  });

  routes.post('/review/profile', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    const form = profileForm.parse(await c.req.parseBody({ all: true }));
    const slugs = form.conditions.split(/[\s,;]+/u).filter(Boolean);
    const found = await Promise.all(slugs.map((slug) => conditions.findBySlug(slug)));
    if (found.includes(undefined) || (slugs.length > 0 && form.interest === ''))
      return c.html(
        <ProfilePage
          reviewer={reviewer}
          digest={(await digests.find(reviewer.id)).frequency}
          saved={false}
          problem="interest"
          typed={form}
          frame={frame}
        />,
        422,
      );
    const interests = reviewer.interests.filter((_, index) => form.keep.includes(String(index)));
    if (form.interest !== '')
      interests.push({
        text: { en: form.interest },
        conditionIds: found.map((condition) => condition!.id),
        declaredOn: today(),
      });
    await reviews.saveReviewer({ ...reviewer, interests, interestsConfirmedOn: today() }, clock.now());
    return c.redirect(i18n.path('/review/profile?saved'), 303);
  });

  async function ownProfile(signedIn: SignedIn): Promise<Reviewer> {
    const reviewer = await profileOf(signedIn);
    if (!reviewer) throw notAReviewer();
    return reviewer;
  }

  addDesk(routes, { ...options, requireStaff, profileOf, ownProfile });

  routes.get('/steward/reviewers', async (c) => {
    requireStaff(c, ['steward']);
    return c.html(
      <StewardReviewersPage
        reviewers={await reviews.listReviewers()}
        problems={[]}
        saved={c.req.query('saved') !== undefined}
        frame={frame}
      />,
    );
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
      await reviews.saveReviewer(reviewer, clock.now());
      await options.audit({ signedIn, act: actsOfStewards[act], object: reviewer.id, about: reviewer.accountId });
      return c.redirect(i18n.path('/steward/reviewers?saved'), 303);
    };
    if (act === 'add') {
      const form = reviewerForm.parse(body);
      const problems = problemsOf(form);
      const accountId = problems.includes('email') ? undefined : await options.findReviewerAccount(form.email);
      if (!accountId && !problems.includes('email')) problems.unshift('email');
      if (problems.length > 0 || !accountId)
        return c.html(
          <StewardReviewersPage reviewers={known} form={form} problems={problems} saved={false} frame={frame} />,
          422,
        );
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

  return routes;
}
