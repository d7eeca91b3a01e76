import type { FigureAssets } from '#modules/mechanism/index.ts';
import type { StaticAssets } from '#platform/http/static-assets.ts';
import type { Assets } from '#ui/page/page.tsx';

const sources = {
  css: 'src/ui/site.css',
  rooms: 'src/ui/rooms.css',
  early: 'src/ui/early.ts',
  islands: 'src/ui/islands.ts',
  bodyMap: 'src/modules/conditions/body-map.island.ts',
  textFont:
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  headFont: 'node_modules/@fontsource/piazzolla/files/piazzolla-latin-600-normal.woff2',
};

/** What the mechanism figure loads beside the files of every page. */
export function mechanismAssetsOf(built: StaticAssets): FigureAssets {
  return {
    script: hrefOf(built, 'src/modules/mechanism/mechanism.island.ts'),
    style: hrefOf(built, 'src/modules/mechanism/mechanism.css'),
  };
}

/** What signing in with a passkey needs. */
export const passkeyScriptOf = (built: StaticAssets): string => hrefOf(built, 'src/modules/accounts/passkey.island.ts');
/** What keeps words while they are written. */
export const writeScriptOf = (built: StaticAssets): string => hrefOf(built, 'src/modules/experiences/write.island.ts');

/** The script of the map, loaded by its pages alone. */

export const mapScriptOf = (built: StaticAssets): string => hrefOf(built, 'src/modules/atlas/map.island.ts');

/** The script of the editor. */
export const editorScriptOf = (built: StaticAssets): string => hrefOf(built, 'src/modules/editing/editor.island.ts');

function hrefOf(built: StaticAssets, source: string): string {
  const file = built.built(source);
  if (!file) throw new Error(`The build lacks ${source}: run npm run build`);
  return file.href;
}

/** Where the built files of every page lie. */
export function assetsOf(built: StaticAssets): Assets {
  const hrefs = Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, hrefOf(built, source)]),
  ) as Record<keyof typeof sources, string>;
  return { ...hrefs, icon: '/icon.svg' };
}
