import type { KnipConfig } from 'knip';

/** What a style sheet takes from packages: fonts, other sheets. */
const importsOfCss = (text: string) =>
  [...text.matchAll(/(?:@import|url\()\s*['"]?([^'")\s;]+)/g)].map(([, path]) => `import '${path}';`).join('\n');

export default {
  entry: ['src/cli/cairn.ts', 'src/ui/{early,islands}.ts', 'src/ui/site.css', 'scripts/*.{ts,mjs}', 'bench/*.ts'],
  project: ['{src,migrations,scripts,bench,tests}/**/*.{ts,tsx,css,mjs}', '*.ts'],
  compilers: { css: importsOfCss },
  // A type may be named for the reader of one file, and tests may use what the site does not.
  ignoreExportsUsedInFile: true,
  // The Node that npm scripts run on; nothing imports it.
  ignoreDependencies: ['node'],
} satisfies KnipConfig;
