import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Translation } from '#modules/answers/index.ts';
import { changedTranslation, fromAddress, inAddress, readTranslation } from './translation-form.ts';

const madeBy = fc.constantFrom('machine' as const, 'person' as const);
const said: fc.Arbitrary<Translation> = fc.oneof(
  fc.record({ madeBy, of: fc.constant('2026-11-20') }),
  fc.record({
    madeBy,
    of: fc.constant('2026-11-20'),
    source: fc.record({ id: fc.uuid(), number: fc.nat(), rootId: fc.uuid() }),
  }),
);

test('what was said before comes back out of an address as it was', () => {
  fc.assert(
    fc.property(fc.option(said, { nil: undefined }), (before) => {
      const back = fromAddress(inAddress(before));
      if (!before) expect(back).toBe('nothing');
      else
        expect(back).toEqual({
          madeBy: before.madeBy,
          ...(before.source ? { sourceId: before.source.id } : { of: before.of }),
        });
    }),
  );
});

test('an address that nobody of us wrote says nothing at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const back = fromAddress(text);
      if (back !== undefined) expect(`${text}`).toMatch(/^nothing$|^(?:machine|person):[\d a-f-]{10,36}/u);
    }),
  );
  for (const text of [
    'person:',
    'person',
    ':2026-01-01',
    'checked:2026-01-01',
    'person:2026-99-99',
    'person:2026-02-30',
    `person:${'a'.repeat(40)}`,
    undefined,
  ])
    expect(fromAddress(text)).toBeUndefined();
});

test('a form that nobody touched changes nothing, whatever was said before', () => {
  fc.assert(
    fc.property(said, fc.uuid(), (before, english) => {
      const typed = readTranslation({ english, 'made-by': before.madeBy, renders: 'before' });
      expect(changedTranslation(typed, before)).toBeNull();
    }),
  );
});

test('a form can say that the text renders what readers see now, or that somebody else made it, and not more', () => {
  fc.assert(
    fc.property(fc.option(said, { nil: undefined }), fc.uuid(), madeBy, (before, english, maker) => {
      const now = changedTranslation(readTranslation({ english, 'made-by': maker, renders: 'now' }), before);
      const same = before?.source?.id === english && before.madeBy === maker;
      expect(now).toEqual(same ? null : { madeBy: maker, sourceId: english });
      expect(changedTranslation(readTranslation({ english, renders: 'now' }), before)).toBeNull();
      expect(readTranslation({ english: `${english}x`, 'made-by': maker })).toBeUndefined();
    }),
  );
});
