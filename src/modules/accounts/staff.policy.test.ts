import { expect, test } from 'vitest';
import { staffRoles, type StaffRole } from '#platform/auth/signed-in.ts';
import { staffPolicy } from './staff.policy.ts';

const member = { staff: [] };
const actors: Record<string, { staff: readonly StaffRole[] }> = {
  'a member': member,
  // what `staff` holds before the second factor was given
  'a steward without the second factor': member,
  'a reviewer': { staff: ['reviewer'] },
  'a moderator': { staff: ['moderator'] },
  'a moderator who reviews': { staff: ['moderator', 'reviewer'] },
  'a steward': { staff: ['steward'] },
  'a steward who also moderates': { staff: ['moderator', 'steward'] },
};
const stewards = ['a steward', 'a steward who also moderates'];
const those = (may: (actor: { staff: readonly StaffRole[] }) => boolean) =>
  Object.keys(actors).filter((name) => may(actors[name]!));

test.each(['seeStaff', 'grantRole', 'readRecord'] as const)('%s: stewards alone', (permission) => {
  expect(those(staffPolicy[permission])).toEqual(stewards);
});

test('removeRole: stewards, whatever the role, as long as a steward is left', () => {
  for (const role of staffRoles)
    for (const count of [1, 2, 5]) {
      const mayAnybody = role !== 'steward' || count > 1;
      expect(
        those((actor) => staffPolicy.removeRole(actor, { role, stewards: count })),
        `${role}, ${count}`,
      ).toEqual(mayAnybody ? stewards : []);
    }
});
