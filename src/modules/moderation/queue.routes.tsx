import { Hono, type Context } from 'hono';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { AuthorStanding } from './author.ts';
import { CasePage, type CaseView } from './case.views.tsx';
import { FiguresPage } from './figures.views.tsx';
import type { ItemRef, ModeratedItem, TextVersion } from './items.ts';
import { caseNotFound, notNow } from './moderation.errors.ts';
import { moderationPolicy } from './moderation.policy.ts';
import { createModerationRepository, type QueuedCase } from './moderation.repository.ts';
import {
  deskForm,
  itemParams,
  manyForm,
  problemOf,
  readPlace,
  undoForm,
  writePlace,
  type DeskForm,
  type Measure,
} from './moderation.schemas.ts';
import { caseOf, undoMinutes, versionOf, type Refusal } from './moderation.ts';
import {
  closeGone,
  decide,
  decideAppeal,
  decideMany,
  release,
  take,
  takeNext,
  undo,
  type Deciding,
  type ModerationHands,
} from './moderation.usecases.ts';
import { casePath, figuresPath, QueuePage, queuePath } from './queue.views.tsx';

export const queueSize = 25;
const figuresDays = 90;

export interface QueueRoutesOptions {
  frame: SiteFrame;
  hands: ModerationHands;
  /** What moderators call each other. */
  namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Reviewed answers about a condition, that a note can lead to. */
  listAnswers: (conditionId: string, i18n: I18n) => Promise<{ questionId: string; title: string }[]>;
  standingOf: (accountId: string) => Promise<{ standing: AuthorStanding; until?: Date }>;
}

const measureOf = (measure: Measure | undefined): Deciding['author'] =>
  measure === undefined
    ? undefined
    : measure === 'ban' || measure === 'lift'
      ? { kind: measure }
      : { kind: 'restrict', days: Number(measure.slice('restrict-'.length)) };

/** The queue, one case after the other, what can be done with many at once, and how long people wait. In one language. */
export function createQueueRoutes({ frame, hands, namesOf, listAnswers, standingOf }: QueueRoutesOptions): Hono {
  const { i18n } = frame;
  const { database, clock, items } = hands;
  const repository = createModerationRepository(database);
  const routes = new Hono();

  /** Staff only; to everybody else there is no such page. */
  function require(c: Context, may: (actor: SignedIn) => boolean): SignedIn {
    const signedIn = signedInOf(c);
    if (!signedIn || !may(signedIn)) throw caseNotFound();
    c.header('cache-control', 'private, no-store');
    return signedIn;
  }
  const isModerator = ({ staff }: SignedIn) => staff.includes('moderator');

  /** What they did a moment ago, and can take back. */
  const undoableOf = async ({ accountId }: SignedIn) => {
    const found = await repository.findLastBatch(accountId, new Date(clock.now().getTime() - undoMinutes * 60_000));
    return found && { batch: found.batch, count: found.items };
  };

  /** The texts of queued cases. What is gone with its author leaves the queue. */
  async function withTexts(cases: readonly QueuedCase[]): Promise<(QueuedCase & { text: TextVersion })[]> {
    const words = await items.listWords(
      database,
      cases.map(({ item }) => item),
    );
    for (const { item } of cases)
      if (!words.has(item.id)) await database.transaction().execute((trx) => closeGone(trx, item, clock.now()));
    return cases.flatMap((each) => {
      const text = words.get(each.item.id);
      return text ? [{ ...each, text }] : [];
    });
  }

  routes.get(queuePath, async (c) => {
    const me = require(c, moderationPolicy.seeQueue);
    const after = readPlace(c.req.query('after'));
    const cases = await repository.listQueue({ ...(after && { after }), limit: queueSize + 1 });
    const shown = cases.slice(0, queueSize);
    const last = cases.length > queueSize ? shown.at(-1) : undefined;
    const [entries, waiting, names, done] = await Promise.all([
      withTexts(shown),
      repository.countWaiting(),
      namesOf(shown.flatMap(({ holderId }) => holderId ?? [])),
      undoableOf(me),
    ]);
    const said = (['undone', 'nothing-next', 'none-chosen', 'left'] as const).find(
      (each) => c.req.query(each) !== undefined,
    );
    return c.html(
      <QueuePage
        frame={frame}
        view={{
          entries: entries.map((entry) => ({
            ...entry,
            holder: entry.holderId === null ? undefined : names.get(entry.holderId),
            mine: entry.holderId === me.accountId,
          })),
          waiting,
          next: last && writePlace({ ...last, itemId: last.item.id }),
          further: after !== undefined,
          done,
          said,
          left: Math.max(0, Math.min(1000, Number.parseInt(c.req.query('left') ?? '', 10) || 0)),
          now: clock.now(),
          decides: isModerator(me),
        }}
      />,
    );
  });

  routes.get(figuresPath, async (c) => {
    require(c, moderationPolicy.seeFigures);
    const since = new Date(clock.now().getTime() - figuresDays * 24 * 60 * 60 * 1000);
    const [waiting, times] = await Promise.all([repository.countWaiting(), repository.listResponseTimes(since)]);
    return c.html(<FiguresPage waiting={waiting} times={times} days={figuresDays} now={clock.now()} frame={frame} />);
  });

  routes.post('/moderate/next', async (c) => {
    const me = require(c, isModerator);
    const taken = await takeNext(me, hands);
    return c.redirect(i18n.path(taken ? casePath(taken.id) : `${queuePath}?nothing-next`), 303);
  });

  routes.post('/moderate/undo', async (c) => {
    const me = require(c, isModerator);
    const form = undoForm.safeParse(await c.req.parseBody());
    if (!form.success) throw caseNotFound();
    const [first, ...more] = await undo(me, form.data.batch, hands);
    return c.redirect(i18n.path(first && more.length === 0 ? casePath(first.id) : `${queuePath}?undone`), 303);
  });

  const manyDecisions: Record<
    NonNullable<ReturnType<typeof manyForm.parse>['decision']>,
    Omit<Deciding, 'language'>
  > = {
    spam: { kind: 'remove', rule: 'spam', said: '' },
    'spam-ban': { kind: 'remove', rule: 'spam', said: '', author: { kind: 'ban' } },
    keep: { kind: 'keep', said: '' },
    approve: { kind: 'approve', said: '' },
  };

  routes.post('/moderate/many', async (c) => {
    const me = require(c, isModerator);
    const { chosen, decision } = manyForm.parse(await c.req.parseBody({ all: true }));
    if (chosen.length === 0 || decision === undefined) return c.redirect(i18n.path(`${queuePath}?none-chosen`), 303);
    const deciding = { ...manyDecisions[decision], language: i18n.language };
    const { left } = await decideMany(me, chosen, deciding, hands);
    return c.redirect(i18n.path(left > 0 ? `${queuePath}?left=${left}` : queuePath), 303);
  });

  async function loadCase(c: Context): Promise<{ item: ItemRef; text: ModeratedItem }> {
    const id = itemParams.shape.id.safeParse(c.req.param('id'));
    const found = id.success ? await repository.findCase(id.data) : undefined;
    const text = found && (await items.find(database, found.item));
    if (!found || !text) throw caseNotFound();
    return { item: found.item, text };
  }

  async function viewOf(me: SignedIn, text: ModeratedItem): Promise<CaseView> {
    const { authorId } = text;
    const [acts, author, earlier, answers, undoable] = await Promise.all([
      repository.listActs(text.id),
      authorId === null ? undefined : standingOf(authorId),
      authorId === null ? [] : repository.listDecisionsAbout(authorId, 20),
      listAnswers(text.conditionId, i18n),
      undoableOf(me),
    ]);
    const names = await namesOf([...new Set([...acts, ...earlier].flatMap(({ moderatorId }) => moderatorId ?? []))]);
    return {
      text,
      acts,
      state: caseOf(acts),
      version: versionOf(acts),
      me,
      decides: isModerator(me),
      names,
      author,
      earlier: earlier.filter(({ item }) => item.id !== text.id),
      answers,
      undoable,
      now: clock.now(),
    };
  }

  routes.get('/moderate/:id', async (c) => {
    const me = require(c, moderationPolicy.seeQueue);
    const { text } = await loadCase(c);
    return c.html(<CasePage view={await viewOf(me, text)} frame={frame} />);
  });

  /** Does it, or shows the case as it is now, with a sentence that says why not; nothing typed is lost. */
  async function attempt(
    c: Context,
    { me, text, form }: { me: SignedIn; text: ModeratedItem; form?: DeskForm },
    work: () => Promise<Response>,
  ): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      const { code, details } = error as { code?: string; details?: { refusal?: Refusal | 'changed-since' } };
      if (code !== notNow.code || !details?.refusal) throw error;
      const view = { ...(await viewOf(me, text)), refused: details.refusal, ...(form && { typed: form }) };
      return c.html(<CasePage view={view} frame={frame} />, 409);
    }
  }

  routes.post('/moderate/:id', async (c) => {
    const me = require(c, isModerator);
    const { item, text } = await loadCase(c);
    const form = deskForm.parse(await c.req.parseBody());
    const back = i18n.path(casePath(item.id));
    if (form.act === 'take')
      return attempt(c, { me, text }, async () => {
        await take(me, item, hands);
        return c.redirect(back, 303);
      });
    if (form.act === 'release')
      return attempt(c, { me, text }, async () => {
        await release(me, item, hands);
        return c.redirect(i18n.path(queuePath), 303);
      });
    const problem = problemOf(form);
    if (problem)
      return c.html(
        <CasePage view={{ ...(await viewOf(me, text)), wrong: problem, typed: form }} frame={frame} />,
        422,
      );
    return attempt(c, { me, text, form }, async () => {
      const { decision, rule, said, author, question, version, next } = form;
      const words = { said, language: i18n.language };
      if (decision === 'uphold' || decision === 'reverse')
        await decideAppeal(me, item, { kind: decision, ...words }, version, hands);
      else {
        const measure = measureOf(author);
        await decide(
          me,
          item,
          {
            kind: decision!,
            ...words,
            ...(rule && { rule }),
            ...(measure && { author: measure }),
            ...(decision === 'note' && { questionId: question }),
          },
          version,
          hands,
        );
      }
      if (next === undefined) return c.redirect(i18n.path(queuePath), 303);
      const following = await takeNext(me, hands);
      return c.redirect(i18n.path(following ? casePath(following.id) : `${queuePath}?nothing-next`), 303);
    });
  });

  return routes;
}
