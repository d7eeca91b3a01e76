export * from './answer.ts';
export { makers, type MadeBy, type ToldTranslation, type Translation } from './translation.ts';
export { createTranslationRepository, type TranslationRepository } from './translation.repository.ts';
export { answerNotFound } from './answer.errors.ts';
export type { AnswerTables } from './answer.tables.ts';
export { answersPublished } from './answer.events.ts';
export { createAnswerRepository, type AnswerRepository } from './answer.repository.ts';
export { createAnswerRoutes } from './answer.routes.tsx';
export {
  loadOwnAnswerPage,
  loadPageWith,
  loadRevisionPage,
  loadWritablePage,
  withClaims,
  type AnswerPage,
  type Overlay,
} from './answer-page.ts';
export { behindInWords, pathOfWhatChanged, TranslationSays } from './translation.views.tsx';
export { changedParagraphs } from './history.views.tsx';
export {
  answerPath,
  renderParts,
  textContextOf,
  type Beside,
  type DrawMechanism,
  type ShownReview,
} from './answer.views.tsx';
export {
  hashOfText,
  importAnswers,
  importQuestions,
  listAnsweredWithInherited,
  listMechanisms,
  type AnswerChanges,
  type AnswerText,
} from './answer.usecases.ts';
export {
  figureOf,
  parseAnswer,
  presetsIn,
  type AnswerBlock,
  type FigureBlock,
  type MechanismBlock,
  type ParsedAnswer,
} from './answer-text.ts';
export { readableText } from './answer-reading.ts';
export { isReadable, readingOf, sentencesOf, wordsOf, type ReadableLanguage, type Reading } from './readability.ts';
export { createReadsRepository } from './reads.repository.ts';
export { plainAnswer } from './answer-html.ts';
export {
  addSiteText,
  publishSiteText,
  retellTranslation,
  type SiteText,
  type SiteTranslation,
} from './site-text.usecases.ts';
