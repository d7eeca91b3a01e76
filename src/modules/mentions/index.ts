export { createMentionRepository, type MentionRepository } from './mention.repository.ts';
export { createMentionRoutes } from './mention.routes.tsx';
export { fillMentions, fillMissing } from './mention.usecases.ts';
export { mentionPages } from './mention.ts';
