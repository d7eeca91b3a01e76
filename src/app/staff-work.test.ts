import { expect, test } from 'vitest';
import { testFrame } from '#support/frame.ts';
import { workOf } from './staff-work.ts';

const { i18n } = testFrame();
const pathsOf = (...given: Parameters<typeof workOf>) => workOf(...given).map(({ href }) => href);

test('a member has no work here, a reviewer the desk, a steward all that stewards keep', () => {
  expect(pathsOf({ staff: [], staffRoles: [] }, i18n)).toEqual([]);
  expect(pathsOf({ staff: ['reviewer'], staffRoles: ['reviewer'] }, i18n)).toEqual([
    '/review',
    '/review/suggestions',
    '/review/profile',
  ]);
  expect(pathsOf({ staff: ['moderator'], staffRoles: ['moderator'] }, i18n)).toEqual([
    '/moderate',
    '/moderate/figures',
  ]);
  expect(pathsOf({ staff: ['steward'], staffRoles: ['steward'] }, i18n)).toContain('/steward/alerts');
});

test('before the second factor is set up there is nothing else to do', () => {
  expect(pathsOf({ staff: [], staffRoles: ['steward'] }, i18n)).toEqual(['/me/security/second-factor']);
});
