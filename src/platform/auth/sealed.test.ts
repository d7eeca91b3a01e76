import { expect, test } from 'vitest';
import { createSeal } from './sealed.ts';

const secret = 'a secret that is long enough for all of this';

test('what is sealed is opened by its owner alone, with the same secret, and unchanged', () => {
  const seal = createSeal(secret, 'second factor');
  const sealed = seal.seal('GEZDGNBV', 'maria');
  expect(sealed).not.toContain('GEZDGNBV');
  expect(seal.open(sealed, 'maria')).toBe('GEZDGNBV');
  expect(seal.open(sealed, 'mario')).toBeUndefined();
  expect(createSeal(`${secret}!`, 'second factor').open(sealed, 'maria')).toBeUndefined();
  expect(createSeal(secret, 'another').open(sealed, 'maria')).toBeUndefined();
  expect(seal.open(`${sealed.slice(0, -2)}AA`, 'maria')).toBeUndefined();
  expect(seal.open('', 'maria')).toBeUndefined();
  expect(seal.seal('GEZDGNBV', 'maria')).not.toBe(sealed);
});
