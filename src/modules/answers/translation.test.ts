import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newerOriginal, type Revision } from './answer.ts';
import { afterImport, type KeptTranslation, type ToldTranslation } from './translation.ts';

const revision = (id: string, more: Partial<Revision> = {}): Revision => ({
  id,
  number: 1,
  short: '',
  body: '',
  origin: 'pack',
  author: 'The editors',
  textDate: '2026-11-20',
  createdAt: new Date('2026-11-20T12:00:00Z'),
  ...more,
});
const english = (id: string, more: Partial<Revision> = {}) => ({
  language: 'en' as const,
  revision: revision(id, more),
});
const spanish = (more: Partial<Revision> = {}) => ({ language: 'es' as const, revision: revision('es', more) });
const of = (id: string, rootId = id) => ({
  translation: { madeBy: 'machine' as const, of: '2026-11-20', source: { id, number: 1, rootId } },
});

describe('A translation of a version that is known', () => {
  test('keeps up with exactly this version, whatever the days say', () => {
    expect(newerOriginal([english('one', { textDate: '2026-11-29' })], spanish(of('one')))).toBeUndefined();
    expect(newerOriginal([english('two', { textDate: '2026-11-01' })], spanish(of('one')))?.revision.id).toBe('two');
  });

  test('still keeps up when only slips of the pen were corrected, before or after it', () => {
    expect(newerOriginal([english('typo', { rootId: 'one' })], spanish(of('one')))).toBeUndefined();
    expect(newerOriginal([english('typo two', { rootId: 'one' })], spanish(of('typo', 'one')))).toBeUndefined();
    expect(newerOriginal([english('one')], spanish(of('typo', 'one')))).toBeUndefined();
    expect(newerOriginal([english('typo of two', { rootId: 'two' })], spanish(of('typo', 'one')))).toBeDefined();
  });

  test('of a version that the atlas does not hold, it is another text than the one that is here', () => {
    const unknown = spanish({ translation: { madeBy: 'person', of: '2026-11-20' } });
    expect(newerOriginal([english('one')], unknown)?.revision.id).toBe('one');
  });
});

test('Where nothing is known of a translation, the later day tells; English keeps up with itself', () => {
  expect(newerOriginal([english('one', { textDate: '2026-11-21' })], spanish())).toBeDefined();
  expect(newerOriginal([english('one')], spanish())).toBeUndefined();
  expect(newerOriginal([english('one')], english('one'))).toBeUndefined();
  expect(newerOriginal([spanish()], spanish())).toBeUndefined();
});

describe('An import of a text that is as it was', () => {
  const told = fc.option(
    fc.record({ madeBy: fc.constantFrom('machine' as const, 'person' as const), of: fc.constantFrom('d1', 'd2') }),
    { nil: undefined },
  );
  const same = (a: ToldTranslation | undefined, b: ToldTranslation | undefined) =>
    JSON.stringify(a && [a.madeBy, a.of]) === JSON.stringify(b && [b.madeBy, b.of]);
  const kept = fc.option(
    fc.record({
      now: told.filter((each) => each !== undefined),
      origin: fc.constantFrom('pack' as const, 'site' as const),
      pack: told,
    }),
    { nil: undefined },
  ) as fc.Arbitrary<KeptTranslation | undefined>;

  test('never undoes what the site said while the pack says what it said before', () => {
    fc.assert(
      fc.property(kept, (each) => {
        expect(afterImport(each, each?.pack)).toBe('leave');
      }),
    );
  });

  test('takes over what is new unless the site has spoken since, and asks only then', () => {
    fc.assert(
      fc.property(kept, told, (each, says) => {
        const does = afterImport(each, says);
        if (does === 'take') expect(each?.origin).not.toBe('site');
        if (does === 'conflict') {
          expect(each?.origin).toBe('site');
          expect(same(says, each?.now)).toBe(false);
        }
        if (does === 'note') expect(same(says, each?.now)).toBe(true);
        if (each?.origin !== 'site' && !same(says, each?.now)) expect(['take', 'leave']).toContain(does);
      }),
    );
  });
});
