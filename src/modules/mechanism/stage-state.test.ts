import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knobNames, knobs, presets } from './settings.ts';
import { advance, begin, choose, percentOf, settleKnob, stretch, turn, undo } from './stage-state.ts';

describe('What the reader sets', () => {
  test('can be undone step by step, back to the beginning', () => {
    const start = begin(presets.healthy);
    let state = turn(start, 'surround', 61);
    state = stretch(choose(state, presets.cramp));
    expect(state.now).toEqual({ setting: presets.cramp, stretched: true });
    state = undo(undo(undo(state)));
    expect(state.now).toEqual(start.now);
    expect(undo(state)).toEqual(state);
  });

  test('is one step as long as one knob is being turned', () => {
    let state = begin(presets.healthy);
    for (let percent = 95; percent >= 50; percent--) state = turn(state, 'surround', percent);
    expect(undo(state).now.setting).toEqual(presets.healthy);
    state = turn(settleKnob(state), 'surround', 40);
    expect(percentOf('surround', undo(state).now.setting)).toBe(50);
  });

  test('starts another step when another knob is turned', () => {
    const state = turn(turn(begin(presets.healthy), 'surround', 50), 'dopamine', 50);
    expect(undo(state).now.setting.dopamine).toBe(presets.healthy.dopamine);
  });

  test('is not changed by choosing what is there already', () => {
    expect(choose(begin(presets.healthy), presets.healthy).before).toEqual([]);
  });

  test('stays a number within its range, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...knobNames), fc.double(), (name, typed) => {
        const value = turn(begin(presets.healthy), name, typed).now.setting[name];
        expect(value).toBeGreaterThanOrEqual(knobs[name].least);
        expect(value).toBeLessThanOrEqual(knobs[name].most);
      }),
    );
  });

  test('is shown in percent of what is healthy', () => {
    expect(percentOf('surround', presets.healthy)).toBe(100);
    expect(percentOf('surround', presets.dystonia)).toBe(61);
    expect(percentOf('dopamine', presets.dyskinesia)).toBe(300);
  });

  test('does not remember without end', () => {
    let state = begin(presets.healthy);
    for (let step = 0; step < 1000; step++) state = stretch(state);
    expect(state.before.length).toBeLessThanOrEqual(100);
  });
});

test('A picture that plays goes on where it was after an hour, and never backwards', () => {
  expect(advance(1, 3600)).toBe(1.05);
  expect(advance(1, -1)).toBe(1);
  expect(advance(1, NaN)).toBe(1);
  expect(advance(1, 0.016)).toBeCloseTo(1.016);
});
