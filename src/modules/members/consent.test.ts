import { describe, expect, test } from 'vitest';
import { testFrame } from '#support/frame.ts';
import { consentKinds, faultsOfConsents, type ConsentKind } from './consent.ts';
import { wordingOf, wordings } from './consent.wording.ts';

const current = wordings(testFrame().i18n);
const shown = Object.fromEntries(current.map(({ kind, version }) => [kind, version]));
const faults = (ticked: ConsentKind[], versions: Record<string, string> = shown) =>
  faultsOfConsents({ ticked: new Set(ticked), shown: versions }, current);

describe('A form of consents', () => {
  test('is taken with the two that are needed, and with any of the others', () => {
    expect(faults(['account', 'health'])).toEqual({});
    expect(faults([...consentKinds])).toEqual({});
  });

  test('is not taken without one that is needed', () => {
    expect(faults([])).toEqual({ account: 'needed', health: 'needed' });
    expect(faults(['health', 'research'])).toEqual({ account: 'needed' });
  });

  test('is not taken for a text that was another when it was shown, nor for one that was never shown', () => {
    expect(faults(['account', 'health', 'contact'], { ...shown, contact: 'older' })).toEqual({ contact: 'changed' });
    const { health: _never, ...rest } = shown;
    expect(faults(['account', 'health'], rest)).toEqual({ health: 'changed' });
  });

  test('does not mind that a text changed to which nobody agreed', () => {
    expect(faults(['account', 'health'], { ...shown, research: 'older' })).toEqual({});
  });
});

test('a text has one version for good, and another in another language', () => {
  const english = wordingOf('health', testFrame('en').i18n);
  expect(wordingOf('health', testFrame('en').i18n)).toEqual(english);
  const spanish = wordingOf('health', testFrame('es').i18n);
  expect(spanish.version).not.toBe(english.version);
  expect(spanish.language).toBe('es');
  expect(new Set(current.map(({ version }) => version)).size).toBe(consentKinds.length);
});
