import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { AuthorStanding } from './author.ts';
import { DecisionPage, DecisionsPage, type DecisionView, type ReportedText } from './decisions.views.tsx';
import { decisionNotFound } from './moderation.errors.ts';
import { decisionPath, decisionsPath } from './moderation.mails.ts';
import { moderationPolicy } from './moderation.policy.ts';
import { createModerationRepository, type KeptAct } from './moderation.repository.ts';
import { appealForm, tooLong } from './moderation.schemas.ts';
import { caseOf, isAdverse, undoneIn } from './moderation.ts';
import { appeal, type ModerationHands } from './moderation.usecases.ts';
import { nameOfText } from './report.views.tsx';

const mostShown = 50;
/** What an author is shown as a decision of its own; what is done about them stands with it. */
const shownKinds = ['note', 'ask-for-change', 'hide', 'remove', 'approve', 'keep'];

export interface DecisionRoutesOptions extends Pick<ModerationHands, 'database' | 'clock' | 'items'> {
  frame: SiteFrame;
  standingOf: (accountId: string) => Promise<{ standing: AuthorStanding; until?: Date }>;
  /** For somebody whose session ended while they wrote: their words wait in the page. `path` is where they were sent to. */
  showSignedOut: (path: string, fields: readonly (readonly [string, string])[]) => Child;
}

/** What was decided about what somebody wrote, for them alone, and the way to another moderator. In one language. */
export function createDecisionRoutes({
  frame,
  database,
  clock,
  items,
  standingOf,
  showSignedOut,
}: DecisionRoutesOptions): Hono {
  const { i18n } = frame;
  const repository = createModerationRepository(database);
  const routes = new Hono();

  const mine =
    (answer: (c: Context, me: SignedIn) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      c.header('cache-control', 'private, no-store');
      const me = signedInOf(c);
      if (me) return answer(c, me);
      if (c.req.method === 'GET')
        return c.redirect(`${i18n.path('/sign-in')}?to=${encodeURIComponent(c.req.path)}`, 303);
      const { words } = appealForm.parse(await c.req.parseBody());
      const page = showSignedOut(`${decisionPath(c.req.param('id') ?? '')}/appeal`, [['words', words]]);
      return c.html(<>{page}</>, 401);
    };

  const isShown = (act: KeptAct, all: readonly KeptAct[]) =>
    shownKinds.includes(act.kind) &&
    (act.kind !== 'keep' || all.some(({ kind, batch }) => ['restrict', 'ban'].includes(kind) && batch === act.batch));

  routes.get(
    decisionsPath,
    mine(async (c, me) => {
      const [acts, reports, author] = await Promise.all([
        repository.listDecisionsAbout(me.accountId, mostShown),
        repository.listReportsOf(me.accountId, mostShown),
        standingOf(me.accountId),
      ]);
      const shown = acts.filter((act) => isShown(act, acts));
      const words = await items.listWords(
        database,
        shown.map(({ item }) => item),
      );
      const decisions = shown.map((act) => {
        const text = act.text ?? words.get(act.item.id);
        return { ...act, title: text ? nameOfText(text) : i18n.t('decisions.gone-text') };
      });
      const reported = await Promise.all(
        reports.map(async ({ kind, itemId, at, reason, outcome }): Promise<ReportedText> => {
          const text = await items.find(database, { kind, id: itemId });
          const readable = text !== undefined && (await items.isReadable(database, text, me.accountId));
          return {
            at,
            reason,
            title: text && readable ? nameOfText(text) : undefined,
            outcome:
              outcome === null
                ? 'waits'
                : outcome === 'withdrawn'
                  ? 'gone'
                  : outcome === 'keep' || outcome === 'approve'
                    ? 'kept'
                    : 'acted',
          };
        }),
      );
      return c.html(<DecisionsPage decisions={decisions} reports={reported} author={author} frame={frame} />);
    }),
  );

  async function load(c: Context, me: SignedIn): Promise<DecisionView> {
    const id = z.uuid().safeParse(c.req.param('id'));
    const decision = id.success ? await repository.findAct(id.data) : undefined;
    if (!decision || !moderationPolicy.readDecision(me, decision)) throw decisionNotFound();
    const acts = await repository.listActs(decision.item.id);
    if (!isShown(decision, acts)) throw decisionNotFound();
    const state = caseOf(acts);
    const stands = state.decision?.id === decision.id;
    const undone = isUndone(acts, decision.batch);
    const place = acts.findIndex((act) => act.id === decision.id);
    const answer = state.appeal
      ? undefined
      : acts
          .slice(place + 1)
          .find(({ kind, batch }) => (kind === 'uphold' || kind === 'reverse') && !isUndone(acts, batch));
    const text = await items.find(database, decision.item);
    const appealable = stands && state.decision !== undefined && isAdverse(state.decision);
    return {
      decision,
      measure: acts.find(({ kind, batch }) => ['restrict', 'ban'].includes(kind) && batch === decision.batch),
      text,
      state: state.appeal && stands ? 'appealed' : appealable && !state.appealed ? 'may-appeal' : 'closed',
      answer,
      over: undone || (!stands && answer === undefined),
    };
  }

  const isUndone = (acts: readonly KeptAct[], batch: string | undefined) =>
    batch !== undefined && undoneIn(acts).has(batch);

  routes.get(
    `${decisionsPath}/:id`,
    mine(async (c, me) => c.html(<DecisionPage view={await load(c, me)} frame={frame} />)),
  );

  routes.post(
    `${decisionsPath}/:id/appeal`,
    mine(async (c, me) => {
      const view = await load(c, me);
      const { words } = appealForm.parse(await c.req.parseBody());
      if (tooLong(words, 'words'))
        return c.html(<DecisionPage view={{ ...view, typed: words, problem: 'long' }} frame={frame} />, 422);
      // pressed twice: it lies with another moderator already
      if (view.state === 'may-appeal')
        await appeal({ accountId: me.accountId, decisionId: view.decision.id, words }, { database, clock });
      return c.redirect(i18n.path(`${decisionPath(view.decision.id)}#appeal`), 303);
    }),
  );

  return routes;
}
