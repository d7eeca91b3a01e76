import type { StaticAssets } from '#platform/http/static-assets.ts';
import type { Assets } from '#ui/page/page.tsx';

const sources = {
  css: 'src/ui/site.css',
  early: 'src/ui/early.ts',
  islands: 'src/ui/islands.ts',
  bodyMap: 'src/modules/conditions/body-map.island.ts',
  textFont:
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  headFont: 'node_modules/@fontsource/piazzolla/files/piazzolla-latin-600-normal.woff2',
};

/** Where the built files of every page lie. */
export function assetsOf(built: StaticAssets): Assets {
  const hrefOf = (source: string) => {
    const file = built.built(source);
    if (!file) throw new Error(`The build lacks ${source}: run npm run build`);
    return file.href;
  };
  const hrefs = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, hrefOf(source)])) as Record<
    keyof typeof sources,
    string
  >;
  return { ...hrefs, icon: '/icon.svg' };
}
