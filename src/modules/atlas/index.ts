export { threshold } from './release.ts';
export { createAtlasRepository, type AtlasRepository, type CommunityCount } from './atlas.repository.ts';
export { makeRelease } from './atlas.usecases.ts';
export { CommunityPart, CommunityLine } from './atlas.views.tsx';
