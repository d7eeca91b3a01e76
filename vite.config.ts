import { defineConfig } from 'vite';

/** Two builds from one source: what the browser gets (`--mode client`), and the server with the command line (`--mode server`). */
export default defineConfig(({ mode }) =>
  mode === 'server'
    ? {
        // One file loads in two thirds of the time of a thousand. These stay packages: wasm beside them, or native parts to look for.
        ssr: { noExternal: true, external: ['@electric-sql/pglite', '@resvg/resvg-wasm', 'pg', 'pino'] },
        build: {
          ssr: 'src/cli/cairn.ts',
          outDir: 'dist/server',
          target: 'node24',
          sourcemap: true,
          rolldownOptions: { output: { entryFileNames: 'cairn.js' } },
        },
      }
    : {
        publicDir: 'src/ui/public',
        build: {
          outDir: 'dist/client',
          assetsDir: 'assets',
          manifest: 'manifest.json',
          target: 'es2022',
          // without light-dark() these get colours written out for them
          cssTarget: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
          assetsInlineLimit: 0,
          rolldownOptions: {
            input: {
              site: 'src/ui/site.css',
              rooms: 'src/ui/rooms.css',
              early: 'src/ui/early.ts',
              islands: 'src/ui/islands.ts',
              mechanism: 'src/modules/mechanism/mechanism.island.ts',
              'mechanism-figure': 'src/modules/mechanism/mechanism.css',
              passkey: 'src/modules/accounts/passkey.island.ts',
              'body-map': 'src/modules/conditions/body-map.island.ts',
              map: 'src/modules/atlas/map.island.ts',
              write: 'src/modules/experiences/write.island.ts',
              editor: 'src/modules/editing/editor.island.ts',
            },
          },
        },
      },
);
