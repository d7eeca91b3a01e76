import { Hono, type Context } from 'hono';
import { signedInOf } from '#platform/auth/signed-in.ts';
import { readForm } from './form.ts';
import { firstOpenStep, isJoinStep, mayAsk, type Draft, type JoinStep } from './joining.ts';
import { loadKept } from './kept-page.ts';
import { KeptFacts } from './me.views.tsx';
import { answerStep, findJoining, finishJoining } from './joining.usecases.ts';
import { PartPage } from './join-steps.views.tsx';
import { createSteps, type Joiner } from './join-steps.routes.tsx';
import { JoinedPage, joinPath, JoinWelcomePage, signInPath, SignedOutPage, TooYoungPage } from './join.views.tsx';
import { forOnePerson, rootPathOf, type MemberMeans } from './member-means.routes.tsx';
import { isPartOf } from './profile-fields.views.tsx';

/** Joining, in one language: one question a page, kept as somebody goes, to be gone on with at any time. */
export function createJoinRoutes(means: MemberMeans): Hono {
  const { frame, database, clock } = means;
  const { i18n } = frame;
  const steps = createSteps(means);
  const routes = new Hono();
  const goTo = (c: Context, path: string, language = i18n) => c.redirect(language.path(path), 303);

  /** The first open question; when there is none, somebody becomes a member. */
  async function goOn(c: Context, { signedIn: { accountId, demo } }: Joiner, draft: Draft, language = i18n) {
    const open = firstOpenStep(draft.passed) ?? (await finishJoining({ ...means, accountId, demo }));
    return goTo(c, joinPath(open ?? 'done'), language);
  }

  /** Hands on whoever joins and may be asked this now; sends everybody else where they belong. */
  const asking = (step: JoinStep, answer: (c: Context, joiner: Joiner) => Promise<Response>) => async (c: Context) => {
    const signedIn = signedInOf(c);
    if (!signedIn) {
      if (c.req.method !== 'POST') return c.redirect(signInPath(i18n, '/join'), 303);
      const fields = readForm(await c.req.text()).entries();
      return c.html(<SignedOutPage frame={frame} path={rootPathOf(c, i18n)} fields={fields} />, 401);
    }
    const { member, ...joining } = await findJoining(signedIn.accountId, database);
    if (member) return goTo(c, '/me');
    const { draft } = joining as { draft: Draft };
    if (!mayAsk(step, draft.passed)) return goTo(c, joinPath(firstOpenStep(draft.passed)));
    return answer(c, { signedIn, draft });
  };

  for (const path of ['/join', '/join/*'])
    routes.use(path, async (c: Context, next) => {
      forOnePerson(c);
      await next();
    });

  routes.get('/join', async (c) => {
    if (!signedInOf(c)) return c.html(<JoinWelcomePage {...means} />);
    return asking('age', (_, joiner) => goOn(c, joiner, joiner.draft))(c);
  });

  routes.get('/join/too-young', (c) => c.html(<TooYoungPage {...means} />));

  routes.get('/join/done', async (c) => {
    const signedIn = signedInOf(c);
    if (!signedIn) return c.redirect(signInPath(i18n, '/join'), 303);
    const { member } = await findJoining(signedIn.accountId, database);
    if (!member) return goTo(c, '/join');
    const { email } = signedIn;
    const { conditions, accounts } = means;
    const kept = await loadKept({ member, email, conditions, findLanguage: accounts.findLanguage, i18n });
    return c.html(<JoinedPage {...means} kept={<KeptFacts i18n={i18n} kept={kept} />} />);
  });

  routes.get(
    '/join/part',
    asking('place', async (c, { draft }) =>
      draft.region === null
        ? goTo(c, joinPath('place'))
        : c.html(<PartPage frame={frame} draft={draft} country={draft.region.slice(0, 2)} />),
    ),
  );

  routes.post(
    '/join/part',
    asking('place', async (c, joiner) => {
      const { region } = joiner.draft;
      if (region === null) return goTo(c, joinPath('place'));
      const country = region.slice(0, 2);
      const part = readForm(await c.req.text()).text('part');
      const draft = await answerStep({
        database,
        clock,
        accountId: joiner.signedIn.accountId,
        step: 'place',
        answer: { region: isPartOf(part, country) ? part : country },
      });
      return goOn(c, joiner, draft);
    }),
  );

  routes.get('/join/:step', async (c) => {
    const step = c.req.param('step');
    if (!isJoinStep(step)) return c.notFound();
    return asking(step, async (_, joiner) => c.html(await steps[step].show(joiner)))(c);
  });

  routes.post('/join/:step', async (c) => {
    const step = c.req.param('step');
    if (!isJoinStep(step)) return c.notFound();
    return asking(step, async (_, joiner) => {
      const outcome = await steps[step].take(readForm(await c.req.text()), joiner, c);
      if ('page' in outcome) return c.html(await outcome.page, outcome.status ?? 200);
      if ('to' in outcome) return goTo(c, outcome.to);
      return goOn(c, joiner, outcome.draft, outcome.language && i18n.in(outcome.language));
    })(c);
  });

  return routes;
}
