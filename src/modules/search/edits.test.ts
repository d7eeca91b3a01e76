import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from './edits.ts';

test.each([
  ['dystonia', 'dystonia', 0],
  ['dystonia', 'distonia', 1],
  ['dystonia', 'dystona', 1],
  ['dystonia', 'dysstonia', 1],
  ['dystonia', 'dysotnia', 1],
  ['dystonia', 'dsytoina', 2],
  ['dystonia', 'chorea', 3],
])('from %s to %s it is %i', (one, other, edits) => expect(editsBetween(one, other)).toBe(edits));

test('it is as far there as back, and never more than what was asked about and one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editsBetween(one, other)).toBe(editsBetween(other, one));
      expect(editsBetween(one, other)).toBeLessThanOrEqual(3);
      expect(editsBetween(one, other) === 0).toBe(one === other);
    }),
  );
});
