import { expect, test } from 'vitest';
import { testFrame } from '#support/frame.ts';
import type { Signature } from './review.ts';
import type { ReviewOfPage } from './review.usecases.ts';
import { interestsInWords, shownReview } from './review.words.ts';

const { i18n, origin } = testFrame();
const signature: Signature = {
  fingerprint: 'f',
  canonical: '{}',
  months: 36,
  signatory: {
    id: 'r1',
    slug: 'ada-real',
    name: 'Dr Ada Real',
    credential: { en: 'neurologist', es: 'neuróloga' },
    interests: [],
    fictional: false,
  },
};
const signed = { fingerprint: 'f', signature, signedOn: '2026-04-21', due: '2029-04-21' };
const show = (review: ReviewOfPage) =>
  shownReview(review, { updated: '2026-04-07', historyPath: '/conditions/x/questions/y/history', i18n, origin });

test('metadata claims a review while a signature holds, and while it is overdue', () => {
  for (const state of ['signed', 'overdue'] as const)
    expect(show({ state, ...signed }).claim, state).toEqual({
      reviewed: '2026-04-21',
      name: 'Dr Ada Real',
      credential: 'neurologist',
      url: 'https://atlas.example.org/reviewers/ada-real',
    });
});

test('metadata claims nothing of a text that was edited since, has lapsed, was withdrawn, or was never signed', () => {
  expect(show({ state: 'edited', ...signed }).claim).toBeUndefined();
  expect(show({ state: 'lapsed', ...signed }).claim).toBeUndefined();
  expect(show({ state: 'withdrawn', fingerprint: 'f', reason: 'Why.', on: '2026-05-01' }).claim).toBeUndefined();
  expect(show({ state: 'unsigned', fingerprint: 'f' }).claim).toBeUndefined();
});

test('an invented reviewer is marked as such, and claimed by no metadata', () => {
  const invented = { ...signature, signatory: { ...signature.signatory, fictional: true } };
  const shown = show({ state: 'signed', ...signed, signature: invented });
  expect(shown.claim).toBeUndefined();
  expect(shown.line).toMatchObject({ state: 'signed', reviewer: { fictional: true } });
});

test('a text that changed since it was signed leads to the version that was', () => {
  expect(
    show({ state: 'unsigned', fingerprint: 'f', before: { number: 3, signedOn: '2026-04-21', signature } }).line,
  ).toEqual({
    state: 'unsigned',
    updated: '2026-04-07',
    before: { name: 'Dr Ada Real', day: '2026-04-21', href: '/conditions/x/questions/y/history/3' },
  });
});

test('interests that have ended are left out, and none is said as none', () => {
  const interest = { text: { en: 'Shares in a maker.' }, conditionIds: [], declaredOn: '2026-01-01' };
  expect(interestsInWords([interest, { ...interest, expiresOn: '2026-02-01' }], '2026-03-01', i18n)).toBe(
    'Shares in a maker',
  );
  expect(interestsInWords([], '2026-03-01', i18n)).toBeUndefined();
});
