export { shownFrom } from './release.ts';
export {
  createAtlasRepository,
  type AtlasRepository,
  type CommunityCount,
  type Release,
  type ReleaseScope,
} from './atlas.repository.ts';
export {
  makeRelease,
  makeReleaseWhenDue,
  recountPeople,
  type ReleaseSchedule,
  type ReleaseServices,
} from './atlas.usecases.ts';
export { CommunityPart, CommunityLine } from './atlas.views.tsx';
export { createMapRoutes, type MapRoutes } from './map.routes.tsx';
export { mapPath, mapsToFind } from './map-paths.ts';
export { regionNotFound } from './map.errors.ts';
export { placesNear } from './near-places.ts';
export { createPictureRepository } from './picture.repository.ts';
