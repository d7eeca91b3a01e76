export { indexRules } from './words.ts';
export { fold } from './words.ts';
export { type ConditionHit, type NameKind, type QuestionHit, type SearchResults } from './search.ts';
export {
  createSearchRepository,
  type IndexedAnswer,
  type IndexedName,
  type SearchRepository,
} from './search.repository.ts';
export { createSearchRoutes } from './search.routes.tsx';
export { searchAtlas, suggestConditions } from './search.usecases.ts';
