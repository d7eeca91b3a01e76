import { expect, test } from 'vitest';
import { privacyPolicy } from './privacy.policy.ts';

test.each([
  ['a member', [], false],
  ['a steward before the second factor', [], false],
  ['a reviewer', ['reviewer'], false],
  ['a moderator', ['moderator', 'reviewer'], false],
  ['a steward', ['steward'], true],
  ['a steward who also moderates', ['moderator', 'steward'], true],
] as const)('alerts are read by stewards alone: %s', (_, staff, may) => {
  expect(privacyPolicy.readAlerts({ staff })).toBe(may);
});
