export { fold, type ConditionHit, type NameKind, type QuestionHit, type SearchResults } from './search.ts';
export { createSearchRepository, type SearchRepository } from './search.repository.ts';
export { createSearchRoutes } from './search.routes.tsx';
