import { createAnswerRepository, plainAnswer } from '#modules/answers/index.ts';
import { createConditionRepository, titleOfQuestion, type Condition } from '#modules/conditions/index.ts';
import { createSearchRepository, type NameKind } from '#modules/search/index.ts';
import type { Database } from '#platform/db/database.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';

const languages = createLanguages();
const i18ns = { en: createI18n(languages, 'en'), es: createI18n(languages, 'es') };

function namesToIndex(condition: Condition): { language: string; kind: NameKind; name: string }[] {
  const names = Object.entries(condition.names).flatMap(([language, { preferred, synonyms, narrower }]) => [
    { language, kind: 'preferred' as const, name: preferred },
    ...synonyms.map((name) => ({ language, kind: 'synonym' as const, name })),
    ...narrower.map((name) => ({ language, kind: 'narrower' as const, name })),
  ]);
  const codes = condition.codes.flatMap(({ code }) => [code, ...(/:/u.test(code) ? [code.replace(/^.*:/u, '')] : [])]);
  return [...names, ...[...new Set(codes)].map((name) => ({ language: 'en', kind: 'code' as const, name }))];
}

/** Brings the search index up to date for these conditions; running it twice does no harm. */
export async function indexConditions({
  database,
  conditionIds,
}: {
  database: Database;
  conditionIds: readonly string[];
}): Promise<void> {
  const entries = await createConditionRepository(database).listByIds(conditionIds);
  const questions = new Map(
    (await createAnswerRepository(database).listQuestions()).map((question) => [question.id, question]),
  );
  for (const { slug, id } of entries)
    await database.transaction().execute(async (transaction) => {
      const condition = await createConditionRepository(transaction).findBySlug(slug);
      if (!condition) return;
      const answers = await createAnswerRepository(transaction).listShortAnswers([id]);
      await createSearchRepository(transaction).replaceCondition(
        id,
        namesToIndex(condition),
        answers.map(({ questionId, language, short, body }) => ({
          questionId,
          language,
          title: titleOfQuestion(condition, questions.get(questionId)!, language),
          ...plainAnswer({ short, body }, condition.claims, i18ns[language as 'en' | 'es']),
        })),
      );
    });
}
