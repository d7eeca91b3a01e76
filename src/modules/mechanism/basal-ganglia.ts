/**
 * How the basal ganglia choose one movement and hold the others back: the "intrinsic" model of
 * Gurney K, Prescott TJ, Redgrave P (2001), Biol Cybern 84:401-410 (doi 10.1007/PL00007984) and 84:411-423
 * (doi 10.1007/PL00007985), with the constants of the authors' own code (ModelDB 83560).
 *
 * A channel is one thing that could be done. Its salience c (0 to 1, no unit) is how strongly it is wanted. All outputs
 * are mean firing on a scale from 0 (silent) to 1 (as fast as it goes). The output nuclei (GPi/SNr) fire all the time and
 * hold every channel back; a channel is let through where they fall silent.
 */

/** Strengths of the model's connections. All are without unit and positive; which of them hold back is written in `step`. */
export interface Network {
  /** Tonic dopamine, lambda: raises what reaches the D1 cells of the striatum and lowers what reaches the D2 cells. */
  readonly dopamine: number;
  /** w_s: cortex to striatum, D1 ("selection", the direct pathway). */
  readonly cortexToD1: number;
  /** w_c: cortex to striatum, D2 ("control"). */
  readonly cortexToD2: number;
  /** w_t: cortex to the subthalamic nucleus. */
  readonly cortexToStn: number;
  /** w−: D1 to GPi, holds back. */
  readonly d1ToGpi: number;
  /** D2 to GPe, holds back. */
  readonly d2ToGpe: number;
  /** w_g: GPe to the subthalamic nucleus, holds back. */
  readonly gpeToStn: number;
  /** w_e: GPe to GPi, holds back. */
  readonly gpeToGpi: number;
  /** w+: subthalamic nucleus to GPe, to all channels alike. */
  readonly stnToGpe: number;
  /** w+: subthalamic nucleus to GPi, to all channels alike: the surround that holds back whatever was not chosen. */
  readonly stnToGpi: number;
}

/** The values of the two papers. */
export const publishedNetwork: Network = {
  dopamine: 0.2,
  cortexToD1: 1,
  cortexToD2: 1,
  cortexToStn: 1,
  d1ToGpi: 1,
  d2ToGpe: 1,
  gpeToStn: 1,
  gpeToGpi: 0.3,
  stnToGpe: 0.9,
  stnToGpi: 0.9,
};

/** Activation below which a nucleus is silent; negative: it fires by itself. */
export const thresholds = { striatum: 0.2, stn: -0.25, gpe: -0.2, gpi: -0.2 } as const;

/** k, per second: activations follow their input with a time constant of 1/k = 40 ms. */
export const ratePerSecond = 25;

/** Longest step for which the order of updates does no harm, in seconds (the authors use 0.01; this code 0.001). */
const longestStep = 0.04;

/** The output of a nucleus for an activation: nothing below its threshold, then rising one for one, up to 1. */
export const output = (activation: number, threshold: number): number =>
  Math.min(1, Math.max(0, activation - threshold));

export const nuclei = ['d1', 'd2', 'stn', 'gpe', 'gpi'] as const;
export type Nucleus = (typeof nuclei)[number];

/** One number for each channel, in each nucleus. */
export type Channels = Readonly<Record<Nucleus, readonly number[]>>;

/** The state of a running model. Changed in place by `step`, which allocates nothing. */
export interface Activity {
  readonly activations: Readonly<Record<Nucleus, Float64Array>>;
  readonly outputs: Readonly<Record<Nucleus, Float64Array>>;
}

/**
 * A model at activation zero.
 * @param channels how many; a whole number from 1
 * @throws RangeError
 */
export function createActivity(channels: number): Activity {
  if (!Number.isInteger(channels) || channels < 1)
    throw new RangeError(`A model has a whole number of channels, 1 or more; not ${channels}.`);
  const zeros = () =>
    Object.fromEntries(nuclei.map((name) => [name, new Float64Array(channels)])) as Record<Nucleus, Float64Array>;
  const activity = { activations: zeros(), outputs: zeros() };
  for (const name of nuclei) refresh(activity, name);
  return activity;
}

/**
 * Lets time pass. Between two steps the input is held (zero-order hold), so each nucleus follows its input exactly:
 * a ← (a − u)·e^(−k·dt) + u. Order of updates: D1, D2, STN (with the GPe of before), GPe, GPi.
 * @param salience one number for each channel, 0 to 1
 * @param seconds less than 0.04
 * @throws RangeError if a number is not finite, or the step is too long
 */
export function step(activity: Activity, salience: ArrayLike<number>, network: Network, seconds: number): void {
  const { d1, d2, stn, gpe, gpi } = activity.activations;
  const out = activity.outputs;
  if (!(seconds > 0 && seconds < longestStep))
    throw new RangeError(`A step is longer than 0 and shorter than ${longestStep} s; not ${seconds}.`);
  checkSalience(salience, d1.length);
  const kept = Math.exp(-ratePerSecond * seconds);
  const follow = (a: Float64Array, i: number, u: number) => void (a[i] = (a[i]! - u) * kept + u);

  for (let i = 0; i < d1.length; i++) {
    follow(d1, i, toD1(salience[i]!, network));
    follow(d2, i, toD2(salience[i]!, network));
    follow(stn, i, salience[i]! * network.cortexToStn - network.gpeToStn * out.gpe[i]!);
  }
  refresh(activity, 'd1');
  refresh(activity, 'd2');
  refresh(activity, 'stn');
  const spread = sumOf(out.stn);
  for (let i = 0; i < gpe.length; i++) follow(gpe, i, network.stnToGpe * spread - network.d2ToGpe * out.d2[i]!);
  refresh(activity, 'gpe');
  for (let i = 0; i < gpi.length; i++)
    follow(gpi, i, network.stnToGpi * spread - network.gpeToGpi * out.gpe[i]! - network.d1ToGpi * out.d1[i]!);
  refresh(activity, 'gpi');
}

/** Input of the D1 cells: dopamine makes it stronger. */
export const toD1 = (salience: number, { cortexToD1, dopamine }: Network): number =>
  salience * cortexToD1 * (1 + dopamine);

/** Input of the D2 cells: dopamine makes it weaker. */
export const toD2 = (salience: number, { cortexToD2, dopamine }: Network): number =>
  salience * cortexToD2 * (1 - dopamine);

/** @throws RangeError if the list has another length, or a number in it is not finite */
export function checkSalience(salience: ArrayLike<number>, channels: number): void {
  if (salience.length !== channels)
    throw new RangeError(`There are ${channels} channels, and ${salience.length} numbers for them.`);
  for (let i = 0; i < channels; i++)
    if (!Number.isFinite(salience[i]))
      throw new RangeError(`The salience of channel ${i + 1} must be a number; it is ${salience[i]}.`);
}

const thresholdOf: Record<Nucleus, number> = {
  d1: thresholds.striatum,
  d2: thresholds.striatum,
  stn: thresholds.stn,
  gpe: thresholds.gpe,
  gpi: thresholds.gpi,
};

function refresh({ activations, outputs }: Activity, name: Nucleus): void {
  const threshold = thresholdOf[name];
  const [from, to] = [activations[name], outputs[name]];
  for (let i = 0; i < from.length; i++) to[i] = output(from[i]!, threshold);
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
