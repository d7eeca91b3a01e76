import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { defineError } from '#platform/errors/errors.ts';
import { askerOf } from '#platform/http/asker.ts';
import { newId } from '#platform/ids/ids.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import { loadOwnAnswerPage, loadRevisionPage, type AnswerRepository } from '#modules/answers/index.ts';
import { pagesOfForm, titleOfQuestion, type ConditionRepository } from '#modules/conditions/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { mostLetters } from './suggestion.ts';
import type { SuggestionRepository } from './suggestion.repository.ts';
import { SuggestedPage, SuggestionsPage, SuggestPage } from './suggestion.views.tsx';

const suggestionNotFound = defineError('suggestions.not_found', 'not-found', 'There is no such suggestion.');
const suggestedTooOften = defineError(
  'suggestions.too_often',
  'rate-limited',
  'Many suggestions have come from where you are today. Please send the next one tomorrow.',
);

/** From one network in a day: a class of students may have more to say, and comes back tomorrow. */
const fromOneAsker = { most: 20, seconds: 24 * 60 * 60 };
const size = 20;

const text = z.string().trim().catch('');
const suggestForm = z.object({
  passage: text,
  wrong: text,
  source: text,
  version: z.coerce.number().int().positive().max(1e9).optional().catch(undefined),
});
const closeForm = z.object({ id: z.uuid().catch(''), state: z.enum(['open', 'taken', 'left']) });

/** Any reader suggests what to put right in an answer; staff read and close what was suggested. In one language. */
export function createSuggestionRoutes({
  frame,
  conditions,
  answers,
  suggestions,
  rateLimit,
  clock,
  audit,
}: {
  frame: SiteFrame;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  suggestions: SuggestionRepository;
  rateLimit: Pick<RateLimit, 'take'>;
  clock: Clock;
  /** Written into the record of what staff did. */
  audit: (entry: { signedIn: SignedIn; act: string; object: string }) => Promise<void>;
}): Hono {
  const { i18n } = frame;
  const routes = new Hono();
  const where = ({ slug, question }: { slug: string; question: string }) => ({
    slug,
    questionId: question,
    language: i18n.language,
    conditions,
    answers,
  });

  routes.get('/conditions/:slug/questions/:question/suggest', async (c) => {
    const page = await loadOwnAnswerPage(where(c.req.param()));
    markCacheable(c, pagesOfForm(page.condition, page.ancestors));
    return c.html(<SuggestPage page={page} frame={frame} />);
  });

  routes.post('/conditions/:slug/questions/:question/suggest', async (c) => {
    c.header('cache-control', 'private, no-store');
    const { version, ...form } = suggestForm.parse(await c.req.parseBody());
    const shown = await loadOwnAnswerPage(where(c.req.param()));
    const tooLong = (Object.keys(mostLetters) as (keyof typeof mostLetters)[]).some(
      (field) => [...form[field]].length > mostLetters[field],
    );
    const problem = form.wrong === '' ? 'empty' : tooLong ? 'long' : undefined;
    if (problem) return c.html(<SuggestPage page={shown} form={form} problem={problem} frame={frame} />, 422);
    // about the version that the reader saw, if there is one with that number
    const read =
      version === undefined || version === shown.answer.revision.number
        ? shown
        : await loadRevisionPage({ ...where(c.req.param()), number: version }).then(
            ({ page }) => page,
            () => shown,
          );
    const revisionId = read.answer.revision.id;
    if (!(await suggestions.hasOpen({ revisionId, wrong: form.wrong }))) {
      const taken = await rateLimit.take(`suggestions from ${askerOf(c)}`, fromOneAsker);
      if (!taken.allowed) throw suggestedTooOften({ retryAfterSeconds: taken.seconds });
      await suggestions.add({
        id: newId(),
        conditionId: read.condition.id,
        answerId: read.answer.id,
        revisionId,
        passage: form.passage || null,
        wrong: form.wrong,
        source: form.source || null,
        language: i18n.language,
        state: 'open',
        madeOn: clock.now().toISOString().slice(0, 10),
      });
    }
    return c.html(<SuggestedPage page={shown} frame={frame} />);
  });

  /** For those who write and review; to everybody else there is no such page. */
  function requireStaff(c: Context): SignedIn {
    const signedIn = signedInOf(c);
    if (!signedIn?.staff.some((role) => role === 'reviewer' || role === 'steward' || role === 'editor'))
      throw suggestionNotFound();
    c.header('cache-control', 'private, no-store');
    return signedIn;
  }

  routes.get('/review/suggestions', async (c) => {
    requireStaff(c);
    const page = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const [entries, open, questions] = await Promise.all([
      suggestions.list('open', { limit: size, offset: (page - 1) * size }),
      suggestions.countOpen(),
      answers.listQuestions(),
    ]);
    const found = await conditions.listByIds([...new Set(entries.map(({ conditionId }) => conditionId))]);
    const done = closeForm.safeParse({ id: c.req.query('done'), state: c.req.query('as') });
    return c.html(
      <SuggestionsPage
        frame={frame}
        open={open}
        page={page}
        size={size}
        {...(done.success && done.data.state !== 'open' && { done: { id: done.data.id, state: done.data.state } })}
        entries={entries.map((entry) => {
          const condition = found.find(({ id }) => id === entry.conditionId)!;
          const question = questions.find(({ id }) => id === entry.questionId)!;
          return {
            ...entry,
            slug: condition.slug,
            title: titleOfQuestion({ ...condition, questionTitles: {} }, question, i18n.language),
          };
        })}
      />,
    );
  });

  routes.post('/review/suggestions', async (c) => {
    const signedIn = requireStaff(c);
    const form = closeForm.safeParse(await c.req.parseBody());
    if (!form.success) throw suggestionNotFound();
    const { id, state } = form.data;
    if (!(await suggestions.setState(id, state, clock.now()))) throw suggestionNotFound({ id });
    await audit({
      signedIn,
      act: state === 'open' ? 'suggestion.opened' : 'suggestion.closed',
      object: id,
    });
    return c.redirect(i18n.path(`/review/suggestions${state === 'open' ? '' : `?done=${id}&as=${state}`}`), 303);
  });

  return routes;
}
