import { expect, test } from 'vitest';
import { reasons, refusalsOf, type Refusal, type Reviewer } from './review.policy.ts';
import { addMonths } from './review.ts';

const today = '2026-11-30';
const monthsAgo = (months: number) => addMonths(today, -months);
const reviewer: Reviewer = {
  id: 'r1',
  slug: 'ada-example',
  name: 'Dr Ada Example',
  credential: { en: 'neurologist' },
  interests: [],
  fictional: true,
  accountId: 'account-of-ada',
  verifiedOn: '2026-01-10',
  verifiedHow: 'Register of physicians, by telephone',
  interestsConfirmedOn: '2026-03-02',
  languages: ['en', 'es'],
  active: true,
};
const text = {
  conditionIds: ['dystonia', 'movement'],
  language: 'en',
  author: 'The editors',
  authorIds: [] as string[],
};
const refused = (changed: Partial<Reviewer>, of: Partial<typeof text> = {}) =>
  refusalsOf({ ...reviewer, ...changed }, { ...text, ...of }, { today, monthsAgo });
const interest = { text: { en: 'Paid talks' }, declaredOn: '2026-02-01' };

test('a verified reviewer without a stake signs what others wrote', () => {
  expect(refused({})).toEqual([]);
});

test.each<[Refusal, Partial<Reviewer>, Partial<typeof text>]>([
  ['inactive', { active: false }, {}],
  ['not-verified', { verifiedOn: null }, {}],
  ['interests-outdated', { interestsConfirmedOn: null }, {}],
  ['interests-outdated', { interestsConfirmedOn: '2025-11-29' }, {}],
  ['conflict', { interests: [{ ...interest, conditionIds: ['dystonia'] }] }, {}],
  ['conflict', { interests: [{ ...interest, conditionIds: ['movement'] }] }, {}],
  ['author', {}, { author: 'Ada Example, Ben Other' }],
  ['author', { name: 'Prof. Ádá  Example' }, { author: 'Dr Ada Example' }],
  ['author', {}, { authorIds: ['account-of-ada'] }],
  ['language', { languages: ['es'] }, {}],
])('%s', (reason, changed, of) => {
  expect(refused(changed, of)).toEqual([reason]);
  expect(reasons[reason]).toMatch(/\.$/);
});

test('an interest in another condition, or one that has ended, keeps nobody from signing', () => {
  expect(refused({ interests: [{ ...interest, conditionIds: ['gout'] }] })).toEqual([]);
  expect(refused({ interests: [{ ...interest, conditionIds: ['dystonia'], expiresOn: '2026-11-29' }] })).toEqual([]);
});

test('an account that is not there is nobody’s', () => {
  expect(refused({ accountId: null }, { authorIds: [] })).toEqual([]);
});
