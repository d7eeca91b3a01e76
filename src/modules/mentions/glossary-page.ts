import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';
import type { Question } from '#modules/answers/index.ts';
import type { ConditionEntry } from '#modules/conditions/index.ts';
import { readerLanguage } from './mention.ts';
import type { MentionRepositories } from './source-page.ts';

/** Answers that an entry names before it only counts them. */
const mostUses = 6;

export interface GlossaryTerm {
  id: string;
  term: Localised;
  means: Localised;
  uses: { condition: ConditionEntry; question: Question; anchor: string | null }[];
  /** In how many answers the word is explained. */
  total: number;
}

/** Every term with the answers that explain it to readers of this language. */
export async function loadGlossary({
  language,
  mentions,
  conditions,
  answers,
}: { language: LanguageTag } & MentionRepositories): Promise<GlossaryTerm[]> {
  const [terms, uses, questions] = await Promise.all([
    mentions.listTerms(),
    mentions.listUses(readerLanguage(language), mostUses),
    answers.listQuestions(),
  ]);
  const entries = await conditions.listByIds([...new Set(uses.map(({ conditionId }) => conditionId))]);
  const conditionOf = new Map(entries.map((entry) => [entry.id, entry]));
  const questionOf = new Map(questions.map((question) => [question.id, question]));
  const usesOf = Map.groupBy(uses, ({ key }) => key);
  return terms.map(({ id, term, means }) => {
    const found = usesOf.get(id) ?? [];
    return {
      id,
      term,
      means,
      total: found[0]?.total ?? 0,
      uses: found.flatMap(({ conditionId, questionId, anchor }) => {
        const [condition, question] = [conditionOf.get(conditionId), questionOf.get(questionId)];
        return condition && question ? [{ condition, question, anchor }] : [];
      }),
    };
  });
}
