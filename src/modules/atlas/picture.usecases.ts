import { createHash } from 'node:crypto';
import type { ReleaseScope } from './atlas.repository.ts';
import type { PictureRepository } from './picture.repository.ts';
import { pictureSize } from './map-paths.ts';

/** The drawing as a PNG: the one that is kept, as long as the drawing says the same, or else a new one. */
export async function findPng({
  svg,
  scope,
  language,
  pictures,
  makePng,
}: {
  svg: string;
  scope: ReleaseScope;
  language: string;
  pictures: PictureRepository;
  makePng: (svg: string, width: number) => Promise<Buffer>;
}): Promise<Buffer> {
  const drawnFrom = createHash('sha256').update(svg).digest('base64url');
  const kept = await pictures.find(scope, language, drawnFrom);
  if (kept) return kept;
  const png = await makePng(svg, pictureSize.width);
  await pictures.save(scope, language, drawnFrom, png);
  return png;
}
