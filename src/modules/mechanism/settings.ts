import { publishedNetwork, type Network } from './basal-ganglia.ts';

/**
 * What can be set in the figure. Numbers are the model's own and have no unit.
 * - `bend`, `straighten`: how strongly each of the two movements is wanted while the wish lasts (salience)
 * - `dopamine`: lambda
 * - `surround`: w+ from the subthalamic nucleus to GPi, which holds back whatever was not chosen
 * - `direct`: w_s, the strength of the direct pathway
 * - `spill`: ours; how much of the wish leaks, in the cortex, into the movements that nobody asked for
 * - `latch`: ours; how far the motor nerve cells of the bending muscle keep themselves going
 */
export const knobNames = ['bend', 'straighten', 'surround', 'dopamine', 'direct', 'spill', 'latch'] as const;
export type KnobName = (typeof knobNames)[number];
export type Setting = Readonly<Record<KnobName, number>>;

export interface Knob {
  readonly least: number;
  readonly most: number;
  readonly healthy: number;
  /** What readers see as 100 %: the healthy value where it is not zero. */
  readonly whole: number;
  /** What one press of − or + changes, in percent. */
  readonly percentStep: number;
}

export const knobs: Readonly<Record<KnobName, Knob>> = {
  bend: { least: 0, most: 1, healthy: 0.6, whole: 1, percentStep: 5 },
  straighten: { least: 0, most: 1, healthy: 0.4, whole: 1, percentStep: 5 },
  surround: {
    least: 0,
    most: 1.08,
    healthy: publishedNetwork.stnToGpi,
    whole: publishedNetwork.stnToGpi,
    percentStep: 5,
  },
  dopamine: {
    least: 0,
    most: 0.8,
    healthy: publishedNetwork.dopamine,
    whole: publishedNetwork.dopamine,
    percentStep: 10,
  },
  direct: {
    least: 0.5,
    most: 2,
    healthy: publishedNetwork.cortexToD1,
    whole: publishedNetwork.cortexToD1,
    percentStep: 5,
  },
  spill: { least: 0, most: 0.4, healthy: 0, whole: 1, percentStep: 5 },
  latch: { least: 0, most: 1.5, healthy: 0, whole: 1, percentStep: 10 },
};

export const healthy = Object.fromEntries(knobNames.map((name) => [name, knobs[name].healthy])) as Setting;

/**
 * The states that come with the model. Each turns one knob. Where a rate was measured, the knob was set so that the
 * resting rate of GPi, relative to health, comes out as measured, and so that nothing else was fitted: see `calibrations`.
 */
export const presetIds = ['healthy', 'dystonia', 'parkinson', 'cramp', 'dystonia-direct', 'dyskinesia'] as const;
export type PresetId = (typeof presetIds)[number];

export const presets: Readonly<Record<PresetId, Setting>> = {
  healthy,
  dystonia: { ...healthy, surround: 0.55 },
  'dystonia-direct': { ...healthy, direct: 1.34 },
  parkinson: { ...healthy, dopamine: 0 },
  dyskinesia: { ...healthy, dopamine: 0.6 },
  cramp: { ...healthy, latch: 1.2 },
};

/** The four that the figure tells its story with. */
export const storyPresets = ['healthy', 'dystonia', 'parkinson', 'cramp'] as const satisfies readonly PresetId[];

/**
 * Mean rates of GPi cells, in spikes per second: Starr et al. 2005, J Neurophysiol 93:3165-76. People with dystonia,
 * people with Parkinson's disease, and healthy monkeys in place of healthy people.
 */
export const measuredRates = { healthy: 82.5, dystonia: 55.3, parkinson: 95.2 } as const;

/** Background salience of every channel at rest. Chosen by hand: the threshold of the striatum. */
export const background = 0.2;

/** The papers use six channels; here two are the muscles of the arm, and four are everything else. */
export const channels = 6;

export const networkOf = ({ dopamine, surround, direct }: Setting): Network => ({
  ...publishedNetwork,
  dopamine,
  stnToGpi: surround,
  cortexToD1: direct,
});

export const atRest: readonly number[] = Array.from({ length: channels }, () => background);

/** What each channel wants while the wish lasts: bend, straighten, then the four others. */
export const whileWished = ({ bend, straighten, spill }: Setting): readonly number[] => [
  bend,
  straighten,
  ...Array.from({ length: channels - 2 }, () => background + spill),
];

/** The value as the knob can hold it; a number that is none becomes the healthy one. */
export function fitKnob(name: KnobName, value: number): number {
  const { least, most, healthy: usual } = knobs[name];
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
}
