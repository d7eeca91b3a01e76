import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untouched, type Case, type Report } from './moderation.ts';
import { reportReasons } from './rules.ts';
import { countReporters, fullWeight, tiers, urgencyOf, weightOf } from './urgency.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const report = fc.record<Report>({
  at: fc.nat({ max: 28 }).map(day),
  reporterId: fc.constantFrom('a', 'b', 'c', 'd', null),
  reason: fc.constantFrom(...reportReasons),
  weight: fc.integer({ min: 1, max: 100 }),
});
const someCase = fc
  .record({
    crisis: fc.option(fc.nat({ max: 28 }), { nil: undefined }),
    held: fc.option(fc.nat({ max: 28 }), { nil: undefined }),
    appeal: fc.option(fc.nat({ max: 28 }), { nil: undefined }),
    reports: fc.array(report, { maxLength: 8 }),
  })
  .map(({ crisis, held, appeal, reports }): Case => ({
    ...untouched,
    flags: {
      ...(crisis !== undefined && { crisis: day(crisis) }),
      ...(held !== undefined && { held: day(held) }),
    },
    appeal: appeal === undefined ? undefined : day(appeal),
    reports,
  }));

test('signs of a crisis come before everything, whatever else is reported about whatever', () => {
  fc.assert(
    fc.property(someCase, someCase, (one, other) => {
      if (!one.flags.crisis || other.flags.crisis) return;
      const [first, second] = [urgencyOf(one)!, urgencyOf(other)];
      if (second) expect(first.tier).toBeLessThan(second.tier);
    }),
  );
});

test('the order is crisis, danger and people spoken about, other reports, what is held, appeals', () => {
  const of = (state: Partial<Case>) => tiers[urgencyOf({ ...untouched, ...state })!.tier];
  const by = (reason: Report['reason'], weight = 100): Report => ({ at: day(1), reporterId: 'a', reason, weight });
  expect(of({ flags: { crisis: day(1) }, appeal: day(1) })).toBe('crisis');
  expect(of({ reports: [by('danger')] })).toBe('pressing');
  expect(of({ reports: [by('about-me')] })).toBe('pressing');
  expect(of({ reports: [by('spam')], flags: { held: day(1) } })).toBe('reported');
  expect(of({ flags: { held: day(1) }, appeal: day(1) })).toBe('held');
  expect(of({ flags: { changed: day(1) } })).toBe('held');
  expect(of({ appeal: day(1) })).toBe('appeal');
  expect(urgencyOf(untouched)).toBeUndefined();
});

test('one more person never makes a case less urgent, and the same person twice no more', () => {
  fc.assert(
    fc.property(someCase, report, (state, more) => {
      const before = urgencyOf(state);
      const next = urgencyOf({ ...state, reports: [...state.reports, more] })!;
      if (!before) return;
      expect(next.tier).toBeLessThanOrEqual(before.tier);
      expect(next.lightness).toBeLessThanOrEqual(before.lightness);
      const again = urgencyOf({ ...state, reports: [...state.reports, more, more] })!;
      expect(again.lightness).toBe(next.lightness);
    }),
  );
});

test('a crowd without accounts weighs as one person', () => {
  const nameless = Array.from({ length: 50 }, (): Report => ({
    at: day(1),
    reporterId: null,
    reason: 'spam',
    weight: 100,
  }));
  expect(urgencyOf({ ...untouched, reports: nameless })!.lightness).toBe(-fullWeight);
  expect(countReporters(nameless)).toBe(1);
});

test('whoever reports what breaks no rule weighs less and less; one who is right weighs nearly all', () => {
  expect(weightOf({ founded: 0, baseless: 0 })).toBe(100);
  expect(weightOf({ founded: 0, baseless: 1 })).toBeGreaterThan(60);
  expect(weightOf({ founded: 0, baseless: 20 })).toBeLessThan(10);
  expect(weightOf({ founded: 20, baseless: 2 })).toBeGreaterThan(90);
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (founded, baseless) => {
      const weight = weightOf({ founded, baseless });
      expect(weight).toBeGreaterThanOrEqual(1);
      expect(weightOf({ founded, baseless: baseless + 1 })).toBeLessThanOrEqual(weight);
      expect(weightOf({ founded: founded + 1, baseless })).toBeGreaterThanOrEqual(weight);
    }),
  );
});

test('ten accounts of one who cries wolf weigh less than one neighbour', () => {
  const wolf = (reporterId: string): Report => ({
    at: day(1),
    reporterId,
    reason: 'danger',
    weight: weightOf({ founded: 0, baseless: 30 }),
  });
  const wolves = Array.from({ length: 10 }, (_, index) => wolf(`w${index}`));
  const neighbour: Report = { at: day(2), reporterId: 'n', reason: 'danger', weight: 100 };
  const [loud, quiet] = [
    urgencyOf({ ...untouched, reports: wolves })!,
    urgencyOf({ ...untouched, reports: [neighbour] })!,
  ];
  expect(tiers[loud.tier]).toBe('reported');
  expect(tiers[quiet.tier]).toBe('pressing');
  expect(loud.lightness).toBeGreaterThan(quiet.lightness);
});
