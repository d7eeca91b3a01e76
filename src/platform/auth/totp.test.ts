import { expect, test } from 'vitest';
import { findStep, newTotpSecret, stepAt, totpCode } from './totp.ts';

// RFC 6238, appendix B: "12345678901234567890" in base 32, and the last six digits of its table for SHA-1
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is that of the standard', (second, code) => {
  expect(totpCode(secret, stepAt(new Date(second * 1000)))).toBe(code);
});

test('a code is good for its half minute, the one before and the one after, and once only', () => {
  const now = new Date('2026-11-22T10:00:10Z');
  const step = stepAt(now);
  for (const away of [-1, 0, 1])
    expect(findStep(secret, totpCode(secret, step + away), { now, usedStep: 0 })).toBe(step + away);
  for (const away of [-2, 2])
    expect(findStep(secret, totpCode(secret, step + away), { now, usedStep: 0 })).toBeUndefined();
  expect(findStep(secret, totpCode(secret, step), { now, usedStep: step })).toBeUndefined();
  expect(findStep(secret, '', { now, usedStep: 0 })).toBeUndefined();
});

test('each secret is its own, and of letters that can be typed', () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret);
  expect(new Set(secrets).size).toBe(50);
  for (const each of secrets) expect(each).toMatch(/^[A-Z2-7]{32}$/u);
});
