import { expect, test } from 'vitest';
import { describeImport, describeRejects } from './import-vocabulary.ts';

const report = {
  files: [
    {
      file: 'mondo_exactmatch_orphanet.sssom.tsv.gz',
      part: 'mondo_exactmatch_orphanet',
      version: '2026-08-04',
      added: 8413,
      changed: 0,
      unchanged: 2,
      withdrawn: 1,
      skipped: { 'mappings of terms that Mondo has retired': 1328 },
      unknown: { count: 7, examples: ['ORPHA:1', 'ORPHA:2'] },
    },
  ],
  rejects: Array.from({ length: 25 }, (_, index) => ({ file: 'x.tsv', line: index + 2, reason: 'nothing is no id' })),
  conditions: { added: 3, changed: 2, folded: 1 },
  keptApart: ['MONDO:0000011'],
  ambiguous: ['MONDO:0000012'],
};

test('an import says what is new, changed and gone, what it left out, and what it kept apart', () => {
  expect(describeImport(report)).toEqual([
    'mondo_exactmatch_orphanet.sssom.tsv.gz (mondo_exactmatch_orphanet, version 2026-08-04): 8,413 new, 0 changed, 1 withdrawn, 2 as before.',
    '  Left out: 1,328 mappings of terms that Mondo has retired.',
    '  Not known here: 7 terms that this file names (ORPHA:1, ORPHA:2 …). They join nothing until a file lists them.',
    'Conditions: 3 new, 2 changed, 1 joined with another.',
    'Kept apart: 1 term whose exact mappings lead to several (MONDO:0000012).',
    'Kept apart: MONDO:0000011 is another condition by now, and people already write about both.',
  ]);
});

test('lines that were not taken are shown with file and number, the first twenty unless all are asked for', () => {
  const some = describeRejects(report, false);
  expect(some[0]).toBe('x.tsv:2: not taken: nothing is no id.');
  expect(some).toHaveLength(21);
  expect(some.at(-1)).toBe('… and 5 more lines (--all-rejects shows them).');
  expect(describeRejects(report, true)).toHaveLength(25);
});
