import { coContraction, drive, isSelected } from './selection.ts';
import {
  atRest,
  healthy,
  measuredRates,
  networkOf,
  presets,
  whileWished,
  type PresetId,
  type Setting,
} from './settings.ts';
import { settle } from './steady-state.ts';

/** A state of the model beside what was measured. Rates relative to health, outputs and drives 0 to 1, none with a unit. */
export interface Calibration {
  /** Resting output of GPi, divided by the healthy one. */
  restRatio: number;
  /** GPe at rest: the model leaves it as it is, whatever the knob. */
  restGpe: number;
  /** GPi while a movement is wanted: of the wanted channel, of its opponent, of the four others. */
  gpi: readonly [number, number, number];
  selected: { bend: boolean; straighten: boolean };
  /** What reaches the two muscles. */
  drive: { bend: number; straighten: number };
  coContraction: number;
  /** How much more the channels that nobody asked for are held back than at rest; Sohn & Hallett 2004 measured a like thing. */
  surround: number;
}

const restOf = (setting: Setting) => settle(atRest, networkOf(setting));
const healthyRest = restOf(healthy).gpi[0]!;

export function calibrate(setting: Setting): Calibration {
  const rest = restOf(setting);
  const { gpi } = settle(whileWished(setting), networkOf(setting));
  const [bend, straighten] = [drive(setting.bend, gpi[0]!), drive(setting.straighten, gpi[1]!)];
  return {
    restRatio: rest.gpi[0]! / healthyRest,
    restGpe: rest.gpe[0]!,
    gpi: [gpi[0]!, gpi[1]!, gpi[2]!],
    selected: { bend: isSelected(gpi[0]!), straighten: isSelected(gpi[1]!) },
    drive: { bend, straighten },
    coContraction: coContraction(bend, straighten),
    surround: (gpi[2]! - rest.gpi[0]!) / rest.gpi[0]!,
  };
}

/** Which knob makes a state, and the measured resting rate that it was set by; no rate: nothing was fitted. */
export const calibrations: readonly { preset: PresetId; knob?: keyof Setting; measured?: number }[] = [
  { preset: 'healthy', measured: 1 },
  { preset: 'parkinson', knob: 'dopamine', measured: measuredRates.parkinson / measuredRates.healthy },
  { preset: 'dystonia', knob: 'surround', measured: measuredRates.dystonia / measuredRates.healthy },
  { preset: 'dystonia-direct', knob: 'direct', measured: measuredRates.dystonia / measuredRates.healthy },
  { preset: 'dyskinesia', knob: 'dopamine' },
  { preset: 'cramp', knob: 'latch' },
];

/** The surround below which the opponent is let through, too: the prediction that the fit makes (A3: 0.5575). */
export function criticalSurround(): number {
  let [both, one] = [0, healthy.surround];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (both + one) / 2;
    if (calibrate({ ...presets.healthy, surround: middle }).selected.straighten) both = middle;
    else one = middle;
  }
  return one;
}
