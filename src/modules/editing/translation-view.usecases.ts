import type { AnswerPage, AnswerRepository, MadeBy, Revision } from '#modules/answers/index.ts';
import type { Typed } from './proposal.ts';

/** What the page of the editor shows of a text in another language. */
export interface TranslationView {
  madeBy: MadeBy | undefined;
  renders: 'now' | 'before';
  /** The English version that readers see. */
  english: Revision;
  /** The one that was translated, if the English text has gone on from it. */
  before: Revision | undefined;
  /** What was said before it was noted just now, to say it again. */
  noted: string | undefined;
}

/** Undefined for a text in English, and where there is no English text. */
export async function loadTranslationView(
  page: AnswerPage,
  typed: Pick<Typed, 'translation'>,
  { noted, answers }: { noted: string | undefined; answers: Pick<AnswerRepository, 'findRevisionById'> },
): Promise<TranslationView | undefined> {
  const english = page.english?.revision;
  if (!english) return undefined;
  const said = page.answer.revision.translation;
  const chosen = typed.translation;
  const rendersNow = chosen ? 'sourceId' in chosen && chosen.sourceId === english.id : !said;
  return {
    madeBy: chosen?.madeBy ?? said?.madeBy,
    renders: rendersNow ? 'now' : 'before',
    english,
    before:
      said?.source && said.source.id !== english.id
        ? await answers.findRevisionById(page.condition.id, said.source.id)
        : undefined,
    noted,
  };
}
