import { realLanguages } from '#platform/i18n/languages.ts';
import { valueAt } from './apply-schema.ts';
import type { Faults } from './faults.ts';
import type { Located, Path } from './located.ts';

/** Every piece of text in a file with its path. */
export function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

export const languageOf = (path: Path): string =>
  (realLanguages as readonly PropertyKey[]).includes(path.at(-1)!) ? String(path.at(-1)) : 'en';

/** Refers from one file to the entries of another; `known` is undefined where that file could not be read. */
export function checkReference(
  located: Located,
  path: Path,
  known: { has(id: string): boolean } | undefined,
  reason: (id: string) => string,
  faults: Faults,
): void {
  const id = valueAt(located.value, path);
  if (typeof id === 'string' && known?.has(id) === false) faults.add(located.file, located.placeOf(path), reason(id));
}

export const listAt = (located: Located, path: Path): unknown[] => {
  const list = valueAt(located.value, path);
  return Array.isArray(list) ? list : [];
};

/** No two of these are the same; capitals do not tell them apart. */
export function checkUnique(located: Located, paths: Path[], what: string, faults: Faults): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const value = valueAt(located.value, path);
    const key = typeof value === 'string' ? value.normalize('NFC').toLowerCase() : undefined;
    if (key !== undefined && seen.has(key))
      faults.add(located.file, located.placeOf(path), `The ${what} \`${String(value)}\` is here twice. Keep one.`);
    if (key !== undefined) seen.add(key);
  }
}

/** The path of each entry of a list, or of one key of each. */
export const each = (located: Located, list: Path, key?: string): Path[] =>
  listAt(located, list).map((_, index) => (key ? [...list, index, key] : [...list, index]));

export const unknownSource = (id: string) => `sources.json has no source \`${id}\`. Add it there, or correct the key.`;

export function use(used: Set<string>, id: unknown): void {
  if (typeof id === 'string') used.add(id);
}
