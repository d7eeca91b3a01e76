export { createEditingRoutes } from './editing.routes.tsx';
export { handIn } from './hand-in.usecases.ts';
export { lookUpAt, type LookUp } from './look-up.usecases.ts';
export { createSourceRoomRoutes } from './source-room.routes.tsx';
export { createProposalRepository } from './proposal.repository.ts';
export { asideDays } from './proposal.ts';
export { proposedTextsOf } from './proposed-texts.usecases.ts';
