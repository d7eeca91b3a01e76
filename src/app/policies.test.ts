import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { policyNames, readPolicies } from './policies.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-policies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
const read = (own: string | undefined = folder) =>
  readPolicies({ folder: own, operatorIn: () => 'The *Example* [Society]' });

describe('How the organisation works', () => {
  test('is told in each language by texts that come with the software, as long as it has none of its own', () => {
    const policies = readPolicies({ folder: undefined, operatorIn: (language) => `Example ${language}` });
    for (const name of policyNames)
      for (const language of ['en', 'es'] as const) {
        const { sections, own, language: said } = policies(name, language);
        expect([own, said], name).toEqual([false, language]);
        expect(sections.length).toBeGreaterThan(2);
        expect(JSON.stringify(sections)).not.toMatch(/\{operator\}/u);
      }
    expect(JSON.stringify(policies('funding', 'es'))).toContain('Example es');
  });

  test('takes the name of the organisation for words, whatever is in it', () => {
    expect(JSON.stringify(read(undefined)('funding', 'en'))).toContain('The *Example* [Society]');
  });

  test('is told in its own words where it has some, in another language too', () => {
    put('funding.es.md', '## Quién paga\n\nLas **socias**.\n\n## Desde cuándo\n\nDesde 2024.\n');
    for (const language of ['es', 'en'] as const)
      expect(read()('funding', language)).toEqual({
        own: true,
        language: 'es',
        sections: [
          { title: 'Quién paga', text: '<p>Las <strong>socias</strong>.</p>' },
          { title: 'Desde cuándo', text: '<p>Desde 2024.</p>' },
        ],
      });
    expect(read()('advertising', 'es').own).toBe(false);
  });

  test('carries no markup that does something', () => {
    put('funding.en.md', '## Who\n\n<script>alert(1)</script><img src=x onerror=alert(1)> [us](javascript:alert(1))\n');
    expect(JSON.stringify(read()('funding', 'en'))).not.toMatch(/<script|<img|onerror=|href="javascript/u);
  });

  test.each([
    [
      'a file that no page shows',
      'finances.en.md',
      '## Who\n',
      /finances\.en\.md: No page shows it\. .*funding\.en\.md/u,
    ],
    [
      'a text before the first heading',
      'funding.en.md',
      'We are paid by.\n',
      /funding\.en\.md: The first line must be/u,
    ],
    ['an empty file', 'funding.en.md', '\n', /funding\.en\.md: It is empty/u],
    ['a text that goes too deep', 'funding.en.md', `## A\n\n${'> '.repeat(40)}x\n`, /funding\.en\.md: /u],
  ])('is refused at the start with a sentence: %s', (_, file, text, says) => {
    put(file, text);
    expect(() => read()).toThrow(says);
  });

  test('is refused at the start when the folder is not there', () => {
    expect(() => read(join(folder, 'none'))).toThrow(/There is no such folder/u);
  });
});
