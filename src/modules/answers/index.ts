export * from './answer.ts';
export { answersPublished } from './answer.events.ts';
export { createAnswerRepository, type AnswerRepository } from './answer.repository.ts';
export { createAnswerRoutes } from './answer.routes.tsx';
export { answerPath, type Beside, type DrawMechanism } from './answer.views.tsx';
export {
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
  type FigureBlock,
  type MechanismBlock,
  type ParsedAnswer,
} from './answer-text.ts';
export { readableText } from './answer-reading.ts';
export { isReadable, readingOf, wordsOf, type Reading } from './readability.ts';
export { plainAnswer } from './answer-html.ts';
