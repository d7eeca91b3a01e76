import {
  createAnswerRepository,
  createTranslationRepository,
  retellTranslation,
  type AnswerPage,
  type SiteTranslation,
} from '#modules/answers/index.ts';
import { waitForImports } from '#modules/conditions/index.ts';
import type { Hands } from './draft.usecases.ts';

/**
 * Says how the version that readers see was translated, without changing a letter of it: what was signed stays signed.
 * `nothing` takes away what was said. `moved`: readers see another version by now, and nothing was done; `unknown`: there is no
 * such English text.
 */
export async function confirmTranslation(
  page: AnswerPage,
  { revisionId, translation }: { revisionId: string; translation: SiteTranslation | 'nothing' },
  { database, events, clock }: Hands,
): Promise<'done' | 'moved' | 'unknown'> {
  const { condition, question, answer } = page;
  return database.transaction().execute(async (transaction) => {
    await waitForImports(transaction);
    const { publishedId } = await createAnswerRepository(transaction).lockAnswer(condition.id, answer.id);
    if (publishedId !== revisionId) return 'moved';
    if (!(await isOfThisQuestion(translation, { condition, question }, createTranslationRepository(transaction))))
      return 'unknown';
    await retellTranslation(
      { conditionId: condition.id, revisionId, translation: translation === 'nothing' ? undefined : translation },
      { transaction, events, clock },
    );
    return 'done';
  });
}

/** Whether it names an English version of this very question that readers see, or saw. */
export const isOfThisQuestion = async (
  translation: SiteTranslation | 'nothing',
  { condition, question }: Pick<AnswerPage, 'condition' | 'question'>,
  translations: ReturnType<typeof createTranslationRepository>,
): Promise<boolean> =>
  translation === 'nothing' ||
  !('sourceId' in translation) ||
  (await translations.findEnglishDay(condition.id, question.id, translation.sourceId)) !== undefined;
