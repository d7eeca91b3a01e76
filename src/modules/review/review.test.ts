import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actKinds,
  addMonths,
  after,
  ageOf,
  dueOn,
  signatureOf,
  standingOf,
  undoMinutes,
  type Act,
  type Signature,
  type Standing,
} from './review.ts';

const signatureBy = (id: string, fingerprint = 'f'): Signature => ({
  fingerprint,
  canonical: '{}',
  months: 36,
  signatory: { id, slug: id, name: id, credential: { en: 'neurologist' }, interests: [], fictional: true },
});
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

/** Acts of two reviewers, in any order, with and without notes, signed with their own name or with the other's. */
const anyAct = fc.record({
  kind: fc.constantFrom(...actKinds),
  minute: fc.nat({ max: 30 }),
  reviewerId: fc.constantFrom('ada', 'ben'),
  note: fc.option(fc.constant('Why.'), { nil: undefined }),
  signedBy: fc.constantFrom('ada', 'ben', undefined),
});
const toActs = (
  given: readonly { kind: Act['kind']; minute: number; reviewerId: string; note?: string; signedBy?: string }[],
) => {
  let minute = 0;
  return given.map((one): Act => {
    minute += one.minute;
    return {
      kind: one.kind,
      at: at(minute),
      reviewerId: one.reviewerId,
      ...(one.note && { note: one.note }),
      ...(one.signedBy && { signature: signatureBy(one.signedBy, `${one.signedBy}-${minute}`) }),
    };
  });
};

describe('Whatever two reviewers try, in whatever order', () => {
  test('a signature stands only if its own signatory took the text and approved it, and nobody took that back', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (given) => {
        let standing: Standing = { state: 'waiting' };
        const done: Act[] = [];
        for (const act of toActs(given)) {
          const next = after(standing, act);
          if (!next) continue;
          standing = next;
          done.push(act);
        }
        expect(standingOf(done)).toEqual(standing);
        const signature = signatureOf(standing);
        if (!signature) return;
        const index = done.findLastIndex((act) => act.kind === 'approve');
        const approve = done[index]!;
        expect(approve.signature).toBe(signature);
        expect(signature.signatory.id).toBe(approve.reviewerId);
        // it lay on that person's desk, and nothing after it ended the signature
        const before = done[index - 1]!;
        expect(['take', 'undo']).toContain(before.kind);
        expect(before.reviewerId).toBe(approve.reviewerId);
        expect(done.slice(index + 1).map(({ kind }) => kind)).not.toContain('withdraw');
      }),
      { numRuns: 2000 },
    );
  });

  test('a text is on one desk at a time', () => {
    const taken = after({ state: 'waiting' }, { kind: 'take', at: at(0), reviewerId: 'ada' })!;
    for (const kind of actKinds)
      expect(
        after(taken, { kind, at: at(1), reviewerId: 'ben', note: 'Why.', signature: signatureBy('ben') }),
        kind,
      ).toBeUndefined();
  });
});

test('nobody signs in the name of somebody else', () => {
  const taken: Act = { kind: 'take', at: at(0), reviewerId: 'ada' };
  expect(() =>
    standingOf([taken, { kind: 'approve', at: at(1), reviewerId: 'ada', signature: signatureBy('ben') }]),
  ).toThrow(RangeError);
});

test('a decision can be taken back for ten minutes, by whoever took it', () => {
  const signed = standingOf([
    { kind: 'take', at: at(0), reviewerId: 'ada' },
    { kind: 'approve', at: at(1), reviewerId: 'ada', signature: signatureBy('ada') },
  ]);
  expect(after(signed, { kind: 'undo', at: at(1 + undoMinutes), reviewerId: 'ada' })).toMatchObject({
    state: 'in-review',
  });
  expect(after(signed, { kind: 'undo', at: at(2 + undoMinutes), reviewerId: 'ada' })).toBeUndefined();
  expect(after(signed, { kind: 'undo', at: at(2), reviewerId: 'ben' })).toBeUndefined();
});

test('while a due text is reviewed again its old signature holds; handed back, it still does; with changes asked, it does not', () => {
  const acts: Act[] = [
    { kind: 'take', at: at(0), reviewerId: 'ada' },
    { kind: 'approve', at: at(1), reviewerId: 'ada', signature: signatureBy('ada') },
    { kind: 'take', at: at(100), reviewerId: 'ben' },
  ];
  expect(signatureOf(standingOf(acts))?.signatory.id).toBe('ada');
  const handedBack = standingOf([...acts, { kind: 'hand-back', at: at(101), reviewerId: 'ben' }]);
  expect(handedBack).toMatchObject({ state: 'signed', reviewerId: 'ada' });
  expect(
    signatureOf(standingOf([...acts, { kind: 'ask-changes', at: at(101), reviewerId: 'ben', note: 'No.' }])),
  ).toBeUndefined();
});

test('a signature is withdrawn with a reason, or not at all', () => {
  const signed = standingOf([
    { kind: 'take', at: at(0), reviewerId: 'ada' },
    { kind: 'approve', at: at(1), reviewerId: 'ada', signature: signatureBy('ada') },
  ]);
  expect(after(signed, { kind: 'withdraw', at: at(2), reviewerId: 'ben' })).toBeUndefined();
  const withdrawn = after(signed, { kind: 'withdraw', at: at(2), reviewerId: 'ben', note: 'Source 3 was retracted.' })!;
  expect(withdrawn).toMatchObject({ state: 'withdrawn', note: 'Source 3 was retracted.' });
  expect(signatureOf(withdrawn)).toBeUndefined();
});

test('a review is due on the same day of a later month, or on its last', () => {
  expect(dueOn('2026-04-21', 36)).toBe('2029-04-21');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
});

test('a text is in date on the day it is due, overdue on the next, and lapses after six months', () => {
  expect(ageOf('2026-05-02', '2026-05-02')).toBe('in-date');
  expect(ageOf('2026-05-02', '2026-05-03')).toBe('overdue');
  expect(ageOf('2026-05-02', '2026-11-02')).toBe('overdue');
  expect(ageOf('2026-05-02', '2026-11-03')).toBe('lapsed');
});
