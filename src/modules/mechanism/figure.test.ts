import { describe, expect, test } from 'vitest';
import { panelsOf, readFigure, settingOf } from './figure.ts';
import { presets } from './settings.ts';

const early = { id: 'early', name: 'Early on', says: 'It comes late.', dopamine: '0.12', bend: '0.9' };
const reasons = (attributes: Record<string, string | null>, ...own: Record<string, string | null>[]) =>
  readFigure({ attributes, presets: own }).faults.map(({ at, reason }) =>
    at === undefined ? reason : `${at}: ${reason}`,
  );

describe('A figure in a text', () => {
  test('is about a state of the model', () => {
    const { figure, faults } = readFigure({ attributes: { preset: 'dystonia' }, presets: [] });
    expect(faults).toEqual([]);
    expect(panelsOf(figure)).toEqual(['healthy', 'dystonia', 'parkinson', 'cramp']);
    expect(settingOf('dystonia', figure)).toEqual(presets.dystonia);
  });

  test('brings states of its own, that begin as healthy or as another', () => {
    const { figure, faults } = readFigure({
      attributes: { preset: 'early' },
      presets: [early, { ...early, id: 'treated', base: 'dystonia', dopamine: '0.3' }],
    });
    expect(faults).toEqual([]);
    expect(settingOf('early', figure)).toEqual({ ...presets.healthy, dopamine: 0.12, bend: 0.9 });
    expect(settingOf('treated', figure)).toMatchObject({ surround: 0.55, dopamine: 0.3 });
    expect(panelsOf(figure)).toEqual(['healthy', 'dystonia', 'parkinson', 'cramp', 'early', 'treated']);
  });

  test.each([
    ['an unknown preset', [{ preset: 'dystonai' }], /There is no preset `dystonai`\. Write one of healthy, dystonia/],
    ['no preset', [{}], /Say what the figure is about/],
    ['something else', [{ preset: 'cramp', colour: 'red' }], /knows nothing of `colour`/],
    ['NaN', [{ preset: 'early' }, { ...early, dopamine: 'NaN' }], /0: `dopamine` must be a number; here is “NaN”/],
    ['Infinity', [{ preset: 'early' }, { ...early, dopamine: 'Infinity' }], /must be a number; here is “Infinity”/],
    ['1e999', [{ preset: 'early' }, { ...early, dopamine: '1e999' }], /must be a number; here is “1e999”/],
    ['a comma for a point', [{ preset: 'early' }, { ...early, dopamine: '0,12' }], /must be a number; here is “0,12”/],
    ['nothing as number', [{ preset: 'early' }, { ...early, dopamine: '' }], /must be a number; here is “”/],
    ['too much', [{ preset: 'early' }, { ...early, dopamine: '0.9' }], /must be from 0 to 0\.8; here is 0\.9/],
    ['too little', [{ preset: 'early' }, { ...early, direct: '-1' }], /must be from 0\.5 to 2; here is -1/],
    [
      'an unknown knob',
      [{ preset: 'early' }, { ...early, gaba: '1' }],
      /knows nothing of `gaba`\. What can be set: bend/,
    ],
    ['no words', [{ preset: 'early' }, { ...early, says: '' }], /0: A preset says its `says` in words/],
    ['no name', [{ preset: 'early' }, { ...early, name: null }], /0: A preset says its `name` in words/],
    ['too many words', [{ preset: 'early' }, { ...early, says: 'a'.repeat(301) }], /at most 300 characters/],
    ['an id of the model', [{ preset: 'cramp' }, { ...early, id: 'cramp' }], /is a preset of the model/],
    ['an id twice', [{ preset: 'early' }, early, early], /1: Two presets are called `early`/],
    ['a wrong id', [{ preset: 'cramp' }, { ...early, id: 'Early On' }], /Give the preset an id/],
    ['an unknown base', [{ preset: 'early' }, { ...early, base: 'health' }], /no preset `health` to begin with/],
    ['nothing to turn', [{ preset: 'early' }, { id: 'early', name: 'E', says: 'E.' }], /This preset turns nothing/],
  ] as [string, Record<string, string | null>[], RegExp][])(
    'with %s has a fault that says what to do',
    (_, written, reason) => {
      const [attributes, ...own] = written;
      expect(reasons(attributes!, ...own).join('\n')).toMatch(reason);
    },
  );

  test('whose text is wrong can be drawn all the same', () => {
    const { figure } = readFigure({ attributes: { preset: 'nowhere' }, presets: [{ ...early, dopamine: 'much' }] });
    expect(figure).toEqual({ preset: 'healthy', own: [] });
  });
});
