import { describe, expect, test } from 'vitest';
import { barOf, bendMuscle, bendOf, straightenMuscle, thresholdBar, traceOf, twistOf } from './drawing.ts';
import { presets, storyPresets } from './settings.ts';
import { frameAt, moments, runTrial } from './trial.ts';

const during = (preset: (typeof storyPresets)[number]) => {
  const { bendPull, straightenPull } = runTrial(presets[preset]);
  const frame = frameAt(moments.during);
  return [bendPull[frame]!, straightenPull[frame]!] as const;
};

describe('The drawing', () => {
  test('bends the arm most with a cramp, less in health, less in dystonia, and hardly in Parkinson’s', () => {
    const degrees = (['cramp', 'healthy', 'dystonia', 'parkinson'] as const).map((preset) => bendOf(...during(preset)));
    expect([...degrees].sort((a, b) => b - a)).toEqual(degrees);
    expect(bendOf(0, 0)).toBeLessThan(10);
    expect(bendOf(1, 0)).toBeLessThan(125);
    expect(bendOf(0, 1)).toBe(bendOf(0, 0));
  });

  test('turns the hand over in dystonia only', () => {
    const turned = storyPresets.filter((preset) => twistOf(...during(preset)) > 0.5);
    expect(turned).toEqual(['dystonia']);
  });

  test('gives a muscle more lines the harder it pulls, and none at rest', () => {
    const lines = (pull: number) => (straightenMuscle(pull).contours.match(/M/gu) ?? []).length;
    expect([0, 0.25, 0.5, 1].map(lines)).toEqual([0, 1, 3, 5]);
    expect(bendMuscle(0.5, 60).outline).toMatch(/^M[\d.-]+ [\d.-]+C/u);
  });

  test('keeps a bar within its place, and the line where the model draws it', () => {
    expect(barOf(0)).toBe(0);
    expect(barOf(0.05)).toBe(thresholdBar);
    expect(barOf(1)).toBe(100);
  });

  test('draws a line over the whole time, short where nothing changes', () => {
    const path = traceOf(runTrial(presets.healthy).bendPull);
    expect(path).toMatch(/^M0 97H.*H400$/u);
    expect(path.length).toBeLessThan(1200);
  });
});
