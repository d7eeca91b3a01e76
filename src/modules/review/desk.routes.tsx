import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { answerNotFound, loadOwnAnswerPage, type Revision } from '#modules/answers/index.ts';
import { commentsAs } from './comment.policy.ts';
import { createCommentRepository } from './comment.repository.ts';
import { ownOpen } from './comment.ts';
import { comment, settleComment } from './comment.usecases.ts';
import { inNote } from './comment.views.tsx';
import { loadDesk, type DeskView } from './desk.usecases.ts';
import { DeskPage, deskPath, proposedPath } from './desk.views.tsx';
import type { ProposedText } from './proposed-text.usecases.ts';
import { commentNotFound, reviewerNotFound } from './review.errors.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewRoom } from './review-room.routes.tsx';
import { checks, type ActKind } from './review.ts';
import { actOn } from './review.usecases.ts';

/** Of nothing. */
const noId = '00000000-0000-4000-8000-000000000000';
const text = (max: number) => z.string().trim().max(max).catch('');
const deskForm = z.object({
  act: z.enum(['take', 'undo', 'withdraw', 'decide']),
  decision: z.enum(['approve', 'ask-changes', 'hand-back']).optional().catch(undefined),
  note: z.string().trim().catch(''),
  shown: text(64),
  check: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
});
const mostNoteLetters = 4000;

/** What is missing for a decision; undefined: nothing. */
function problemOf(kind: ActKind | undefined, { check, note }: z.output<typeof deskForm>) {
  if (kind === undefined) return 'decision';
  if (kind === 'approve' && checks.some((each) => !check.includes(each))) return 'checks';
  return (kind === 'ask-changes' || kind === 'withdraw') && note === '' ? 'note' : undefined;
}

const commentForm = z.object({
  act: z.enum(['add', 'done', 'reopen']).catch('add'),
  revision: z.uuid().catch(noId),
  passage: text(20),
  comment: z.uuid().catch(noId),
  // one letter more than may be is told, not cut off
  text: z
    .string()
    .trim()
    .transform((words) => words.replaceAll('\r\n', '\n'))
    .catch(''),
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
    nameOfWriter,
    requireStaff,
    profileOf,
    ownProfile,
    wishes,
    queue,
    today,
  }: ReviewRoom,
): void {
  const { i18n } = frame;
  const hands = { database, events, clock };
  const comments = createCommentRepository(database);
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

  async function viewOf(page: DeskView['page'], signedIn: SignedIn, proposal: ProposedText | undefined) {
    const reviewer = await profileOf(signedIn);
    const view = await loadDesk(page, { reviewer, proposal }, { reviews, comments, answers, clock });
    if (!reviewer) return view;
    const [{ load: most }, loads] = await Promise.all([
      wishes.find(reviewer.id),
      queue.listLoads(today(), reviewer.id),
    ]);
    return { ...view, load: { onDesk: loads.get(reviewer.id)?.onDesk ?? 0, most } };
  }
  const show = (c: Context, view: DeskView, status: 200 | 422 = 200) =>
    c.html(<DeskPage view={view} frame={frame} drawMechanism={drawMechanism} />, status);

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
    const isLong = [...form.note].length > mostNoteLetters;
    // what was said at passages is what is asked for, unless it is said in other words
    if (kind === 'ask-changes' && form.note === '')
      form.note = inNote(
        ownOpen(view.comments, { accountId: reviewer.accountId!, revisionId: page.answer.revision.id }),
        i18n,
      );
    const problem = isLong ? 'long' : problemOf(kind, form);
    if (problem)
      return show(
        c,
        { ...view, wrong: { problem, note: form.note, decision: form.decision ?? '', checked: form.check } },
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
      hands,
    );
    if (kind === 'hand-back') return c.redirect(i18n.path('/review'), 303);
    // what was published, or is not any more, stands at the other address
    return c.redirect(unpublishes || (proposal && kind !== 'approve') ? ofProposal : desk, 303);
  }

  routes.get(path, async (c) => {
    const view = await viewOf(await loadPublished(c), requireStaff(c, seers), undefined);
    return show(c, { ...view, justDone: c.req.query('done') });
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
    return show(c, { ...view, justDone: c.req.query('done') });
  });

  routes.post(proposedText, async (c) => {
    const signedIn = requireStaff(c, ['reviewer']);
    const reviewer = await ownProfile(signedIn);
    const proposal = await findProposed(c);
    const { slug, question, language } = c.req.param();
    if (!proposal) return c.redirect(i18n.path(deskPath(slug, question, language)), 303);
    return act(c, reviewer, await viewOf(proposal.page, signedIn, proposal), proposal);
  });

  /** Says something about a passage, or marks what was said as done or as open again. */
  async function discuss(c: Context, signedIn: SignedIn, page: DeskView['page'], proposal: ProposedText | undefined) {
    const role = commentsAs(signedIn);
    if (!role) throw reviewerNotFound();
    const { accountId } = signedIn;
    const name = (await profileOf(signedIn))?.name ?? (await nameOfWriter(accountId)) ?? null;
    const by = { accountId, name, role };
    const form = commentForm.parse(await c.req.parseBody());
    const { slug } = page.condition;
    const { language, revision } = page.answer;
    const here = proposal
      ? proposedPath(slug, page.question.id, language, revision.number)
      : deskPath(slug, page.question.id, language);
    if (form.act !== 'add') {
      const done = form.act === 'done';
      await settleComment({ answerId: page.answer.id, id: form.comment, done, by }, hands);
      return c.redirect(
        i18n.path(done ? `${here}?done=${form.comment}#comments` : `${here}#comment-${form.comment}`),
        303,
      );
    }
    const about = form.revision === revision.id ? revision : await revisionOf(page, form.revision);
    const said = await comment(page, { revision: about, place: form.passage, text: form.text, by, i18n }, hands);
    if ('id' in said) return c.redirect(i18n.path(`${here}#comment-${said.id}`), 303);
    const wrongComment = { ...said, place: form.passage, revisionId: about.id, text: form.text };
    return show(c, { ...(await viewOf(page, signedIn, proposal)), wrongComment }, 422);
  }

  /** Another version of the same text: the one that was on the screen while somebody published the next. */
  async function revisionOf({ condition, question, answer }: DeskView['page'], id: string): Promise<Revision> {
    const [words, revision] = await Promise.all([
      reviews.findWords({ conditionId: condition.id, revisionId: id }),
      answers.findRevisionById(condition.id, id),
    ]);
    if (!revision || words?.questionId !== question.id || words.language !== answer.language) throw commentNotFound();
    return revision;
  }

  routes.post(`${path}/comments`, async (c) => {
    const signedIn = requireStaff(c, seers);
    return discuss(c, signedIn, await loadPublished(c), undefined);
  });

  routes.post(`${proposedText}/comments`, async (c) => {
    const signedIn = requireStaff(c, seers);
    const proposal = await findProposed(c);
    return discuss(c, signedIn, proposal?.page ?? (await loadPublished(c)), proposal);
  });
}
