import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActivity, publishedNetwork, step, thresholds, toD1, toD2, type Network } from './basal-ganglia.ts';
import { drive, gate, isSelected } from './selection.ts';
import { knobNames, knobs, fitKnob, networkOf, presets, type Setting } from './settings.ts';
import { settle, settleActivity } from './steady-state.ts';
import { frameAt, moments, outcomeOf, runTrial } from './trial.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const saliences = (least = 2, most = 24) => fc.array(part, { minLength: least, maxLength: most });
const weight = fc.double({ min: 0, max: 1.5, noNaN: true });
/** Any strengths at all, those of the papers among them. */
const anyNetwork: fc.Arbitrary<Network> = fc.oneof(
  part.map((dopamine) => ({ ...publishedNetwork, dopamine })),
  fc.record({
    dopamine: part,
    cortexToD1: weight,
    cortexToD2: weight,
    cortexToStn: weight,
    d1ToGpi: weight,
    d2ToGpe: weight,
    gpeToStn: weight,
    gpeToGpi: weight,
    stnToGpe: weight,
    stnToGpi: weight,
  }),
);

function runToRest(salience: readonly number[], network: Network, seconds = 2) {
  const activity = createActivity(salience.length);
  for (let ms = 0; ms < seconds * 1000; ms++) step(activity, salience, network, 0.001);
  return activity.outputs;
}

describe('The model', () => {
  test('run for two seconds ends where the closed form says, whatever the strengths and wishes', () => {
    fc.assert(
      fc.property(saliences(1, 12), anyNetwork, (salience, network) => {
        const [ran, rest] = [runToRest(salience, network), settle(salience, network)];
        for (const nucleus of ['d1', 'd2', 'stn', 'gpe', 'gpi'] as const)
          for (const channel of salience.keys()) expect(ran[nucleus][channel]).toBeCloseTo(rest[nucleus][channel]!, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('put at rest stays at rest', () => {
    fc.assert(
      fc.property(saliences(), anyNetwork, (salience, network) => {
        const activity = createActivity(salience.length);
        settleActivity(activity, salience, network);
        const before = [...activity.outputs.gpi];
        step(activity, salience, network, 0.001);
        for (const channel of salience.keys()) expect(activity.outputs.gpi[channel]).toBeCloseTo(before[channel]!, 9);
      }),
    );
  });

  test('forgets where it came from: two starts end together', () => {
    fc.assert(
      fc.property(saliences(2, 8), saliences(8, 8), (salience, elsewhere) => {
        const activity = createActivity(salience.length);
        settleActivity(activity, elsewhere.slice(0, salience.length), publishedNetwork);
        for (let ms = 0; ms < 2000; ms++) step(activity, salience, publishedNetwork, 0.001);
        const { gpi } = runToRest(salience, publishedNetwork);
        for (const channel of salience.keys()) expect(activity.outputs.gpi[channel]).toBeCloseTo(gpi[channel]!, 6);
      }),
      { numRuns: 30 },
    );
  });

  test('knows no channel by its number: channels in another order give outputs in that order', () => {
    fc.assert(
      fc.property(
        saliences().chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all.keys()], { minLength: all.length, maxLength: all.length }),
          ),
        ),
        anyNetwork,
        ([salience, order], network) => {
          const [plain, mixed] = [salience, order.map((from) => salience[from]!)].map((c) => settle(c, network).gpi);
          for (const [to, from] of order.entries()) expect(mixed![to]).toBeCloseTo(plain![from]!, 9);
        },
      ),
    );
  });

  // Below the striatum's threshold a wish reaches only the subthalamic nucleus, which raises the brake of every channel.
  test('never lets a channel through less because it is wanted more, once the striatum hears it', () => {
    const lambda = fc.double({ min: 0, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(saliences(2, 12), part, lambda, (salience, more, dopamine) => {
        const network = { ...publishedNetwork, dopamine };
        const [own = 0, ...others] = salience;
        const heard = thresholds.striatum / (1 + dopamine);
        const [less, greater] = [Math.max(own, heard), Math.max(own, heard, more)];
        const brake = (wish: number) => settle([wish, ...others], network).gpi[0]!;
        expect(brake(greater)).toBeLessThanOrEqual(brake(less) + 1e-9);
        expect(drive(greater, brake(greater))).toBeGreaterThanOrEqual(drive(less, brake(less)) - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  test('gives outputs from 0 to 1', () => {
    fc.assert(
      fc.property(saliences(1), anyNetwork, (salience, network) => {
        for (const outputs of Object.values(settle(salience, network)))
          for (const output of outputs) expect(output >= 0 && output <= 1).toBe(true);
      }),
    );
  });

  test('scales with the number of channels: 24 quiet ones still hold back what nobody asked for', () => {
    for (const channels of [3, 6, 12, 24]) {
      const { gpi } = settle([0.6, ...Array<number>(channels - 1).fill(0)], publishedNetwork);
      expect(isSelected(gpi[0]!), `${channels} channels`).toBe(true);
      expect(gpi.slice(1).some(isSelected), `${channels} channels`).toBe(false);
    }
  });

  test('refuses what is no number, with words that say which', () => {
    const activity = createActivity(2);
    expect(() => step(activity, [0.5, NaN], publishedNetwork, 0.001)).toThrow(
      'The salience of channel 2 must be a number',
    );
    expect(() => step(activity, [0.5], publishedNetwork, 0.001)).toThrow('2 channels, and 1 numbers');
    expect(() => settle([Infinity], publishedNetwork)).toThrow('channel 1 must be a number');
    expect(() => settle([], publishedNetwork)).toThrow('at least one channel');
    for (const seconds of [0, -1, 0.04, NaN])
      expect(() => step(activity, [0, 0], publishedNetwork, seconds)).toThrow('0.04 s');
    for (const count of [0, -1, 1.5, NaN]) expect(() => createActivity(count)).toThrow('whole number of channels');
  });

  test('lets dopamine speak for the direct pathway and against the other', () => {
    expect(toD1(0.5, publishedNetwork)).toBeCloseTo(0.6);
    expect(toD2(0.5, publishedNetwork)).toBeCloseTo(0.4);
  });
});

describe('The brake on a channel', () => {
  test('is gone at 0, and holds everything from 0.4 on', () => {
    expect([gate(0), gate(0.2), gate(0.4), gate(1)]).toEqual([1, 0.5, 0, 0]);
  });
});

describe('One try to bend the arm', () => {
  const pulls = (setting: Setting, at: keyof typeof moments, options = {}) => {
    const { bendPull, straightenPull } = runTrial(setting, options);
    return [bendPull[frameAt(moments[at])]!, straightenPull[frameAt(moments[at])]!] as const;
  };

  test.each([
    ['healthy', 'one'],
    ['dystonia', 'both'],
    ['dystonia-direct', 'both'],
    ['parkinson', 'none'],
    ['dyskinesia', 'both'],
    ['cramp', 'stays'],
  ] as const)('%s ends with: %s', (preset, outcome) => {
    expect(outcomeOf(presets[preset])).toBe(outcome);
  });

  test('is late with little dopamine and a strong wish, and small with a weak one', () => {
    expect(outcomeOf({ ...presets.healthy, dopamine: 0.12, bend: 0.9 })).toBe('late');
    expect(outcomeOf({ ...presets.healthy, dopamine: 0.12 })).toBe('small');
  });

  test('straightens the arm if that is wanted more', () => {
    expect(outcomeOf({ ...presets.healthy, bend: 0.3, straighten: 0.8 })).toBe('other');
  });

  test('in health moves one muscle, and rests before and after', () => {
    const [bend, straighten] = pulls(presets.healthy, 'during');
    expect(bend).toBeGreaterThan(4 * straighten);
    expect(pulls(presets.healthy, 'before')).toEqual([0, 0]);
    expect(pulls(presets.healthy, 'after')[0]).toBeLessThan(0.01);
  });

  test('with a cramp chooses as in health, and goes on until the muscle is stretched', () => {
    const [healthyTrial, cramp] = [runTrial(presets.healthy), runTrial(presets.cramp)];
    expect(cramp.bendBrake).toEqual(healthyTrial.bendBrake);
    expect(pulls(presets.cramp, 'end')[0]).toBeGreaterThan(0.95);
    expect(pulls(presets.cramp, 'end', { stretched: true })[0]).toBeLessThan(0.05);
    expect(outcomeOf(presets.cramp, { stretched: true })).toBe('released');
  });

  test('ends in numbers at every corner of what can be set', () => {
    const corner = fc.record(
      Object.fromEntries(
        knobNames.map((name) => [name, fc.constantFrom(knobs[name].least, knobs[name].healthy, knobs[name].most)]),
      ) as Record<keyof Setting, fc.Arbitrary<number>>,
    );
    fc.assert(
      fc.property(corner, (setting) => {
        outcomeOf(setting);
        for (const series of Object.values(runTrial(setting)) as Float32Array[])
          for (const value of series) if (!(value >= 0 && value <= 1)) throw new Error(`${value}`);
      }),
      { numRuns: 25 },
    );
  });

  test('takes any number for a knob, and holds it within its range', () => {
    expect(fitKnob('dopamine', NaN)).toBe(knobs.dopamine.healthy);
    expect(fitKnob('dopamine', Infinity)).toBe(knobs.dopamine.healthy);
    expect(fitKnob('dopamine', -3)).toBe(0);
    expect(fitKnob('surround', 9)).toBe(knobs.surround.most);
    expect(networkOf(presets.dystonia)).toEqual({ ...publishedNetwork, stnToGpi: 0.55 });
  });
});
