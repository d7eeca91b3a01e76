export { LeavingNotice } from './leave.views.tsx';
export { createLeavingRepository } from './leaving.repository.ts';
export { eraseAgain, eraseDue, type LeavingServices } from './leaving.usecases.ts';
export { createRightsRoutes, createSchemaRoutes, type RightsServices } from './rights.routes.tsx';
export { createPersonRepository } from './person.repository.ts';
