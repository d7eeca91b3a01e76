import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { ReviewState, SignedReview } from '#ui/review-line/review-line.tsx';
import { testFrame } from '#support/frame.ts';
import type { AnswerPage } from './answer-page.ts';
import type { Translation } from './translation.ts';
import { TranslationLine } from './translation.views.tsx';

const { i18n } = testFrame();
const source = { id: 'r', number: 3, rootId: 'r' };

async function lineOf(translation: Translation | undefined, review: ReviewState): Promise<string> {
  const page = {
    condition: { slug: 'stillness' },
    question: { id: 'what-is-it' },
    answer: { language: 'es', revision: { ...(translation && { translation }) } },
  } as AnswerPage;
  const app = new Hono().get('/', (c) => c.html(<TranslationLine page={page} review={review} i18n={i18n} />));
  return (await app.request('/')).text();
}

const signed = (state: SignedReview['state'], fictional = false): SignedReview => ({
  state,
  updated: '2026-11-20',
  reviewed: '2026-11-21',
  due: '2029-11-21',
  reviewer: { name: 'Dr Ada Example', credential: 'neurologist', fictional },
});
const others: ReviewState[] = [
  { state: 'unsigned', updated: '2026-11-20' },
  { state: 'withdrawn', updated: '2026-11-20', reason: 'Wrong.', on: '2026-11-21' },
  signed('edited'),
  signed('retouched'),
  signed('overdue'),
  signed('lapsed'),
];

test('only a signature in date under this very text makes a translation “clinically checked”', async () => {
  const translation = { madeBy: 'person' as const, of: '2026-11-20', source };
  expect(await lineOf(translation, signed('signed'))).toContain('Clinically checked in Spanish.');
  for (const review of others) {
    expect(await lineOf(translation, review), review.state).toContain('Translated by a person');
    expect(await lineOf(translation, review), review.state).not.toMatch(/checked/iu);
  }
});

test('an invented reviewer is said to be one wherever “checked” is said', async () => {
  const translation = { madeBy: 'machine' as const, of: '2026-11-20', source };
  expect(await lineOf(translation, signed('signed', true))).toContain(
    'Clinically checked in Spanish, by an invented person.',
  );
});

test('the version that it renders is a link; of a version that the atlas does not hold, the day is said', async () => {
  const known = await lineOf({ madeBy: 'machine', of: '2026-11-20', source }, others[0]!);
  expect(known).toContain('href="/conditions/stillness/questions/what-is-it/history/3"');
  const unknown = await lineOf({ madeBy: 'machine', of: '2026-11-20' }, others[0]!);
  expect(unknown).toContain('the English text of 20 November 2026');
  expect(unknown).not.toContain('href');
});

test('where nothing is known, nothing is said, whoever signed it', async () => {
  expect(await lineOf(undefined, signed('signed'))).toBe('');
});
