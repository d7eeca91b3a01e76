import { describe, expect, test } from 'vitest';
import { createActivity, publishedNetwork, step, type Network } from './basal-ganglia.ts';
import { calibrate, calibrations, criticalSurround } from './calibration.ts';
import { feedForward } from './feed-forward.ts';
import { stepMotorUnit } from './motor-unit.ts';
import { isSelected } from './selection.ts';
import { healthy, presets, type PresetId } from './settings.ts';
import { settle, settleActivity } from './steady-state.ts';
import { countFates, fates, printTable, tableNames, tablesOf } from './tables.ts';
import { latency } from './trial.ts';

/* The values that the model must give, each computed from the published equations and parameters. */

const six = (one: number, two: number) => [one, two, 0, 0, 0, 0];
const withDopamine = (lambda: number): Network => ({ ...publishedNetwork, dopamine: lambda });
const expectGpi = (gpi: readonly number[], [one, two, other]: readonly number[]) => {
  for (const [channel, value] of [one, two, other, other, other, other].entries())
    expect(gpi[channel], `channel ${channel + 1}`).toBeCloseTo(value!, 10);
};

describe('A2a, published protocols', () => {
  test('tonic, all salience 0: GPi .16953125, STN .0078125, GPe .2421875', () => {
    const { gpi, stn, gpe } = settle(six(0, 0), publishedNetwork);
    for (const channel of gpi.keys())
      expect([gpi[channel], stn[channel], gpe[channel]]).toEqual([
        expect.closeTo(0.16953125, 12),
        expect.closeTo(0.0078125, 12),
        expect.closeTo(0.2421875, 12),
      ]);
  });

  const protocol: [string, number[], number[]][] = [
    ['1-2 s: c (.4, 0)', six(0.4, 0), [0.085, 0.329, 0.329]],
    ['2-3 s: c (.4, .6)', six(0.4, 0.6), [0.2335, 0.0415, 0.4775]],
    ['3-4 s: c (.6, .6)', six(0.6, 0.6), [0.1225, 0.1225, 0.5585]],
    ['4-5 s: c (.4, .6) again', six(0.4, 0.6), [0.2335, 0.0415, 0.4775]],
  ];
  test.each(protocol)('Paper II Fig. 2a, %s: GPi %3$s', (_, salience, gpi) => {
    expectGpi(settle(salience, publishedNetwork).gpi, gpi);
  });

  test('Paper II Fig. 2a, run through second by second, ends each second there', () => {
    const activity = createActivity(6);
    settleActivity(activity, six(0, 0), publishedNetwork);
    for (const [, salience, gpi] of protocol) {
      for (let ms = 0; ms < 1000; ms++) step(activity, salience, publishedNetwork, 0.001);
      for (const channel of [0, 1, 2]) expect(activity.outputs.gpi[channel]).toBeCloseTo(gpi[channel]!, 5);
    }
  });

  const withoutGpe = { ...publishedNetwork, gpeToStn: 0, gpeToGpi: 0 };
  const weak = { ...withoutGpe, stnToGpe: 0.22, stnToGpi: 0.22 };
  test('Fig. 2b, GPe cut off, w+ .9: GPi 1 on every channel, nothing let through', () => {
    for (const salience of [six(0, 0), six(0.4, 0), six(0.4, 0.6)])
      expectGpi(settle(salience, withoutGpe).gpi, [1, 1, 1]);
  });
  test.each([
    ['tonic', six(0, 0), [0.53, 0.53]],
    ['c (.4, 0)', six(0.4, 0), [0.338]],
    ['c (.4, .6)', six(0.4, 0.6), [0.47, 0.23]],
  ])('Fig. 2c, GPe cut off, w+ .22, %s: GPi %3$s', (_, salience, gpi) => {
    for (const [channel, value] of gpi.entries()) expect(settle(salience, weak).gpi[channel]).toBeCloseTo(value, 10);
  });

  test('Paper I Fig. 3b, feed-forward, x (.27, .77, .35, .83): y (.613, 0, .469, 0)', () => {
    const outputs = feedForward([0.27, 0.77, 0.35, 0.83], { excite: 0.45, hold: 1.35, threshold: -0.1 });
    expect(outputs).toEqual([0.613, 0, 0.469, 0].map((value) => expect.closeTo(value, 10) as number));
  });
});

describe('A2b, dopamine, c (.4, .6)', () => {
  test.each([
    [0, [0.3825, 0.2425, 0.5225], 0],
    [0.1, [0.308, 0.142, 0.5], 0],
    [0.2, [0.2335, 0.0415, 0.4775], 1],
    [0.3, [0.159, 0, 0.455], 1],
    [0.5, [0.01, 0, 0.41], 2],
    [0.7, [0, 0, 0.3875], 2],
  ])('lambda %s: GPi %s, %s let through', (lambda, expected, through) => {
    const { gpi } = settle(six(0.4, 0.6), withDopamine(lambda));
    expectGpi(gpi, expected);
    expect(gpi.filter(isSelected)).toHaveLength(through);
  });
});

describe(`A2c, 121 pairs: ${fates.join(' / ')}`, () => {
  test.each([
    [0, [121, 0, 0, 0, 0, 0]],
    [0.1, [104, 6, 0, 6, 5, 0]],
    [0.2, [27, 40, 12, 28, 14, 0]],
    [0.3, [16, 45, 17, 28, 1, 14]],
    [0.4, [10, 39, 16, 23, 2, 31]],
    [0.6, [9, 32, 8, 24, 0, 48]],
    [0.8, [9, 27, 3, 24, 0, 58]],
  ])('lambda %s: %s', (lambda, expected) => {
    expect(Object.values(countFates(withDopamine(lambda)))).toEqual(expected);
  });

  test.each([
    [0.9, 0],
    [0.6, 33],
    [0.45, 48],
    [0.3, 64],
    [0.15, 82],
  ])('w+ from STN to GPi %s, lambda .2: dual %s', (weight, dual) => {
    expect(countFates({ ...publishedNetwork, stnToGpi: weight }).dual).toBe(dual);
  });
});

describe('A2d, milliseconds from a step of salience until it is let through', () => {
  const of = (lambda: number, salience: number) =>
    latency(six(salience, 0), { rest: six(0, 0), setting: { ...healthy, dopamine: lambda } });
  test.each([
    [0.3, 0.6, 95],
    [0.3, 1, 61],
    [0.2, 0.5, 282],
    [0.2, 0.6, 139],
    [0.2, 0.7, 113],
    [0.2, 0.8, 98],
    [0.2, 0.9, 88],
    [0.2, 1, 80],
    [0.15, 0.7, 167],
    [0.15, 0.8, 129],
    [0.12, 0.8, 208],
    [0.12, 0.9, 143],
    [0.1, 1, 156],
  ])('lambda %s, c %s: %s ms', (lambda, salience, ms) => {
    expect(of(lambda, salience)).toBe(ms);
  });
  test.each([0.08, 0.05, 0])('lambda %s: never, however strong the wish', (lambda) => {
    for (let salience = 0; salience <= 1; salience += 0.1) expect(of(lambda, salience)).toBeUndefined();
  });

  test.each([
    [0.3, 0.345],
    [0.2, 0.5],
    [0.15, 0.645],
    [0.1, 0.905],
  ])('lambda %s: the weakest wish let through is %s', (lambda, least) => {
    const through = (salience: number) => isSelected(settle(six(salience, 0), withDopamine(lambda)).gpi[0]!);
    expect([through(least - 0.005), through(least)]).toEqual([false, true]);
  });
});

describe('A3, one knob each: resting GPi relative to health, GPi while (.6, .4) is wanted, what is let through', () => {
  test.each<[PresetId, number, number[], string]>([
    ['healthy', 1, [0.0415, 0.2335, 0.4375], 'bend'],
    ['parkinson', 1.1615, [0.2425, 0.3825, 0.5225], ''],
    ['dystonia', 0.6688, [0, 0.046, 0.25], 'bend straighten'],
    ['dystonia-direct', 0.6705, [0, 0.0703, 0.3559], 'bend'],
    ['dyskinesia', 0.677, [0, 0, 0.2765], 'bend straighten'],
    ['cramp', 1, [0.0415, 0.2335, 0.4375], 'bend'],
  ])('%s: rest × %s, GPi %s, let through: %s', (preset, ratio, gpi, through) => {
    const state = calibrate(presets[preset]);
    expect(state.restRatio).toBeCloseTo(ratio, 3);
    expect(state.gpi).toEqual(gpi.map((value) => expect.closeTo(value, 4) as number));
    const { bend, straighten } = state.selected;
    expect([bend && 'bend', straighten && 'straighten'].filter(Boolean).join(' ')).toBe(through);
  });

  test('healthy rest: GPi .24765625', () => {
    expect(settle(Array<number>(6).fill(0.2), publishedNetwork).gpi[0]).toBeCloseTo(0.24765625, 12);
  });
  test('mild Parkinson’s, lambda .12 to .15: rest × 1.06 to 1.04', () => {
    expect(calibrate({ ...healthy, dopamine: 0.12 }).restRatio).toBeCloseTo(1.06, 2);
    expect(calibrate({ ...healthy, dopamine: 0.15 }).restRatio).toBeCloseTo(1.04, 2);
  });
  test('what is fitted lies within 1 % of the rates of Starr 2005: dystonia × .670, Parkinson’s × 1.154', () => {
    expect(calibrations.find(({ preset }) => preset === 'dystonia')!.measured).toBeCloseTo(0.67, 3);
    expect(calibrations.find(({ preset }) => preset === 'parkinson')!.measured).toBeCloseTo(1.154, 3);
    for (const { preset, measured } of calibrations)
      if (measured) expect(Math.abs(calibrate(presets[preset]).restRatio / measured - 1), preset).toBeLessThan(0.01);
  });
  test('the opponent is let through below w+ .5575: a prediction, the fit is at .55', () => {
    expect(criticalSurround()).toBeCloseTo(0.5575, 4);
    expect(presets.dystonia.surround).toBeLessThan(criticalSurround());
  });

  test.each<[PresetId, number, number, number]>([
    ['healthy', 0.53775, 0.1665, 0.4728],
    ['parkinson', 0.23625, 0.0175, 0.1379],
    ['dystonia', 0.6, 0.354, 0.7421],
  ])('%s: drive to bend %s, to straighten %s, co-contraction %s', (preset, bend, straighten, together) => {
    const state = calibrate(presets[preset]);
    expect(state.drive.bend).toBeCloseTo(bend, 10);
    expect(state.drive.straighten).toBeCloseTo(straighten, 10);
    expect(state.coContraction).toBeCloseTo(together, 4);
  });
  test('surround: healthy +.767, dystonia +.509, weaker and not reversed', () => {
    expect(calibrate(presets.healthy).surround).toBeCloseTo(0.767, 3);
    expect(calibrate(presets.dystonia).surround).toBeCloseTo(0.509, 3);
  });
  test('a neighbour that wants .4 instead of .2 reverses it: GPi .046 while bending, .166 at rest', () => {
    const { gpi } = settle([0.6, 0.4, 0.2, 0.2, 0.2, 0.2], { ...publishedNetwork, stnToGpi: 0.55 });
    const rest = settle(Array<number>(6).fill(0.2), { ...publishedNetwork, stnToGpi: 0.55 }).gpi[1]!;
    expect(gpi[1]).toBeCloseTo(0.046, 3);
    expect(rest).toBeCloseTo(0.166, 3);
  });
  test('misfit: GPe stays .411 at rest in every state', () => {
    for (const { preset } of calibrations) expect(calibrate(presets[preset]).restGpe).toBeCloseTo(0.411, 3);
  });
  test('levodopa from Parkinson’s: below lambda .2 nothing, .2 to .4 one, from .5 on two', () => {
    const through = (lambda: number) =>
      Object.values(calibrate({ ...healthy, dopamine: lambda }).selected).filter(Boolean).length;
    expect([0, 0.1, 0.15].map(through)).toEqual([0, 0, 0]);
    expect([0.2, 0.3, 0.4].map(through)).toEqual([1, 1, 1]);
    expect([0.5, 0.6, 0.8].map(through)).toEqual([2, 2, 2]);
  });
});

describe('A3, the motor nerve cells of a muscle', () => {
  const run = (from: number, latch: number, input: { drive: number; stretch?: number }, seconds: number) => {
    let activity = from;
    for (let t = 0; t < seconds; t += 0.001) activity = stepMotorUnit(activity, { latch }, input, 0.001);
    return activity;
  };
  test('alpha 0 follows its drive: .8 and then 0', () => {
    const driven = run(0, 0, { drive: 0.8 }, 1);
    expect(driven).toBeCloseTo(0.7, 3);
    expect(run(driven, 0, { drive: 0 }, 1)).toBeCloseTo(0, 3);
  });
  test('alpha 1.2 stays at 1 when the drive has ended; stretch .4 for .6 s ends it', () => {
    const cramped = run(run(0, 1.2, { drive: 0.8 }, 1), 1.2, { drive: 0 }, 3);
    expect(cramped).toBeCloseTo(1, 3);
    const stretched = run(cramped, 1.2, { drive: 0, stretch: 0.4 }, 0.6);
    expect(run(stretched, 1.2, { drive: 0 }, 3)).toBeCloseTo(0, 3);
  });
  test('alpha 1.2 turns at .5', () => {
    expect(run(0.49, 1.2, { drive: 0 }, 3)).toBeCloseTo(0, 3);
    expect(run(0.51, 1.2, { drive: 0 }, 3)).toBeCloseTo(1, 3);
  });
});

test.each(tableNames)('Table %s can be printed whole', (name) => {
  for (const table of tablesOf(name)) {
    expect(printTable(table).split('\n')).toHaveLength(table.rows.length + 2);
    expect(printTable(table)).not.toMatch(/NaN|undefined/);
  }
});
