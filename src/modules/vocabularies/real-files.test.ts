import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindsOfFile } from './kinds.files.ts';
import { openFile, peek } from './source.files.ts';
import type { Statement, VocabularyId } from './vocabulary.ts';

/** Official files beside the checkout, where somebody has put some: none of them is part of Cairn. */
const data = join(import.meta.dirname, '../../../../shared/data');
const find = (folder: string, pattern: RegExp) => {
  const at = join(data, folder);
  const name = existsSync(at) ? readdirSync(at).find((each) => pattern.test(each)) : undefined;
  return name && join(at, name);
};

test.for<[string, VocabularyId, RegExp, string, number]>([
  ['ORPHApackets', 'orphanet', /^orphapackets.*jsonl/u, 'packets', 9000],
  ['the list of rare diseases', 'mondo', /^new-rare-diseases/u, 'list', 10_000],
  ['the mapping to Orphanet', 'mondo', /^mondo_exactmatch_orphanet/u, 'mondo_exactmatch_orphanet', 8000],
])(
  '%s of the official release are read, but for one line in a thousand',
  { timeout: 60_000 },
  async ([, vocabulary, pattern, part, atLeast], { skip }) => {
    const path = find(vocabulary, pattern);
    if (!path) return skip('the file is not here');
    const { start, file } = await peek(openFile(path, () => process.stdin));
    const kind = kindsOfFile[vocabulary].find((each) => each.part(start))!;
    expect(kind.part(start)).toBe(part);
    const rejects: string[] = [];
    const statements: Statement[] = [];
    const reading = {
      file: file.name,
      reject: (line: number, reason: string) => void rejects.push(`${line} ${reason}`),
      version: () => {},
      skip: () => {},
    };
    for await (const statement of kind.read(file, reading)) statements.push(statement);
    expect(statements.length).toBeGreaterThan(atLeast);
    expect(rejects.length, rejects.slice(0, 3).join('; ')).toBeLessThan(statements.length / 1000);
  },
);
