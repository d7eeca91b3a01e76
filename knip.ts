import type { KnipConfig } from 'knip';

/** What a style sheet takes from packages: fonts, other sheets. */
const importsOfCss = (text: string) =>
  [...text.matchAll(/(?:@import|url\()\s*['"]?([^'")\s;]+)/g)].map(([, path]) => `import '${path}';`).join('\n');

export default {
  entry: [
    'src/cli/cairn.ts',
    'src/ui/{early,islands}.ts',
    'migrations/*.ts',
    'scripts/**/*.{ts,mjs}',
    'bench/**/*.ts',
    'src/modules/atlas/killed.fixtures.ts',
  ],
  project: ['{src,migrations,scripts,bench,tests}/**/*.{ts,tsx,css,mjs}', '*.ts'],
  compilers: { css: importsOfCss },
  // The front door of a module names its types for whoever comes next.
  exclude: ['types'],
  ignoreExportsUsedInFile: true,
  // Its address is looked up where it is needed, in a process of its own.
  ignoreDependencies: ['@resvg/resvg-wasm'],
  // A bench holds a process on one core with it, where the machine has it.
  ignoreBinaries: ['taskset'],
} satisfies KnipConfig;
