import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createRepresentation, type Representation } from './representation.ts';

/** What the browser gets from the build: style sheets, scripts, fonts, pictures. */
export interface StaticAssets {
  /** The file at a path of the site, `/assets/site-1a2b.css`. */
  find(path: string): Representation | undefined;
  /** The address of a source file's build, and the style sheets that came out of it; undefined if it was not built. */
  built(source: string): { href: string; styles: string[] } | undefined;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const manifestName = 'manifest.json';

/**
 * Reads a built folder into memory, once: it is small, and a request never waits for a disk or names a file.
 * Names with a hash (in `assets/`) never change what they hold; everything else is asked for again after an hour.
 */
export async function loadStaticAssets(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticAssets> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  const wanted = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => types[extname(name)] && name !== manifestName);
  const files = new Map<string, Representation>();
  await Promise.all(
    wanted.map(async (name) => {
      const [body, br, gzip] = await Promise.all([
        readFile(join(folder, name)),
        names.includes(`${name}.br`) ? readFile(join(folder, `${name}.br`)) : undefined,
        names.includes(`${name}.gz`) ? readFile(join(folder, `${name}.gz`)) : undefined,
      ]);
      const lasting = name.startsWith('assets/');
      const cacheControl = lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
      files.set(
        `/${name}`,
        createRepresentation({
          status: 200,
          headers: { ...headers, 'content-type': types[extname(name)]!, 'cache-control': cacheControl },
          body,
          compressed: { ...(br && { br }), ...(gzip && { gzip }) },
        }),
      );
    }),
  );
  const manifest = names.includes(manifestName) ? readManifest(await readFile(join(folder, manifestName), 'utf8')) : {};
  return {
    find: (path) => files.get(path),
    built(source) {
      const chunk = manifest[source];
      return chunk && { href: `/${chunk.file}`, styles: (chunk.css ?? []).map((file) => `/${file}`) };
    },
  };
}

const readManifest = (text: string) => JSON.parse(text) as Record<string, { file: string; css?: string[] } | undefined>;
