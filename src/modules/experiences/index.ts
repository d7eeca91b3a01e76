export type { AnswerNote, Audience, AuthorStanding, Experience, ItemRef, Relation, Standing } from './experience.ts';
export { createExperienceRepository, type ExperienceRepository } from './experience.repository.ts';
export { createDemoExperiences } from './demo.repository.ts';
export { createItemRepository, type Item, type ItemRepository } from './item.repository.ts';
export { standingsWith, type Standings } from './standing.usecases.ts';
export {
  experienceEdited,
  experienceOfAge,
  experiencesChanged,
  experienceSubmitted,
  experienceWithdrawn,
} from './experience.events.ts';
export { createExperienceRoutes } from './experience.routes.tsx';
export { limitsOfAuthor, type ExperienceMeans } from './writer.routes.tsx';
export { ExperiencesPart, ExperienceStone, mostCounted } from './experience.views.tsx';
export { tidyExperiences } from './writing.usecases.ts';
