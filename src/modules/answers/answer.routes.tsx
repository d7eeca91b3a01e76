import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { ConditionRepository, Condition } from '#modules/conditions/index.ts';
import { everyPage, pagesOfForm } from '#modules/conditions/index.ts';
import { countRead, markCacheable } from '#platform/page-cache/cacheable.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { revisionNotFound } from './answer.errors.ts';
import { loadAnswerPage, loadOwnAnswerPage, loadRevisionPage, type AnswerPage } from './answer-page.ts';
import type { AnswerRepository } from './answer.repository.ts';
import type { Question } from './answer.ts';
import { answerPath, QuestionPage, type Beside, type DrawMechanism, type ShownReview } from './answer.views.tsx';
import { PairPage } from './pair.views.tsx';
import { readKey } from './reads.repository.ts';
import { HistoryPage, RevisionPage } from './history.views.tsx';

const isNumber = /^[1-9]\d{0,8}$/u;

/** The page of a question and its versions, in one language. */
export function createAnswerRoutes({
  frame,
  conditions,
  answers,
  beside,
  reviewOf,
  reviewsOf,
  drawMechanism,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  /** What other modules show on the page of a question. */
  beside: (condition: Condition, question: Question) => Promise<Beside>;
  /** Who signed the text of a page. */
  reviewOf: (page: AnswerPage) => Promise<ShownReview>;
  /** What is to be said of the review of each version, by revision; a version that is not there has none. */
  reviewsOf: (page: AnswerPage) => Promise<ReadonlyMap<string, Child>>;
  drawMechanism: DrawMechanism;
}): Hono {
  const { language } = frame.i18n;
  const routes = new Hono();
  const where = (params: { slug: string; question: string }) => ({
    slug: params.slug,
    questionId: params.question,
    language,
    conditions,
    answers,
  });

  routes.get('/conditions/:slug/questions/:question', async (c) => {
    const page = await loadAnswerPage(where(c.req.param()));
    const here = page.form ?? page;
    // a rank changes with the counts of other conditions
    markCacheable(c, [...pagesOfForm(here.condition, here.ancestors), ...(page.ranks.size > 0 ? [everyPage] : [])]);
    // the text that is shown, in whichever language and under whichever form it was asked for
    countRead(c, readKey(page.condition.id, page.answer.id));
    return c.html(
      <QuestionPage
        page={page}
        frame={frame}
        review={await reviewOf(page)}
        beside={await beside(here.condition, page.question)}
        drawMechanism={drawMechanism}
      />,
    );
  });

  routes.get('/conditions/:slug/questions/:question/history', async (c) => {
    const page = await loadOwnAnswerPage(where(c.req.param()));
    const revisions = await answers.listHistory(page.condition.id, page.answer.id);
    markCacheable(c, pagesOfForm(page.condition, page.ancestors));
    return c.html(<HistoryPage page={page} revisions={revisions} reviews={await reviewsOf(page)} frame={frame} />);
  });

  /** What the form of two lists asks for, at an address that can be passed on. */
  routes.get('/conditions/:slug/questions/:question/history/compare', (c) => {
    const { slug, question } = c.req.param();
    const [from, to] = ['from', 'to'].map((name) => c.req.query(name) ?? '');
    if (!isNumber.test(from!) || !isNumber.test(to!)) throw revisionNotFound({ from, to });
    return c.redirect(frame.i18n.path(`${answerPath(slug, question)}/history/${from}...${to}`), 302);
  });

  routes.get('/conditions/:slug/questions/:question/history/:pair{[0-9]+\\.\\.\\.[0-9]+}', async (c) => {
    const { pair, ...params } = c.req.param();
    const [from = '', to = ''] = pair.split('...');
    if (!isNumber.test(from) || !isNumber.test(to)) throw revisionNotFound({ pair });
    const [{ page: before }, { page }] = await Promise.all(
      [from, to].map((number) => loadRevisionPage({ ...where(params), number: Number(number) })) as [
        ReturnType<typeof loadRevisionPage>,
        ReturnType<typeof loadRevisionPage>,
      ],
    );
    markCacheable(c, pagesOfForm(page.condition, page.ancestors));
    return c.html(<PairPage before={before} page={page} reviews={await reviewsOf(page)} frame={frame} />);
  });

  routes.get('/conditions/:slug/questions/:question/history/:number', async (c) => {
    const { number } = c.req.param();
    if (!isNumber.test(number)) throw revisionNotFound({ number });
    const { page, before } = await loadRevisionPage({ ...where(c.req.param()), number: Number(number) });
    markCacheable(c, pagesOfForm(page.condition, page.ancestors));
    const review = (await reviewsOf(page)).get(page.answer.revision.id);
    return c.html(
      <RevisionPage page={page} before={before} review={review} frame={frame} drawMechanism={drawMechanism} />,
    );
  });

  return routes;
}
