export { keptDays } from './suggestion.ts';
export { createSuggestionRepository, type SuggestionRepository } from './suggestion.repository.ts';
export { createSuggestionRoutes } from './suggestion.routes.tsx';
