import { expect, test } from 'vitest';
import { cellsOf } from './table.ts';

test.each([
  ['a\tb\t', ['a', 'b', '']],
  ['"a\tb"\tc', ['a\tb', 'c']],
  ['"say ""now"""\t""', ['say "now"', '']],
  ['5" long\tb', ['5" long', 'b']],
])('%j has these cells', (row, cells) => expect(cellsOf(row)).toEqual(cells));

test.each([
  ['a\t"b', 'a quote is opened and not closed'],
  ['"a"b\tc', 'text stands after a closed quote'],
])('%j is at fault', (row, fault) => expect(cellsOf(row)).toEqual({ fault }));
