import { defineError } from '#platform/errors/errors.ts';

export const regionNotFound = defineError('atlas.region_not_found', 'not-found', 'There is no such place on the map.');

export const groupNotFound = defineError('atlas.group_not_found', 'not-found', 'There is no such group of conditions.');

export const noPicture = defineError(
  'atlas.no_picture',
  'not-found',
  'There is no picture of this map: no number of it can be shown yet.',
);
