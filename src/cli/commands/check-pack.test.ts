import { expect, test } from 'vitest';
import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { checkPack } from './check-pack.ts';

async function run(folder: string, options = {}) {
  const lines: string[] = [];
  const code = await checkPack(folder, options, (line) => lines.push(line));
  return { code, lines };
}

test('The pack that is shipped has no fault', { timeout: 30_000 }, async () => {
  const { code, lines } = await run(join(import.meta.dirname, '../../../packs/movement-disorders'), { readings: true });
  expect(lines.filter((line) => /:\d+: (?!warning)/u.test(line))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^No fault, \d+ warnings?\.$/u);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /dystonia\/answers\/en\/what-is-it\.md: short \d+ words, Flesch–Kincaid [\d.]+, ARI [\d.]+; body/u,
    ),
  );
  expect(code).toBe(0);
});

test('Each fault is a line with its file, its line and what to do, and the exit code is 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cairn pack '));
  await writeFile(join(folder, 'pack.yaml'), 'id: Bad Name\n');
  const { code, lines } = await run(folder);
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(lines).toContain('pack.yaml:1: `id` must be small letters and digits, with single hyphens between them.');
  expect(lines).toContain('sources.json:1: This file is missing or cannot be read. A pack needs it.');
  expect(lines.at(-1)).toMatch(/^\d+ faults, 0 warnings\.$/u);
});

test('A folder that is not there is one sentence', async () => {
  expect(await run('/nowhere')).toEqual({
    code: 1,
    lines: ['There is no folder /nowhere. Give the folder of a pack.'],
  });
});
