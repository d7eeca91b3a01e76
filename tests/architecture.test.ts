import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, test } from 'vitest';
import { checkImports, type BrokenRule } from './support/import-check.ts';
import { importRules, moduleMayUse } from './support/import-rules.ts';

const root = join(import.meta.dirname, '..');

describe('The house', () => {
  test('keeps every import rule', async () => {
    expect(await checkImports(root)).toEqual([]);
  });

  test('has every module in the table of who may use whom', () => {
    const modules = readdirSync(join(root, 'src/modules'));
    expect(modules.filter((name) => !(name in moduleMayUse))).toEqual([]);
  });

  test('has modules that do not use each other in a circle', () => {
    const reach = (name: string, via: string[] = []): string[] =>
      (moduleMayUse[name] ?? []).flatMap((used) =>
        via.includes(used) ? [used] : [used, ...reach(used, [...via, used])],
      );
    expect(Object.keys(moduleMayUse).filter((name) => reach(name).includes(name))).toEqual([]);
  });
});

/** One planted file per rule: what it is called, and the code that breaks the rule. */
const plants: Record<string, [file: string, code: string]> = {
  'platform knows no module': ['src/platform/ids/planted.ts', `export * from '#modules/conditions/index.ts';`],
  'ui knows no module': ['src/ui/planted/planted.tsx', `export * from '#modules/conditions/index.ts';`],
  'only cli starts the app': ['src/modules/conditions/planted.routes.tsx', `export * from '#app/planted-app.ts';`],
  'nothing imports the command line': ['src/app/planted-cli.ts', `export * from '#cli/planted-command.ts';`],
  'a module is entered by its front door': [
    'src/modules/answers/planted-door.views.tsx',
    `export * from '#modules/conditions/condition.repository.ts';`,
  ],
  'listeners are imported by no module': [
    'src/modules/answers/planted-listener.views.tsx',
    `export * from '#modules/search/index.ts';`,
  ],
  'rules are pure': ['src/modules/conditions/planted.ts', `export { readFile } from 'node:fs/promises';`],
  'SQL has its homes': ['src/modules/conditions/planted.usecases.ts', `export { sql } from 'kysely';`],
  'use cases are handed what they need': [
    'src/modules/conditions/planted-settings.usecases.ts',
    `import '#platform/config/planted.ts';`,
  ],
  'only routes know HTTP': [
    'src/modules/answers/planted.repository.ts',
    `import type { Context } from 'hono'; export type C = Context;`,
  ],
  'islands are for the browser': [
    'src/modules/conditions/planted.island.ts',
    `export * from '#modules/conditions/condition.repository.ts';`,
  ],
  'migrations stand alone': ['migrations/planted.ts', `export * from '#platform/ids/ids.ts';`],
  'no circles': ['src/platform/clock/planted-a.ts', `export * from './planted-b.ts';`],
  'every import exists': ['src/platform/clock/planted-nowhere.ts', `export * from './nowhere.ts';`],
  ...Object.fromEntries(
    Object.entries(moduleMayUse).map(([name, used]) => {
      const foreign = Object.keys(moduleMayUse).find((other) => other !== name && !used.includes(other)) ?? '';
      const rule = `${name} uses only ${used.join(', ') || 'no other module'}`;
      return [rule, [`src/modules/${name}/planted-foreign.views.tsx`, `export * from '#modules/${foreign}/index.ts';`]];
    }),
  ),
};

/** What the planted files need to be found. */
const ground: [file: string, code: string][] = [
  ['src/app/planted-app.ts', 'export {};'],
  ['src/cli/planted-command.ts', 'export {};'],
  ['src/platform/config/planted.ts', 'export {};'],
  ['src/platform/clock/planted-b.ts', `export * from './planted-a.ts';`],
];

describe('A broken import rule', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'cairn house '));
  afterAll(() => rmSync(copy, { recursive: true }));
  for (const part of ['package.json', 'tsconfig.json', 'src', 'migrations', 'messages'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, code] of [...Object.values(plants), ...ground]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${code}\n`);
  }
  const broken = await checkImports(copy);
  const plantedIn = ({ from }: BrokenRule) => from.includes('planted');

  test.each(Object.entries(plants))('is caught: %s', (rule, [file]) => {
    expect(broken.filter(({ from }) => from === file).map((each) => each.rule)).toContain(rule);
  });

  test('is planted here for every rule there is', () => {
    expect(Object.keys(plants).sort()).toEqual(importRules.map(({ name }) => name).sort());
  });

  test('is said to be broken nowhere else', () => {
    expect(broken.filter((each) => !plantedIn(each))).toEqual([]);
  });
});

describe('The linter', async () => {
  const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked as never });
  const complaints = async (file: string, code: string) => {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) });
    return result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n') ?? '';
  };

  test.each([
    ['console', `console.log('here');`, 'no-console'],
    ['settings read on the spot', 'export const port = process.env.PORT;', 'handed in'],
    ['the time asked from the machine', 'export const now = new Date();', 'Clock'],
    ['the time asked as a number', 'export const now = Date.now();', 'Clock'],
    ['chance', 'export const dice = Math.random();', 'platform/ids'],
    ['raw HTML', `export { raw } from 'hono/html'; import { raw } from 'hono/html'; raw('');`, 'Raw HTML'],
    ['inline style', 'export const a = <p style="color: red">a</p>;', 'inline style'],
    ['inline script', 'export const a = <button onclick="go()">a</button>;', 'inline style or script'],
    ['SQL outside a repository', `export const a = (db: any) => db.selectFrom('answer');`, 'repositories'],
    ['a default export', 'export default function go() {}', 'by name'],
    [
      'a type imported as a value',
      `import { I18n } from '../i18n.ts'; export type A = I18n;`,
      'consistent-type-imports',
    ],
  ])('refuses %s', async (_what, code, reason) => {
    expect(await complaints('src/modules/conditions/planted.views.tsx', code)).toContain(reason);
  });

  test('lets each of them live in its one home', async () => {
    expect(await complaints('src/platform/clock/planted.ts', 'export const now = () => new Date();')).toBe('');
    expect(await complaints('src/platform/config/planted.ts', 'export const port = process.env.PORT;')).toBe('');
  });
});
