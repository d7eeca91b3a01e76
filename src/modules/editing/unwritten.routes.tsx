import { Hono } from 'hono';
import { signedInOf } from '#platform/auth/signed-in.ts';
import type { Database } from '#platform/db/database.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import { listAnsweredWithInherited, type AnswerRepository } from '#modules/answers/index.ts';
import { foldName, type ConditionRepository } from '#modules/conditions/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { editorNotFound } from './editing.errors.ts';
import { editingPolicy } from './editing.policy.ts';
import { createUnwrittenRepository } from './unwritten.repository.ts';
import { UnwrittenPage } from './unwritten.views.tsx';

const conditionsOnPage = 25;

/** What nobody has written yet: where whoever writes begins. */
export function createUnwrittenRoutes({
  frame,
  database,
  conditions,
  answers,
}: {
  frame: SiteFrame;
  database: Database;
  conditions: ConditionRepository;
  answers: AnswerRepository;
}): Hono {
  const routes = new Hono();
  const unwritten = createUnwrittenRepository(database);

  routes.get('/review/unwritten/:language', async (c) => {
    const signedIn = signedInOf(c);
    const language = realLanguages.find((tag) => tag === c.req.param('language'));
    if (!signedIn || !editingPolicy.write(signedIn) || !language) throw editorNotFound();
    c.header('cache-control', 'private, no-store');
    const words = (c.req.query('q') ?? '').slice(0, 200);
    const counts = await unwritten.countByCondition(language, {
      words: foldName(words),
      inOrderOf: frame.i18n.language,
    });
    const last = Math.max(1, Math.ceil(counts.length / conditionsOnPage));
    const page = Math.min(last, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const shown = counts.slice((page - 1) * conditionsOnPage, page * conditionsOnPage).map((each) => each.conditionId);
    const [entries, gaps, questions] = await Promise.all([
      conditions.listByIds(shown),
      unwritten.listGaps(shown, language),
      answers.listQuestions(),
    ]);
    const groups = await Promise.all(
      shown.map(async (id) => {
        const condition = entries.find((entry) => entry.id === id)!;
        const ancestors = await conditions.listAncestors(id);
        const answered = await listAnsweredWithInherited({ condition, ancestors, answers });
        return {
          condition,
          gaps: gaps
            .filter(({ conditionId }) => conditionId === id)
            .map((gap) => ({
              ...gap,
              question: questions.find((question) => question.id === gap.questionId)!,
              from: answered.find(({ question }) => question.id === gap.questionId)?.from,
            })),
        };
      }),
    );
    return c.html(
      <UnwrittenPage
        frame={frame}
        view={{
          language,
          words,
          groups,
          total: counts.reduce((sum, each) => sum + each.gaps, 0),
          page,
          last,
        }}
      />,
    );
  });

  return routes;
}
