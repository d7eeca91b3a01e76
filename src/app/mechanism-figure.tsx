import {
  answerFor,
  answerPath,
  listMechanisms,
  type AnswerRepository,
  type DrawMechanism,
} from '#modules/answers/index.ts';
import type { Condition } from '#modules/conditions/index.ts';
import {
  MechanismFigure,
  mechanismPath,
  panelsInAnswer,
  readFigure,
  type FigureAssets,
  type FoundFigure,
} from '#modules/mechanism/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';

/** The figure in the middle of an answer, with the way to its own page. */
export const mechanismIn =
  (assets: FigureAssets): DrawMechanism =>
  (block, { slug }, i18n) => {
    const { figure } = readFigure(block);
    return (
      <MechanismFigure
        i18n={i18n}
        figure={figure}
        panels={panelsInAnswer(figure)}
        assets={assets}
        more={i18n.path(mechanismPath(slug))}
      />
    );
  };

/** The figure that the answers about a condition hold: in the reader's language if there is one. */
export async function findMechanism(
  { id, slug }: Condition,
  answers: AnswerRepository,
  i18n: I18n,
): Promise<FoundFigure | undefined> {
  const found = answerFor(await listMechanisms({ conditionId: id, answers }), i18n.language);
  return found && { ...found.block, language: found.language, href: i18n.path(answerPath(slug, found.questionId)) };
}
