import { expect, test } from 'vitest';
import { authorStandingOf, type AuthorAct, type Hold } from './author.ts';

const now = new Date('2026-11-30T09:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
const act = (kind: AuthorAct['kind'], more: Partial<AuthorAct> = {}): AuthorAct => ({
  kind,
  at: days(-1),
  itemId: 'one',
  batch: null,
  undoes: null,
  until: null,
  ...more,
});
const standing = (acts: readonly AuthorAct[], hold: Hold = { firstItems: 0, firstDays: 0 }, since = days(-100)) =>
  authorStandingOf(acts, { now, since, hold });

test('whoever was never spoken about is free', () => {
  expect(standing([])).toEqual({ standing: 'free' });
});

test('a restriction ends by itself', () => {
  expect(standing([act('restrict', { until: days(2) })])).toEqual({ standing: 'restricted', until: days(2) });
  expect(standing([act('restrict', { until: days(-0.5) })])).toEqual({ standing: 'free' });
});

test('of two restrictions the longer one holds', () => {
  const acts = [act('restrict', { until: days(9) }), act('restrict', { until: days(2), itemId: 'two' })];
  expect(standing(acts)).toEqual({ standing: 'restricted', until: days(9) });
});

test('a ban lasts until a moderator lifts it, takes it back, or another one reverses it after an appeal', () => {
  const ban = act('ban', { batch: 'b' });
  expect(standing([ban, act('restrict', { until: days(-1) })])).toEqual({ standing: 'banned' });
  expect(standing([ban, act('lift')])).toEqual({ standing: 'free' });
  expect(standing([ban, act('undo', { undoes: 'b' })])).toEqual({ standing: 'free' });
  expect(standing([ban, act('reverse')])).toEqual({ standing: 'free' });
  expect(standing([ban, act('reverse', { itemId: 'another text' })])).toEqual({ standing: 'banned' });
  expect(standing([ban, act('lift'), act('ban')])).toEqual({ standing: 'banned' });
});

test('what somebody new writes is read first, until enough was approved and enough days have passed', () => {
  const hold = { firstItems: 2, firstDays: 7 };
  const one = act('approve', { batch: 'x' });
  const two = act('approve', { itemId: 'two' });
  expect(standing([one], hold).standing).toBe('held-for-review');
  // the same text approved again is one text
  expect(standing([one, act('approve')], hold).standing).toBe('held-for-review');
  expect(standing([one, two], hold).standing).toBe('free');
  expect(standing([one, two], hold, days(-3)).standing).toBe('held-for-review');
  expect(standing([one, two, act('undo', { undoes: 'x' })], hold).standing).toBe('held-for-review');
});
