import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { answerNotFound, loadOwnAnswerPage } from '#modules/answers/index.ts';
import { DeskPage, deskPath, proposedPath, type DeskView } from './desk.views.tsx';
import type { ProposedText } from './proposed-text.usecases.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewRoutesOptions } from './review.routes.tsx';
import { checks } from './review.ts';
import { actOn, effectiveStanding, fingerprintOf, whyNot } from './review.usecases.ts';
import { formOf, readSignedForm } from './signed-changes.ts';

const text = (max: number) => z.string().trim().max(max).catch('');
const deskForm = z.object({
  act: z.enum(['take', 'undo', 'withdraw', 'decide']),
  decision: z.enum(['approve', 'ask-changes', 'hand-back']).optional().catch(undefined),
  note: text(4000),
  shown: text(64),
  check: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
});

const path = '/review/:slug/:question/:language';
const proposedText = `${path}/proposed/:number{[1-9][0-9]{0,8}}` as const;
type DeskContext = Context<object, typeof path>;
type ProposedContext = Context<object, typeof proposedText>;

/** The desk of one text: as readers see it, or as it would be once somebody has signed it. */
export function addDesk(
  routes: Hono,
  {
    frame,
    database,
    events,
    clock,
    conditions,
    answers,
    reviews,
    proposed,
    drawMechanism,
    requireStaff,
    profileOf,
    ownProfile,
  }: ReviewRoutesOptions & {
    requireStaff: (c: Context, roles: readonly StaffRole[]) => SignedIn;
    profileOf: (signedIn: SignedIn) => Promise<Reviewer | undefined>;
    ownProfile: (signedIn: SignedIn) => Promise<Reviewer>;
  },
): void {
  const { i18n } = frame;
  const seers: readonly StaffRole[] = ['reviewer', 'steward', 'editor'];

  async function loadPublished(c: DeskContext) {
    const { slug, question, language } = c.req.param();
    const page = await loadOwnAnswerPage({
      slug,
      questionId: question,
      language: language as LanguageTag,
      conditions,
      answers,
    });
    if (page.answer.language !== language) throw answerNotFound({ questionId: question });
    return page;
  }

  async function findProposed(c: ProposedContext): Promise<ProposedText | undefined> {
    const { slug, question, language, number } = c.req.param();
    return proposed.find({ slug, questionId: question, language: language as LanguageTag, number: Number(number) });
  }

  async function viewOf(
    page: DeskView['page'],
    signedIn: SignedIn,
    proposal: ProposedText | undefined,
  ): Promise<DeskView> {
    const { id: conditionId } = page.condition;
    const { id: revisionId, number } = page.answer.revision;
    const [reviewer, { key, standing, carried }, earlier, authors] = await Promise.all([
      profileOf(signedIn),
      effectiveStanding({ conditionId, answerId: page.answer.id, revisionId }, { reviews, answers }),
      reviews.findSignedBefore(conditionId, page.answer.id, number),
      answers.listAuthors(conditionId, revisionId),
    ]);
    const holder =
      standing.reviewerId && standing.reviewerId !== reviewer?.id
        ? await reviews.findReviewer({ id: standing.reviewerId })
        : undefined;
    const own = standing.signature && (await reviews.signedOn(key));
    const signed =
      standing.signature && own
        ? { signature: standing.signature, number, signedOn: own }
        : earlier?.signature
          ? { signature: earlier.signature, number: earlier.number, signedOn: earlier.signedOn! }
          : undefined;
    return {
      page,
      reviewer,
      standing,
      signedAs: key.revisionId,
      carried,
      holder,
      refusals: reviewer ? whyNot(reviewer, page, authors, clock.now()) : [],
      fingerprint: fingerprintOf(page),
      before: proposal
        ? { form: formOf(proposal.base), number: proposal.base.answer.revision.number }
        : signed && {
            form: readSignedForm(signed.signature.canonical),
            number: signed.number,
            signed: { on: signed.signedOn, by: signed.signature.signatory.name },
          },
      proposal,
      now: clock.now(),
    };
  }

  /** Does what the form of a desk asks for. */
  async function act(c: Context, reviewer: Reviewer, view: DeskView, proposal: ProposedText | undefined) {
    const form = deskForm.parse(await c.req.parseBody({ all: true }));
    const { page } = view;
    const { slug } = page.condition;
    const desk = i18n.path(deskPath(slug, page.question.id, page.answer.language));
    const ofProposal = i18n.path(
      proposedPath(slug, page.question.id, page.answer.language, page.answer.revision.number),
    );
    const kind = form.act === 'decide' ? form.decision : form.act;
    const problem =
      kind === undefined
        ? 'decision'
        : kind === 'approve' && checks.some((check) => !form.check.includes(check))
          ? 'checks'
          : (kind === 'ask-changes' || kind === 'withdraw') && form.note === ''
            ? 'note'
            : undefined;
    if (problem)
      return c.html(
        <DeskPage
          view={{ ...view, wrong: { problem, note: form.note, decision: form.decision ?? '', checked: form.check } }}
          frame={frame}
          drawMechanism={drawMechanism}
        />,
        422,
      );
    const since = view.standing.since;
    // an approval that published a text is taken back with what it did
    const unpublishes =
      kind === 'undo' && view.standing.state === 'signed' && page.answer.revision.site?.way === 'review' && !proposal;
    await actOn(
      page,
      {
        kind: kind!,
        reviewer,
        shown: form.shown,
        ...(form.note && { note: form.note }),
        ...(kind === 'withdraw' && { revisionId: view.signedAs }),
        async alongside(transaction) {
          if (kind === 'approve' && proposal) await proposed.publish(proposal, reviewer, transaction);
          if (unpublishes) await proposed.takeBack(page, since!, transaction);
        },
      },
      { database, events, clock },
    );
    if (kind === 'hand-back') return c.redirect(i18n.path('/review'), 303);
    // what was published, or is not any more, stands at the other address
    return c.redirect(proposal && kind !== 'approve' ? ofProposal : desk, 303);
  }

  routes.get(path, async (c) => {
    const view = await viewOf(await loadPublished(c), requireStaff(c, seers), undefined);
    return c.html(<DeskPage view={view} frame={frame} drawMechanism={drawMechanism} />);
  });

  routes.post(path, async (c) => {
    const signedIn = requireStaff(c, ['reviewer']);
    const reviewer = await ownProfile(signedIn);
    return act(c, reviewer, await viewOf(await loadPublished(c), signedIn, undefined), undefined);
  });

  routes.get(proposedText, async (c) => {
    const signedIn = requireStaff(c, seers);
    const proposal = await findProposed(c);
    const { slug, question, language } = c.req.param();
    // signed in the meantime, or put aside: what readers see now is at the desk
    if (!proposal) return c.redirect(i18n.path(deskPath(slug, question, language)), 303);
    const view = await viewOf(proposal.page, signedIn, proposal);
    return c.html(<DeskPage view={view} frame={frame} drawMechanism={drawMechanism} />);
  });

  routes.post(proposedText, async (c) => {
    const signedIn = requireStaff(c, ['reviewer']);
    const reviewer = await ownProfile(signedIn);
    const proposal = await findProposed(c);
    const { slug, question, language } = c.req.param();
    if (!proposal) return c.redirect(i18n.path(deskPath(slug, question, language)), 303);
    return act(c, reviewer, await viewOf(proposal.page, signedIn, proposal), proposal);
  });
}
