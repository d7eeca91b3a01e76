export type { Experience } from './experience.ts';
export { createExperienceRepository, type ExperienceRepository } from './experience.repository.ts';
export { createExperienceRoutes } from './experience.routes.tsx';
export { ExperiencesPart, ExperienceStone } from './experience.views.tsx';
