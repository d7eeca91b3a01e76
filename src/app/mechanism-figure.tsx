import {
  answerFor,
  answerPath,
  listMechanisms,
  type AnswerRepository,
  type DrawMechanism,
} from '#modules/answers/index.ts';
import { namesOf, type Condition } from '#modules/conditions/index.ts';
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

/** Two look-alikes that both have the figure: it opens in the state of the second, with that of the first beside it. */
export async function mechanismBeside(
  [one, other]: readonly [Condition, Condition],
  answers: AnswerRepository,
  i18n: I18n,
): Promise<{ text: string; href: string }[]> {
  const [first, second] = await Promise.all([one, other].map((each) => findMechanism(each, answers, i18n)));
  const preset = second?.attributes.preset;
  if (!first || !preset) return [];
  const names = { one: namesOf(one, i18n.language).preferred, other: namesOf(other, i18n.language).preferred };
  return [
    {
      text: i18n.t('mechanism.beside', names),
      href: i18n.path(`${mechanismPath(one.slug)}#preset-${preset}`),
    },
  ];
}

/** The figure that the answers about a condition hold: in the reader's language if there is one. */
export async function findMechanism(
  { id, slug }: Condition,
  answers: AnswerRepository,
  i18n: I18n,
): Promise<FoundFigure | undefined> {
  const found = answerFor(await listMechanisms({ conditionId: id, answers }), i18n.language);
  return found && { ...found.block, language: found.language, href: i18n.path(answerPath(slug, found.questionId)) };
}
