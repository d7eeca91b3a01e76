export { LeavingNotice } from './leave.views.tsx';
export { createLeavingRepository } from './leaving.repository.ts';
export { eraseAgain, eraseDue, type LeavingServices } from './leaving.usecases.ts';
export { createRightsRoutes, createSchemaRoutes, type RightsServices } from './rights.routes.tsx';
export { createPersonRepository } from './person.repository.ts';
export { createRecordRoutes, type RecordServices } from './record.routes.tsx';
export { tellStewards } from './alert.usecases.ts';
export { passed as readingPassed } from './reading.ts';
