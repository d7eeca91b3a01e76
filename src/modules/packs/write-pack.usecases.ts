import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportedPack } from './export-pack.usecases.ts';

/**
 * Writes a pack into a folder: a new one, or the one that it was imported from. A file that somebody changed since the
 * import is left as it is. Returns the paths that were written, and those that were left.
 */
export async function writePack(
  folder: string,
  { files, imported }: Pick<ExportedPack, 'files' | 'imported'>,
): Promise<{ written: string[]; left: string[] }> {
  const [written, left]: string[][] = [[], []];
  for (const [path, text] of files) {
    const target = join(folder, path);
    const there = await readFile(target, 'utf8').catch(() => undefined);
    if (there === text) continue;
    if (there !== undefined && there !== imported.get(path)) {
      left!.push(path);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    written!.push(path);
  }
  return { written: written!, left: left! };
}
