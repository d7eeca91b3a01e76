import { describe, expect, test } from 'vitest';
import type { Member } from './member.ts';
import { personFor } from './person.ts';

const since = new Date('2026-11-01');
const said = {
  role: 'living-with-it',
  state: 'diagnosed',
  firstSymptomsYear: 2001,
  diagnosisYear: 2009,
  since,
} as const;
const member: Member = {
  id: 'm',
  accountId: 'a',
  role: 'living-with-it',
  displayName: 'Maren',
  region: 'ES-MD',
  birthYear: 1980,
  showsCountry: false,
  joinedAt: since,
  leavingOn: null,
  demo: false,
  memberships: [
    { ...said, conditionId: 'dystonia', listed: true },
    { ...said, conditionId: 'tremor', listed: false },
  ],
};
const asMember = (conditionIds: string[], seen: Member = member) => personFor({ kind: 'member', conditionIds }, seen);

test('a stranger knows nobody', () => expect(personFor({ kind: 'stranger' }, member)).toBeUndefined());

describe('A member', () => {
  test('knows of somebody the condition that both belong to and under which they are listed, and no other', () => {
    expect(asMember(['dystonia', 'tremor'])).toEqual({
      id: 'm',
      displayName: 'Maren',
      country: null,
      conditions: [{ conditionId: 'dystonia', role: 'living-with-it', state: 'diagnosed' }],
      demo: false,
    });
  });

  test('knows nobody with whom they share nothing, or only what is not listed', () => {
    expect(asMember(['ataxia'])).toBeUndefined();
    expect(asMember(['tremor'])).toBeUndefined();
    expect(asMember([])).toBeUndefined();
  });

  test('knows the country of those who show it, and never the part of the country', () => {
    expect(asMember(['dystonia'], { ...member, showsCountry: true })?.country).toBe('ES');
    expect(asMember(['dystonia'], { ...member, showsCountry: true, region: null })?.country).toBeNull();
  });

  test('does not know anybody who is leaving', () => {
    expect(asMember(['dystonia'], { ...member, leavingOn: since })).toBeUndefined();
  });
});

test('a moderator knows a name and nothing of conditions', () => {
  expect(personFor({ kind: 'moderator' }, { ...member, showsCountry: true })).toEqual({
    id: 'm',
    displayName: 'Maren',
    country: null,
    conditions: [],
    demo: false,
  });
});

test('nobody is told years or addresses', () => {
  for (const seen of [asMember(['dystonia']), personFor({ kind: 'moderator' }, member)])
    expect(JSON.stringify(seen)).not.toMatch(/19\d\d|20\d\d|ES-MD|accountId/u);
});
