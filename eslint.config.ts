import type { Linter } from 'eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Each of these has one home (DESIGN: one place for the machine's time, settings, output, chance and raw HTML). */
const homes = {
  console: ['src/platform/logging/**', 'src/cli/**'],
  settings: ['src/platform/config/**'],
  time: ['src/platform/{clock,logging}/**'],
  chance: ['src/platform/ids/**'],
  rawHtml: ['src/ui/raw-html/**'],
  sql: ['src/**/*.repository.ts', 'src/platform/{db,jobs,auth,page-cache,events,rate-limit}/**'],
};

const bans = {
  settings: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are read in platform/config and handed in.',
  },
  time: {
    selector:
      ":matches(NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], MemberExpression[object.name='Date'][property.name='now'])",
    message: 'The time comes from a Clock that is handed in.',
  },
  chance: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Ids and chance come from platform/ids.',
  },
  rawHtml: {
    selector:
      ":matches(ImportSpecifier[imported.name='raw'], JSXAttribute[name.name='dangerouslySetInnerHTML'], AssignmentExpression[left.property.name=/^(inner|outer)HTML$/], CallExpression[callee.property.name='insertAdjacentHTML'])",
    message: 'Raw HTML is made in one place only.',
  },
  sql: {
    selector: 'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)$/]',
    message: 'SQL is written in repositories.',
  },
  inline: {
    selector: 'JSXAttribute[name.name=/^(style|on[a-zA-Z]+)$/]',
    message: 'No inline style or script: the content security policy refuses it.',
  },
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: it is then called the same everywhere.',
  },
};
type Ban = keyof typeof bans;
const all = Object.keys(bans) as Ban[];
const ban = (...names: Ban[]): Linter.RulesRecord => ({
  'no-restricted-syntax': ['error', ...names.map((name) => bans[name])],
});
const except = (files: string[], name: Ban) => ({ files, rules: ban(...all.filter((other) => other !== name)) });

export default defineConfig(
  globalIgnores(['dist', '.cache', '.cairn', 'coverage', 'packs', 'docs']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A handler or a port may be asynchronous for others, and not need it itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      // Repositories and services are plain objects of functions; none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-else-return': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      ...ban('defaultExport'),
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-console': 'error', ...ban(...all) } },
  { files: homes.console, rules: { 'no-console': 'off' } },
  except(homes.settings, 'settings'),
  except(homes.time, 'time'),
  except(homes.chance, 'chance'),
  except(homes.rawHtml, 'rawHtml'),
  except(homes.sql, 'sql'),
  {
    files: ['src/**/*.test.{ts,tsx}', 'tests/**', 'bench/**', 'scripts/**'],
    rules: {
      'no-console': 'off',
      ...ban('defaultExport'),
      // What a test reads back (JSON, a page) has no type; its expectations say what it must be.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // Programs ask for a default export here.
  { files: ['*.config.ts', 'knip.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
