import { parseAnswer } from '#modules/answers/index.ts';
import { defineError } from '#platform/errors/errors.ts';
import type { Database } from '#platform/db/database.ts';
import { createPackFileRepository } from './pack-file.repository.ts';
import { rewriteClaims } from './rewrite-claims.ts';
import { appendSources, rewriteSources } from './rewrite-sources.ts';
import { rewriteAnswer } from './rewrite.ts';

export const packUnknown = defineError('packs.unknown', 'not-found', 'The atlas holds no pack of this name.');
export const packFilesUnknown = defineError(
  'packs.files_unknown',
  'conflict',
  'This pack was imported before Cairn kept its files. Import it once more; what was edited on the site stays. Then export it.',
);

export interface ExportedPack {
  /** By their path in the pack. */
  files: Map<string, string>;
  /** As they were imported. */
  imported: ReadonlyMap<string, string>;
  /** Paths of files that hold something from the site. */
  edited: string[];
}

/**
 * A pack as it was imported, with what was edited on the site in its places: every other letter of it as it was.
 * Throws `packs.unknown`, `packs.files_unknown`.
 */
export async function exportPack({ packId, database }: { packId: string; database: Database }): Promise<ExportedPack> {
  const repository = createPackFileRepository(database);
  if (!(await repository.listPackIds()).includes(packId)) throw packUnknown({ packId });
  const imported = await repository.listFiles(packId);
  if (imported.size === 0) throw packFilesUnknown({ packId });
  const files = new Map(imported);
  const cited = new Set<string>();
  for (const { slug, questionId, language, ...text } of await repository.listSiteTexts(packId)) {
    const path = `conditions/${slug}/answers/${language}/${questionId}.md`;
    files.set(path, rewriteAnswer(imported.get(path), text));
    for (const part of [text.short, text.body]) for (const { id } of parseAnswer(part).citations) cited.add(id);
  }
  const edits = Map.groupBy(await repository.listClaimEdits(packId), ({ slug }) => slug);
  for (const [slug, all] of edits) {
    const path = `conditions/${slug}/condition.yaml`;
    const claims = all.map(({ claim }) => claim);
    files.set(path, rewriteClaims(files.get(path)!, claims));
    for (const { source } of claims) cited.add(source);
  }
  const sources = rewriteSources(imported.get('sources.json')!, await repository.listSourceEdits(packId));
  const known = new Set((JSON.parse(imported.get('sources.json')!) as { id: string }[]).map(({ id }) => id));
  const fresh = await repository.listSources([...cited].filter((key) => !known.has(key)));
  files.set('sources.json', appendSources(sources, [...fresh.values()]));
  const edited = [...files].filter(([path, text]) => imported.get(path) !== text).map(([path]) => path);
  return { files, imported, edited: edited.sort() };
}
